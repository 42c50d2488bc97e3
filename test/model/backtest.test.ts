import { describe, expect, it } from 'vitest';
import { backtestDocument } from '$lib/export/backtest-document';
import { readAccounts } from '$lib/ingest/accounts-file';
import { backtest, type Backtest, type BacktestRow } from '$lib/model/backtest';
import type { AccountsRow } from '$lib/model/backtest-accounts';
import { BOUNDS, PAID_ITEMS, type Booked, type Count, type History } from '$lib/model/backtest-history';
import { accountsText, historyOf, municipalitiesWithHistory, numberToday } from '$lib/parameters/history';
import { municipalityOf, municipalityOverrides } from '$lib/parameters/municipalities';
import { publishedCatalogue } from '$lib/parameters/published';
import { nb } from '$lib/text/nb';
import { run, sumOf } from '../run-scenario';
import { backtestText } from '$lib/text/backtest';

const zones = publishedCatalogue.parameters.get('staff.tax_zone')?.options ?? [];
const tested = municipalitiesWithHistory().map(({ municipality }) => municipality);

const made = new Map<string, Backtest>();

/** The back-test of what is published, made once for each municipality. */
function published(number: string): Backtest {
  const known = made.get(number) ?? backtested(number, BOUNDS);
  made.set(number, known);
  return known;
}

function backtested(number: string, bounds: typeof BOUNDS): Backtest {
  const history = historyOf(number);
  if (!history) throw new Error(`no history: ${number}`);
  const { rows } = readAccounts(accountsText(history.municipality) ?? 'municipality,year,version,item,amount,unit\n');
  const known = municipalityOverrides(municipalityOf(history.municipality), zones);
  const of = backtest(publishedCatalogue, history, rows, known, bounds);
  if (!of) throw new Error(`nothing to compare: ${number}`);
  return of;
}

/** A municipality made up for a test: everybody settled as decided unless said otherwise. */
function madeUp(settled: Record<number, number>, payments: History['payments'], decided = settled): History {
  const counts = (series: Count['series'], of: Record<number, number>): Count[] =>
    Object.entries(of).map(([year, persons]) => ({
      municipality: '1818',
      year: Number(year),
      series,
      persons,
      mark: '',
      until: '',
    }));
  return {
    municipality: '1818',
    name: 'Prøve',
    counts: [...counts('settled', settled), ...counts('decided', decided)],
    payments,
  };
}

function row(of: Backtest, year: number, item: BacktestRow['item']): BacktestRow {
  const found = of.rows.find((each) => each.year === year && each.item === item);
  if (!found) throw new Error(`no row: ${year} ${item}`);
  return found;
}

function account(of: Backtest, year: number, item: string): AccountsRow {
  const found = of.accounts.find((each) => each.year === year && each.item === item);
  if (!found) throw new Error(`no accounts: ${year} ${item}`);
  return found;
}

const parts = ['volume', 'composition', 'rate', 'moving', 'unexplained'] as const;

