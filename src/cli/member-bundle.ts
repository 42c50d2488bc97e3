import { writeFileSync } from 'node:fs';
import { bundleText } from '$lib/ingest/bundle-file';
import { memberOf } from '$lib/model/member';
import { forecastOf } from '$lib/model/plan';
import { publishedOfMember } from '$lib/parameters/members';
import { cliText } from '$lib/text/cli';
import { UsageError, type Arguments } from './arguments';
import { catalogueWith, loadPlan, pathOf } from './files';

declare const __VERSION__: string;

/** `bundle SCENARIO -o OUT.json`: what a municipality shows of itself to a group, of an opening that is protected first. */
export function bundleCommand({ operands, set, rates, text, command, protection }: Arguments): number {
  const words = cliText[text.language];
  const [file, ...more] = operands;
  if (file === undefined || more.length > 0) throw new UsageError(words.oneFile(command ?? ''));
  const { out } = protection;
  if (out === undefined) throw new UsageError(words.missingOption('-o'));
  if (pathOf(out) === pathOf(file)) throw new UsageError(words.ownInput(out));
  const { plan } = loadPlan(file, set, text, catalogueWith(rates, text), protection);
  const { municipality, first_year } = plan.scenario;
  const known = publishedOfMember(municipality, first_year);
  const member = memberOf(plan, forecastOf(plan), { ...known, version: __VERSION__, threshold: protection.threshold });
  try {
    writeFileSync(pathOf(out), bundleText(member));
  } catch {
    throw new UsageError(words.notWritten(out));
  }
  process.stderr.write(`${words.protectedRows(out, member.years.length)}\n`);
  return 0;
}
