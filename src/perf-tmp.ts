import { Scenario } from '$lib/model/scenario';
import { publishedCatalogue } from '$lib/parameters/published';
import { planOf, forecastOf } from '$lib/model/plan';
import { linesOf } from '$lib/model/forecast';
import { readCohort } from '$lib/ingest/cohort-file';
import { readFileSync } from 'node:fs';
for (const name of ['heroy-40', 'sel', 'elverum-40']) {
  const s = Scenario.parse(JSON.parse(readFileSync(`/work/main/scenarios/${name}.json`, 'utf8')));
  const rows = readCohort(readFileSync(('/work/main/scenarios/' + s.opening) as string, 'utf8')).rows;
  const { plan } = planOf(publishedCatalogue, s, rows, []);
  let f = forecastOf(plan!);
  const time = (n: number, fn: () => void) => {
    for (let i = 0; i < n; i++) fn();
    const t = performance.now();
    for (let i = 0; i < n; i++) fn();
    return ((performance.now() - t) / n).toFixed(3);
  };
  console.log(
    name,
    'forecast',
    time(2000, () => {
      f = forecastOf(plan!);
    }),
    'entries',
    f.ledger.entries.length,
    'lines',
    time(1000, () => linesOf(f, plan!.parameters, plan!.opening)),
  );
  let i = 0;
  console.log(
    'plan rebase',
    time(300, () => {
      i++;
      planOf(
        publishedCatalogue,
        { ...s, parameters: { ...s.parameters, 'settlement.persons': i % 60 } },
        rows,
        [],
        plan!,
      );
    }),
  );
  console.log(
    'plan rates',
    time(300, () => {
      i++;
      const p = planOf(
        publishedCatalogue,
        { ...s, parameters: { ...s.parameters, 'rates.scale': 1 + (i % 60) / 100 } },
        rows,
        [],
        plan!,
      );
      forecastOf(p.plan!);
    }),
  );
}