describe('payments beside the model', () => {
  it('are there for every municipality with payments, in both years, with a sum', () => {
    expect(tested).toHaveLength(15);
    for (const number of tested) {
      const { rows } = published(number);
      expect(rows.map(({ year, item }) => `${year} ${item}`)).toEqual(
        [2022, 2023].flatMap((year) => [...PAID_ITEMS, 'total'].map((item) => `${year} ${item}`)),
      );
      expect(row(published(number), 2023, 'total').paid).toBeGreaterThan(0);
    }
  });

  it('have parts that sum exactly to the deviation, and items that sum exactly to the total', () => {
    for (const number of tested) {
      const { rows } = published(number);
      for (const each of rows) {
        if (each.deviation === null) continue;
        expect(each.deviation).toBe((each.paid ?? NaN) - (each.plan ?? NaN));
        expect(parts.reduce((sum, part) => sum + (each[part] ?? 0), 0)).toBe(each.deviation);
      }
      for (const total of rows.filter(({ item }) => item === 'total')) {
        const items = rows.filter(
          ({ item, year, deviation }) => item !== 'total' && year === total.year && deviation !== null,
        );
        for (const key of ['plan', 'model', 'model_cash', 'paid', 'deviation', ...parts] as const) {
          const sum = items.reduce((amount, each) => amount + (each[key] ?? 0), 0);
          expect({ number, key, sum: total[key] ?? 0 }).toEqual({ number, key, sum });
        }
      }
    }
  });

  it('stay unknown where they are hidden or unclear, and are never 0', () => {
    const lesja = published('3432');
    for (const item of PAID_ITEMS) {
      expect(row(lesja, 2022, item)).toMatchObject({
        paid: null,
        deviation: null,
        composition: null,
        unexplained: null,
      });
      expect(row(lesja, 2022, item).notes).toContainEqual({ kind: 'suppressed', parts: [item] });
    }
    expect(row(lesja, 2022, 'total')).toMatchObject({ paid: null, model: null, deviation: null });
    expect(row(lesja, 2023, 'special_needs')).toMatchObject({ paid: null, deviation: null, unexplained: null });
    expect(row(lesja, 2023, 'total').notes).toContainEqual({
      kind: 'without',
      parts: ['unaccompanied_minor', 'special_needs'],
    });
    expect(row(lesja, 2023, 'total').paid).toBe(6_328_400 + 2_744_500 + 1_701_550);
    expect(row(published('3434'), 2023, 'special_needs').paid).toBe(0);
  });

  it('have no model where nobody states the rate, and no rate part where nobody states the one before', () => {
    const alvdal = published('3428');
    expect(row(alvdal, 2022, 'language')).toMatchObject({ paid: 1_479_800, plan: null, model: null, deviation: null });
    const language = row(alvdal, 2023, 'language');
    expect(language.rate).toBeNull();
    expect(language.notes).toContainEqual({ kind: 'rate-before-unknown', parts: ['language'] });
    expect(language.deviation).toBe((language.volume ?? NaN) + (language.unexplained ?? NaN));
  });

  it('say where the persons behind them are a floor', () => {
    expect(row(published('5060'), 2023, 'integration_year1').notes).toContainEqual({
      kind: 'floor',
      parts: ['integration_year1'],
    });
    expect(row(published('5060'), 2022, 'integration_year1').notes).toEqual([]);
    expect(row(published('5060'), 2023, 'integration_year2_5').notes).toEqual([]);
  });
});

