import { describe, expect, it } from 'vitest';
import { readAccounts } from '$lib/ingest/accounts-file';
import { readCohort } from '$lib/ingest/cohort-file';
import { readParameter } from '$lib/ingest/parameter-file';
import { readScenario } from '$lib/ingest/scenario-file';
import { shareGroup } from '$lib/model/catalogue';
import { resolve, valueAt } from '$lib/model/resolve';
import { cohortRows } from '$lib/parameters/examples';
import { historyOf } from '$lib/parameters/history';
import { publishedCatalogue } from '$lib/parameters/published';
import { nb } from '$lib/text/nb';
import { findingSentence } from '$lib/text/finding';
import { filesOf, planOfFile, scenarioNames, textOf } from '../repository-scenario';

function offenders(paths: string[], findingsOf: (path: string) => Parameters<typeof findingSentence>[0][]): string[] {
  return paths.flatMap((path) => findingsOf(path).map((finding) => findingSentence(finding, nb, path)));
}

describe('files of the repository pass', () => {
  it('every parameter, named as its id', () => {
    const paths = filesOf('data/parameters', '.json');
    expect(paths.length).toBeGreaterThan(60);
    expect(offenders(paths, (path) => readParameter(JSON.parse(textOf(path))).findings)).toEqual([]);
    const misnamed = paths.filter((path) => path !== `data/parameters/${JSON.parse(textOf(path)).id}.json`);
    expect(misnamed).toEqual([]);
  });

  it('every scenario, and its plan', () => {
    expect(offenders(filesOf('scenarios', '.json'), (path) => readScenario(textOf(path)).findings)).toEqual([]);
    expect(scenarioNames.map((name) => planOfFile(name).scenario.years > 0)).not.toContain(false);
  });

  it('every cohort, beside what is published of its municipality', () => {
    const readBeside = (path: string) => {
      const municipality = path.replace(/\D/g, '');
      const settlement = historyOf(municipality)?.counts ?? [];
      return readCohort(textOf(path), { context: { settlement, municipality } });
    };
    expect(offenders(filesOf('data/cohorts', '.csv'), (path) => readBeside(path).findings)).toEqual([]);
    const empty = filesOf('data/cohorts', '.csv').filter((path) => readCohort(textOf(path)).rows.length === 0);
    expect(empty).toEqual([]);
  });

  it('every cohort is the same to a page, which reads it when it is built', () => {
    for (const path of filesOf('data/cohorts', '.csv'))
      expect(cohortRows(path), path).toEqual(readCohort(textOf(path)).rows);
  });

  it('every accounts file', () => {
    const paths = filesOf('data/accounts', '.csv');
    expect(offenders(paths, (path) => readAccounts(textOf(path)).findings)).toEqual([]);
    expect(paths.filter((path) => readAccounts(textOf(path)).rows.length === 0)).toEqual([]);
  });
});

describe('an accounts file', () => {
  const headings = 'municipality,year,version,item,amount,unit,sign';

  it('is read with Norwegian numbers', () => {
    expect(readAccounts(`${headings}\n1818,2024,budsjett,net,"-6 246,5",1000 NOK,cost_positive`)).toMatchObject({
      rows: [{ year: 2024, amount: -6246.5, version: 'budsjett' }],
      findings: [],
    });
  });

  it('names the columns it lacks and the cells that are wrong', () => {
    expect(readAccounts('municipality,year\n1818,2024').findings.map(({ path }) => path)).toEqual(['item', 'amount']);
    const { findings } = readAccounts(`${headings}\n1818,2024,utkast,net,mye,1000 NOK,`);
    expect(findings.map(({ row, path }) => [row, path])).toEqual([
      [2, 'version'],
      [2, 'amount'],
    ]);
  });
});

describe('shares in data/parameters', () => {
  it('sum to one in every group and year from 2015 on', () => {
    const parameters = resolve(publishedCatalogue, [], 2015, 2040);
    const wrong: string[] = [];
    for (const [id, cells] of publishedCatalogue.cellsOf) {
      if (!publishedCatalogue.parameters.get(id)?.sums_over) continue;
      const groups = new Set(cells.map(({ address }) => shareGroup(publishedCatalogue, address).join()));
      for (const group of groups) {
        for (let year = 2015; year <= 2040; year += 1) {
          const sum = group.split(',').reduce((total, address) => total + valueAt(parameters, address, year), 0);
          if (!(Math.abs(sum - 1) < 1e-9)) wrong.push(`${group} ${year}: ${sum}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
