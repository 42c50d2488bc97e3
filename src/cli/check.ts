import Papa from 'papaparse';
import { readAccounts } from '$lib/ingest/accounts-file';
import { readCohort, readCohortTables } from '$lib/ingest/cohort-file';
import { differencesBetween, readDocument, type Figure } from '$lib/ingest/document-file';
import { readParameter } from '$lib/ingest/parameter-file';
import { readJson } from '$lib/ingest/scenario-file';
import { readTables } from '$lib/ingest/tables';
import { planOf } from '$lib/model/plan';
import type { Finding } from '$lib/model/settings';
import { publishedCatalogue } from '$lib/parameters/published';
import { cliText } from '$lib/text/cli';
import { findingSentence } from '$lib/text/sentence';
import { UsageError, type Arguments } from './arguments';
import { readBytes, readScenarioFile, readText } from './files';
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

/** Spreadsheets and columnar files, which hold people; all else is text. */
const SHEETS = /\.(xlsx|xlsm|ods|parquet|arrow|arrows|feather)$/i;

async function readOne(file: string): Promise<{ findings: Finding[]; figures?: Figure[] }> {
  if (SHEETS.test(file)) return { findings: await sheetFindings(file) };
  const read = readText(file);
  if ('finding' in read) return { findings: [read.finding] };
  if (file.endsWith('.json')) return { findings: jsonFindings(file, read.text) };
  const headings = (Papa.parse<string[]>(read.text.trim(), { preview: 1 }).data[0] ?? []).map((heading) =>
    heading.trim().toLowerCase(),
  );
  if (headings.includes('measure')) return readDocument(read.text);
  return headings.includes('version') ? readAccounts(read.text) : readCohort(read.text);
}

async function sheetFindings(file: string): Promise<Finding[]> {
  const read = readBytes(file);
  if ('finding' in read) return [read.finding];
  const { tables, findings } = await readTables(file, read.bytes);
  if (findings.some(({ severity }) => severity === 'error')) return findings;
  return [...findings, ...readCohortTables(tables).findings];
}

function jsonFindings(file: string, text: string): Finding[] {
  const json = readJson(text);
  if ('finding' in json) return [json.finding];
  const value = json.value;
  if (value === null || typeof value !== 'object')
    return [{ code: 'unknown-file', severity: 'error', path: '', found: typeof value }];
  if ('values' in value || 'id' in value) return readParameter(value).findings;
  if (!('format' in value || 'municipality' in value)) {
    return [{ code: 'unknown-file', severity: 'error', path: '', found: Object.keys(value).slice(0, 5).join(', ') }];
  }
  const scenario = readScenarioFile(file, {});
  if (!scenario.scenario) return scenario.findings;
  return [...scenario.findings, ...planOf(publishedCatalogue, scenario.scenario, scenario.rows, []).findings];
}