describe('the split of a deviation', () => {
  const settled = { 2019: 10, 2020: 10, 2021: 10, 2022: 20 };
  const paid = (item: (typeof PAID_ITEMS)[number], amount: number): History['payments'] => [
    { year: 2022, item, amount, mark: '' },
  ];
  const of = (history: History, bounds = BOUNDS): Backtest => {
    const result = backtest(publishedCatalogue, history, [], [], bounds);
    if (!result) throw new Error('nothing to compare');
    return result;
  };
  const modelled = (item: (typeof PAID_ITEMS)[number]): number =>
    row(of(madeUp(settled, paid(item, 0))), 2022, item).model_cash ?? NaN;

  it('is the forecast of a scenario that anybody can run', () => {
    const result = of(madeUp(settled, paid('integration_year2_5', 0)));
    if (!result.runs) throw new Error('no runs');
    const { first_year, years, settled: parameters } = result.runs;
    const { lines } = run({ first_year, years, opening: [], parameters });
    const later = [2, 3, 4, 5].reduce((sum, d) => sum + sumOf(lines, `integration_grant.year${d}`, 2022), 0);
    expect(row(result, 2022, 'integration_year2_5').model).toBe(Math.round(later));
  });

  it('moves what is paid late from the year it belongs to into the next', () => {
    const { lines } = run({
      first_year: 2021,
      years: 2,
      opening: [],
      parameters: { 'settlement.persons@2021': 12, 'settlement.persons@2022': 24 },
    });
    const first = lines.filter(({ item }) => /^(integration_grant\.year1|kindergarten_grant|elderly_grant)/.test(item));
    const sum = (year: number, key: 'amount' | 'paid_next_year'): number =>
      first.filter((line) => line.year === year).reduce((total, line) => total + (line[key] ?? NaN), 0);
    const history = madeUp({ 2021: 12, 2022: 24 }, paid('integration_year1', 0));
    expect(row(of(history), 2022, 'integration_year1')).toMatchObject({
      model: Math.round(sum(2022, 'amount')),
      model_cash: Math.round(sum(2022, 'amount') - sum(2022, 'paid_next_year') + sum(2021, 'paid_next_year')),
    });
    expect(sum(2022, 'paid_next_year')).toBeGreaterThan(0);
  });

  it('is all volume where what came differs from what was decided, and payments follow the model', () => {
    const history = madeUp(settled, paid('integration_year1', modelled('integration_year1')), { ...settled, 2022: 40 });
    const { deviation, volume, composition, rate, unexplained } = row(of(history), 2022, 'integration_year1');
    expect(volume).toBeLessThan(0);
    expect(composition).toBe(0);
    expect(unexplained).toBe(0);
    expect(deviation).toBe((volume ?? NaN) + (rate ?? NaN));
  });

  it('has no volume where everybody came as decided', () => {
    for (const each of of(madeUp(settled, paid('integration_year1', 5e6))).rows) expect(each.volume ?? 0).toBe(0);
  });

  it('uses the settled where no decision is known', () => {
    const { years, rows } = of(madeUp(settled, paid('integration_year1', 5e6), { 2019: 10 }));
    expect(years.map(({ planned_from }) => planned_from)).toEqual(['decided', 'settled', 'settled', 'settled']);
    expect(rows[0]?.volume).toBe(0);
  });

  it('gives composition what the same persons could bring in year 1, and the rest to the unexplained', () => {
    const model = modelled('integration_year1');
    const most = row(of(madeUp(settled, paid('integration_year1', 100 * model))), 2022, 'integration_year1');
    const least = row(of(madeUp(settled, paid('integration_year1', 0))), 2022, 'integration_year1');
    expect(most.composition).toBeGreaterThan(0);
    expect(most.unexplained).toBeGreaterThan(0);
    expect(least.composition).toBeLessThan(0);
    expect(least.unexplained).toBeLessThan(0);
    // Nobody brings less than the lowest rate of 2022, 187 000, which is not far below the mean of the default mix.
    expect(least.composition ?? 0).toBeGreaterThan(-0.2 * model);
    const narrow = { ...BOUNDS, one_offs: { low: 0, high: 0 } };
    const without = row(of(madeUp(settled, paid('integration_year1', 100 * model)), narrow), 2022, 'integration_year1');
    expect(without.composition).toBeLessThan(most.composition ?? 0);
    expect(without.deviation).toBe(most.deviation);
  });

  it('gives moving what no moving or three times as much would give in years 2-5', () => {
    const model = modelled('integration_year2_5');
    const of23 = (amount: number, bounds = BOUNDS): BacktestRow =>
      row(of(madeUp(settled, paid('integration_year2_5', amount)), bounds), 2022, 'integration_year2_5');
    expect(of23(Math.round(model * 1.01))).toMatchObject({ moving: Math.round(model * 1.01) - model, unexplained: 0 });
    const nothing = of23(0);
    expect(nothing.moving).toBeLessThan(0);
    expect(nothing.unexplained).toBeLessThan(0);
    expect(nothing.composition).toBe(0);
    expect(of23(0, { ...BOUNDS, moving: { low: 1, high: 1 } })).toMatchObject({ moving: 0, unexplained: -model });
  });

  it('leaves nothing unexplained of grants that depend on who came, and all of language', () => {
    const minors = row(of(madeUp(settled, paid('unaccompanied_minor', 9e6))), 2022, 'unaccompanied_minor');
    expect(minors).toMatchObject({ composition: 9e6 - (minors.model_cash ?? NaN), unexplained: 0 });
    const history = {
      ...madeUp({ ...settled, 2023: 5 }, [{ year: 2023, item: 'language' as const, amount: 9e6, mark: '' }]),
    };
    const language = row(of(history), 2023, 'language');
    expect(language.unexplained).toBe(9e6 - (language.model_cash ?? NaN));
  });

  it('is nothing where there is nothing to run the model on or to compare it with', () => {
    expect(backtest(publishedCatalogue, madeUp(settled, []), [], [])).toBeNull();
    expect(backtest(publishedCatalogue, madeUp({}, paid('language', 1)), [], [])).toBeNull();
  });
});

