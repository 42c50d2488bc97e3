import { test } from 'vitest';
import { bandTest, tallyOf, BAND_FIGURES, spreadHolding, ratiosBefore } from '$lib/model/backtest-futures';
import { countedYears, BOUNDS } from '$lib/model/backtest-history';
import { historyOf, municipalitiesWithHistory } from '$lib/parameters/history';
import { municipalityOf, municipalityOverrides } from '$lib/parameters/municipalities';
import { publishedCatalogue } from '$lib/parameters/published';
test('try', () => {
  const zones = publishedCatalogue.parameters.get('staff.tax_zone')?.options ?? [];
  const all = (ask: object) => municipalitiesWithHistory().map(({ municipality }) => {
    const h = historyOf(municipality)!;
    return bandTest(publishedCatalogue, h, municipalityOverrides(municipalityOf(municipality), zones), { draws: 300, seed: 1, ...ask });
  });
  const t0 = process.cpuUsage().user;
  const own = all({});
  console.log('cpu', (process.cpuUsage().user - t0) / 1e6);
  for (const t of own) console.log(t.name, ...BAND_FIGURES.map(f => { const x = tallyOf(t.cases.filter(c=>c.figure===f)); return `${f} ${x.held}/${x.cases} -${x.below} +${x.above} w${x.width?.toFixed(2)}`; }));
  for (const f of BAND_FIGURES) console.log('OWN', f, JSON.stringify(tallyOf(own.flatMap((t) => t.cases).filter((c) => c.figure === f))));
  const last = own.flatMap(t => t.cases);
  for (const [name, pick] of [['of_years 0', (c: any) => c.of_years === 0], ['of_years 5+', (c: any) => c.of_years > 0], ['<=2021', (c: any) => c.year <= 2021], ['2022+', (c: any) => c.year > 2021]] as const)
    for (const f of BAND_FIGURES) console.log('OWN', name, f, JSON.stringify(tallyOf(last.filter((c) => c.figure === f && pick(c)))));
  const t1 = process.cpuUsage().user;
  for (const s of [0.15, 0.2, 0.25, 0.3, 0.37]) { const r = all({ spread: s, figures: ['settled'] }); console.log('settled spread', s, JSON.stringify(tallyOf(r.flatMap(t => t.cases))), 'own-years only', JSON.stringify(tallyOf(own.flatMap((t, i) => r[i]!.cases.filter(c => t.cases.some(d => d.figure === 'settled' && d.year === c.year && d.of_years > 0)))))); }
  console.log('cpu each', (process.cpuUsage().user - t1) / 5e6);
  for (const s of [0.37, 0.6, 0.8, 1]) console.log('three spread', s, JSON.stringify(tallyOf(all({ spread: s, figures: ['settled_three_years'], draws: 150 }).flatMap(t => t.cases))));
  for (const t of own) { const h = historyOf(t.municipality)!; const r = ratiosBefore(countedYears(h, BOUNDS), 2100); const rms = Math.sqrt(r.reduce((s, x) => s + (x - 1) ** 2, 0) / r.length); const mean = r.reduce((s, x) => s + x, 0) / r.length; console.log('RMS', t.municipality, t.name, r.length, rms.toFixed(3), 'mean', mean.toFixed(3), 'shrunk', Math.sqrt((r.length * rms ** 2 + 5 * 0.37 ** 2) / (r.length + 5)).toFixed(3)); }
  for (const t of own) for (const c of t.cases) if (c.figure === 'integration_grant' || c.outcome !== 'held') console.log('CASE', t.name, c.figure, c.first_year, c.year, c.decided, c.spread.toFixed(2), c.of_years, Math.round(c.low), Math.round(c.middle), Math.round(c.high), c.published, c.outcome, c.notes.join());
  const ratios = own.flatMap(t => countedYears(historyOf(t.municipality)!, BOUNDS).filter(y => y.decided && y.settled !== null && !y.decided_mark && !y.settled_mark).map(y => [y.year, y.settled! / y.decided!] as const));
  for (let y = 2013; y <= 2025; y++) { const e = ratios.filter(r => r[0] < y).map(r => r[1] - 1); console.log('DEFAULT before', y, e.length, Math.sqrt(e.reduce((s, x) => s + x * x, 0) / e.length).toFixed(3)); }
}, 600000);
