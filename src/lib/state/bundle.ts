import { bundleText } from '$lib/ingest/bundle-file';
import type { Catalogue } from '$lib/model/catalogue';
import { memberOf } from '$lib/model/member';
import { forecastOf } from '$lib/model/plan';
import { publishedOfMember } from '$lib/parameters/members';
import { publish, type Protection } from '$lib/protect/publish';
import { planFor, type Entry } from './entry';

declare const __VERSION__: string;

/** The bundle of an entry, made of protected rows; `null` where its counts are not whole and so cannot be protected. */
export function bundleOf(entry: Entry, of: Catalogue, to: Protection): string | null {
  if (entry.rows.some(({ persons }) => persons !== null && !Number.isInteger(persons))) return null;
  const rows = publish(entry.rows, to).rows;
  const { municipality, first_year } = entry.scenario;
  const plan = planFor({ ...entry, rows }, of);
  const about = { ...publishedOfMember(municipality, first_year), version: __VERSION__, threshold: to.threshold };
  return bundleText(memberOf(plan, forecastOf(plan), about));
}