describe('the years of a run', () => {
  it('begin with the first count from 2012 on and end with the last year compared', () => {
    expect(published('3428').runs).toMatchObject({ first_year: 2012, years: 12 });
    // Herøy's frames reach 2027; the last count is of 2026.
    expect(published('1818').runs).toMatchObject({ first_year: 2012, years: 15 });
    expect(published('1818').flags).toContainEqual({ kind: 'no-count', years: [2027] });
  });

  it('are at most as many as a plan can have, and the years left out are named', () => {
    const { runs, flags } = backtested('3428', { ...BOUNDS, years: 10 });
    expect(runs).toMatchObject({ first_year: 2014, years: 10 });
    expect(flags).toContainEqual({ kind: 'years-left-out', years: [2012, 2013] });
  });

  it('add the municipalities that are one today: Vikna and Nærøy to 2019, Nærøysund after', () => {
    const { years } = published('5060');
    const settled = (year: number) => years.find((each) => each.year === year);
    expect(settled(2012)).toMatchObject({ settled: 13 + 18, decided: 10 + 15, persons: 31, planned: 25 });
    expect(settled(2019)).toMatchObject({ settled: 11 + 13, persons: 24 });
    expect(settled(2020)).toMatchObject({ settled: 5, decided: 19, persons: 5, planned: 19 });
    expect(numberToday('1750')).toBe('5060');
    expect(historyOf('5051')).toEqual(historyOf('5060'));
    expect(historyOf('1515')).toBeNull();
  });

  it('count a hidden number as 2.5, a floor as it stands and no number as nobody, and say so', () => {
    const tynset = published('3427');
    expect(tynset.years.find(({ year }) => year === 2018)).toMatchObject({
      settled: null,
      settled_mark: 'suppressed',
      persons: 2.5,
    });
    expect(tynset.flags).toContainEqual({ kind: 'suppressed', years: [2018, 2020], amount: 2.5 });
    expect(published('5060').flags).toContainEqual({ kind: 'at-least', years: [2023] });
    expect(published('1818').flags).toContainEqual({ kind: 'part-year', years: [2026] });
    const ringebu = published('3439');
    expect(ringebu.flags).toContainEqual({ kind: 'none', years: [2018] });
    expect(ringebu.years.find(({ year }) => year === 2018)).toMatchObject({ settled: null, persons: 0 });
    expect(published('3428').flags).toContainEqual({ kind: 'plan-from-settled', years: [2023] });
  });
});

describe('Alvdal’s accounts 2016-2018 (annual report 2018, 5.8)', () => {
  const alvdal = published('3428');
  const document = backtestDocument(alvdal, nb, false);

  it('hold their identities in our sign: 10 049 - 9 278 = 771, 12 964 - 12 938 = 26, 26 - 771 = -745', () => {
    const [cost, income, net] = ['cost', 'income', 'net'].map((item) => account(alvdal, 2018, item));
    expect([cost?.accounts, income?.accounts, net?.accounts]).toEqual([10_049_000, 9_278_000, -771_000]);
    expect([cost?.budget, income?.budget, net?.budget]).toEqual([12_964_000, 12_938_000, -26_000]);
    expect([cost?.deviation, income?.deviation, net?.deviation]).toEqual([2_915_000, -3_660_000, -745_000]);
    expect(alvdal.flags.map(({ kind }) => kind)).not.toContain('does-not-add-up');
  });

  it('say first that income fell more than cost', () => {
    const [first = '', ...rest] = document.sentences.map((sentence) => sentence.replaceAll('\u00a0', ' '));
    expect(first).toMatch(/^Inntekten falt mer enn kostnaden i 2018/);
    expect(first).toMatch(/3 660 000 kroner under.*2 915 000 kroner under.*745 000 kroner svakere/);
    expect(rest.slice(0, 3).join(' ')).toContain('26 000 − 771 000 = −745 000');
  });

  it('are flagged where the net is exactly 0, with the question which entry made it so', () => {
    expect(alvdal.flags[0]).toEqual({ kind: 'net-zero', years: [2016, 2017] });
    expect(document.flags[0]?.message).toMatch(/2016, 2017.*Hvilken føring/);
  });

  it('stand beside the model for the same years, with what they hold said', () => {
    for (const year of [2016, 2017, 2018]) {
      for (const item of ['cost', 'income', 'net', 'staff.posts']) {
        const { accounts, model, difference } = account(alvdal, year, item);
        expect(model).toBeGreaterThan(0);
        const effect = item === 'cost' ? -1 : 1;
        expect(difference).toBeCloseTo(effect * ((accounts ?? NaN) - (model ?? NaN)), 6);
      }
      const [cost, income, net] = ['cost', 'income', 'net'].map((item) => account(alvdal, year, item).model ?? NaN);
      expect((income ?? NaN) - (cost ?? NaN)).toBeCloseTo(net ?? NaN, 6);
    }
    expect(account(alvdal, 2018, 'participants')).toMatchObject({ accounts: 31, unit: 'persons' });
    expect(document.flags.find(({ kind }) => kind === 'accounts-scope')?.message).toContain('voksenopplæringen samlet');
  });

  it('read the same in either sign', () => {
    const history = historyOf('3428');
    if (!history) throw new Error('no history');
    const turned = readAccounts(accountsText('3428') ?? '').rows.map((line): Booked =>
      line.sign === 'cost_positive'
        ? { ...line, amount: -line.amount, sign: 'income_positive' }
        : line.sign === 'income_positive'
          ? { ...line, amount: -line.amount, sign: 'cost_positive' }
          : line,
    );
    const known = municipalityOverrides(municipalityOf('3428'), zones);
    expect(backtest(publishedCatalogue, history, turned, known)?.accounts).toEqual(alvdal.accounts);
  });

  it('are questioned where they do not add up', () => {
    const history = historyOf('3428');
    if (!history) throw new Error('no history');
    const wrong = readAccounts((accountsText('3428') ?? '').replace('net,771', 'net,700')).rows;
    const flags = backtest(publishedCatalogue, history, wrong, [])?.flags;
    expect(flags).toContainEqual({ kind: 'does-not-add-up', years: [2018] });
  });
});

