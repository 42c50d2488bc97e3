import Papa from 'papaparse';
import { openFindings } from '$lib/ingest/accounts-file';
import { readDocument } from '$lib/ingest/document-file';
import type { Figure } from '$lib/ingest/document-row';
import { readParameter } from '$lib/ingest/parameter-file';
import { differencesBetween } from '$lib/ingest/rules/document-rules';
import { decode } from '$lib/ingest/encoding';
import { readFile } from '$lib/ingest/read-file';
import { isRates, readRates } from '$lib/ingest/rates-file';
import { readJson } from '$lib/ingest/scenario-file';
import { planOf } from '$lib/model/plan';
import type { Finding } from '$lib/model/settings';
import { historyOf } from '$lib/parameters/history';
import { publishedCatalogue } from '$lib/parameters/published';
import { cliText } from '$lib/text/cli';
import { findingSentence } from '$lib/text/finding';
import { UsageError, type Arguments } from './arguments';
import { readBytes, readScenarioFile } from './files';
import { csv } from './table';

/** `check FILE...`: prints every defect of every file; 2 when there is one. */
export async function check({ operands, text, format, command }: Arguments): Promise<number> {
  if (operands.length === 0) throw new UsageError(cliText[text.language].missingFile(command ?? ''));
  const read = await Promise.all(operands.map(async (file) => ({ file, ...(await readOne(file)) })));
  const differences = differencesBetween(read.map(({ figures }) => figures ?? []));
  const checked = read.map(({ file, findings }, at) => ({ file, findings: [...findings, ...(differences[at] ?? [])] }));
  const rows = checked.flatMap(({ file, findings }) =>
    findings.map((finding) => ({
      file,
      severity: finding.severity,
      rule: finding.rule ?? null,
      code: finding.code,
      path: finding.path,
      row: finding.row ?? null,
      message: findingSentence(finding, text),
    })),
  );
  if (format === 'json') process.stdout.write(`${JSON.stringify(rows)}\n`);
  if (format === 'csv') process.stdout.write(csv(rows));
  if (format === 'table') {
    for (const { file, findings } of checked) {
      if (findings.length === 0) process.stdout.write(`${cliText[text.language].correct(file)}\n`);
      for (const finding of findings) process.stdout.write(`${findingSentence(finding, text, file)}\n`);
    }
  }
  return rows.some((row) => row.severity === 'error') ? 2 : 0;
}

async function readOne(file: string): Promise<{ findings: Finding[]; figures?: Figure[] }> {
  const read = readBytes(file);
  if ('finding' in read) return { findings: [read.finding] };
  if (/\.json$/i.test(file)) return { findings: jsonFindings(file, decode(read.bytes)) };
  if (/\.csv$/i.test(file)) {
    const text = decode(read.bytes);
    if (isDocument(text)) return readDocument(text);
  }
  return { findings: await tableFindings(file, read.bytes) };
}

/** What is found in people or accounts, the people beside what is published of the municipality that their rows name. */
async function tableFindings(file: string, bytes: Uint8Array): Promise<Finding[]> {
  const means = { choices: null, known: {}, context: { settlement: [] } };
  const first = await readFile(file, bytes, means);
  if (first.kind === 'accounts') return [...first.findings, ...openFindings(first.questions)];
  const [sheets] = first.kind === 'cohort' ? first.questions : [];
  if (sheets) return [...first.findings, { code: 'several-sheets', severity: 'error', path: '', found: sheets.found }];
  const municipality = first.kind === 'cohort' ? first.rows[0]?.municipality : undefined;
  const settlement = historyOf(municipality ?? '')?.counts;
  if (!settlement) return first.findings;
  return (await readFile(file, bytes, { ...means, context: { settlement } })).findings;
}

/** Figures of documents have a column that nothing else has. */
function isDocument(text: string): boolean {
  const [headings = []] = Papa.parse<string[]>(text.trim(), { preview: 1 }).data;
  return headings.some((heading) => heading.trim().toLowerCase() === 'measure');
}

function jsonFindings(file: string, text: string): Finding[] {
  const json = readJson(text);
  if ('finding' in json) return [json.finding];
  const value = json.value;
  if (value === null || typeof value !== 'object')
    return [{ code: 'unknown-file', severity: 'error', path: '', found: typeof value }];
  if ('values' in value || 'id' in value) return readParameter(value).findings;
  if (isRates(value)) return readRates(value, publishedCatalogue).findings;
  if (!('format' in value || 'municipality' in value)) {
    return [{ code: 'unknown-file', severity: 'error', path: '', found: Object.keys(value).slice(0, 5).join(', ') }];
  }
  const scenario = readScenarioFile(file, {});
  if (!scenario.scenario) return scenario.findings;
  return [...scenario.findings, ...planOf(publishedCatalogue, scenario.scenario, scenario.rows, []).findings];
}