describe('Herøy’s frames 2023-2027', () => {
  it('are budget and plan, not accounts, in our sign, and the model stands beside them', () => {
    const heroy = published('1818');
    const frames = [2023, 2024, 2025, 2026, 2027].map((year) => account(heroy, year, 'net'));
    expect(frames.map(({ budget }) => budget)).toEqual([2_288_000, 6_246_000, 4_456_000, 3_983_000, 2_593_000]);
    expect(frames.every(({ accounts, deviation }) => accounts === null && deviation === null)).toBe(true);
    expect(frames.map(({ model }) => model !== null)).toEqual([true, true, true, true, false]);
    expect(heroy.flags).toContainEqual({ kind: 'plan-only', years: [2023, 2024, 2025, 2026, 2027] });
  });
});

describe('the suggested factor on prices', () => {
  const settled = { 2016: 20, 2017: 20, 2018: 20 };
  const booked = (years: number[], amount: number): Booked[] =>
    years.map((year) => ({ year, version: 'regnskap', item: 'cost', amount, unit: 'NOK', sign: 'cost_positive' }));
  const of = (lines: Booked[]): Backtest => {
    const result = backtest(publishedCatalogue, madeUp(settled, []), lines, []);
    if (!result) throw new Error('nothing to compare');
    return result;
  };

  it('is 1 where the accounts are what the model says', () => {
    const cost = account(of(booked([2018], 1)), 2018, 'cost').model ?? NaN;
    expect(of(booked([2018], cost)).calibration).toMatchObject({ weight: 0.25 });
    expect(of(booked([2018], cost)).calibration?.scale).toBeCloseTo(1, 9);
  });

  it('is shrunk toward 1 by n / (n + 3), and meets the accounts when it is not', () => {
    const { calibration } = of(booked([2016, 2017, 2018], 6e6));
    if (!calibration) throw new Error('no calibration');
    expect(calibration.weight).toBe(0.5);
    expect(calibration.scale).toBeCloseTo(1 + 0.5 * (calibration.fitted - 1), 9);
    const { lines } = run({
      first_year: 2016,
      years: 3,
      opening: [],
      parameters: { ...of(booked([2016, 2017, 2018], 6e6)).runs?.settled, 'prices.scale': calibration.fitted },
    });
    const cost = lines
      .filter((line) => line.side === 'cost' && line.tag === 'extra' && line.year <= 2018)
      .filter(({ funksjon }) => BOUNDS.scope_cost.includes(funksjon))
      .reduce((sum, line) => sum + (line.amount ?? NaN), 0);
    expect(cost).toBeCloseTo(18e6, 0);
  });

  it('is never used: the model is the same with and without it', () => {
    expect(of(booked([2018], 1)).runs?.settled).not.toHaveProperty('prices.scale');
    expect(account(of(booked([2018], 9e6)), 2018, 'cost').model).toBe(
      account(of(booked([2018], 1)), 2018, 'cost').model,
    );
  });

  it('is only given where there are accounts, and only in a document that asks for it', () => {
    expect(published('1818').calibration).toBeNull();
    expect(backtestDocument(published('3428'), nb, false).calibration).toBeNull();
    expect(backtestDocument(published('3428'), nb, true).calibration?.years).toEqual([2016, 2017, 2018]);
    expect(backtestDocument(published('1818'), nb, true).sentences).toContain(
      backtestText.nb.calibration.none['plan-only'],
    );
  });
});
