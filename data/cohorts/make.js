// Writes the opening populations beside this file: `node data/cohorts/make.js`.
// Published are the totals below. Every split of them by permit, category and age is made here, hence `synthetic`.
import { writeFileSync } from 'node:fs';

const hidden = ':';

// Persons by calendar year of settlement; `settled` is a count of arrivals, `living` of those living there at the end of
// `year`. A suppressed total is ':'; at_least totals are used as they stand; a year with none, or with 0, has no entry.
// Sources (../README.md): settled to 2021 imdi-2022-09, 2022 imdi-page-2022, 2023 imdi-2024-11; `collective` is the number
// from Ukraine and `ordinary` the rest. Dovre's split of 2022 is suppressed: all are entered as collective.
const openings = [
  // heroy-2024: 62 settled in two years, mainly adults; the halves and the age are synthetic.
  {
    municipality: '1818',
    year: 2023,
    living: ordinary({ 2022: 31, 2023: 31 }),
    mix: { adult: 100 },
    bands: { adult: { '25-55': 100 } },
  },
  // elverum-2015: 185 in the five-year phase in August 2014; spread as the decisions of 2010-2014.
  {
    municipality: '3420',
    year: 2014,
    living: ordinary(spread(185, { 2010: 45, 2011: 45, 2012: 35, 2013: 47, 2014: 40 })),
  },
  { municipality: '3428', year: 2017, settled: ordinary({ 2013: 7, 2014: 4, 2015: 16, 2016: 15, 2017: 12 }) },
  // 2019: Vikna 11 and Nærøy 13.
  nearby('5060', { 2019: 11 + 13, 2020: 5, 2021: 19 }, { ordinary: 126 - 115, collective: 115 }, { collective: 96 }),
  nearby('3437', { 2019: 8, 2020: 5, 2021: 8 }, { collective: 53 }, { collective: 58 }),
  nearby('3436', { 2019: 5, 2020: 6, 2021: 10 }, { ordinary: 62 - 48, collective: 48 }, { collective: 69 }),
  nearby('3435', { 2019: hidden, 2020: 6, 2021: 8 }, { collective: 26 }, { collective: 47 }),
  nearby('3439', { 2019: 10, 2020: hidden, 2021: 10 }, { ordinary: 59 - 40, collective: 40 }, { collective: 69 }),
  nearby('3432', { 2020: hidden }, { collective: 11 }, { collective: 30 }),
  nearby('3433', { 2020: hidden }, { collective: 14 }, { collective: 26 }),
  nearby('3431', { 2020: hidden }, { collective: 21 }, { collective: 75 }),
  nearby('3434', { 2020: hidden, 2021: hidden }, { collective: 16 }, { collective: 20 }),
  nearby('3438', { 2020: hidden }, { ordinary: 30 - 24, collective: 24 }, { collective: 41 }),
];

// The model's default composition in per cent: the categories, and the age bands of each. An opening may state its own.
const defaultMix = { single_adult: 24, adult: 34, child: 40, unaccompanied_minor: 2 };
const defaultBands = {
  single_adult: { '18-24': 15, '25-55': 65, '56-59': 5, '60+': 15 },
  adult: { '18-24': 15, '25-55': 65, '56-59': 5, '60+': 15 },
  child: { '0-5': 33, '6-15': 50, '16-17': 17 },
  unaccompanied_minor: { '6-15': 35, '16-17': 65 },
};

// The model's default share that moves out in grant year 1 to 5; in the first year at risk from the month after settling.
const leaving = [(0.01 * 5.5) / 12, 0.03, 0.06, 0.05, 0.04];

/** Settled as ordinary, by year: the form of `settled` and `living`. */
function ordinary(persons) {
  return Object.fromEntries(Object.entries(persons).map(([year, count]) => [year, { ordinary: count }]));
}

/** An opening at the end of 2023: settled to 2021 as ordinary, 2022 and 2023 by permit. */
function nearby(municipality, before, in2022, in2023) {
  return { municipality, year: 2023, settled: { ...ordinary(before), 2022: in2022, 2023: in2023 } };
}

/** Whole persons in proportion to the weights, by largest remainder; of equal remainders the first. */
function spread(total, weights) {
  const sum = Object.values(weights).reduce((a, b) => a + b);
  const parts = Object.entries(weights).map(([key, weight]) => ({
    key,
    persons: Math.floor((total * weight) / sum),
    remainder: (total * weight) % sum,
  }));
  const short = total - parts.reduce((a, part) => a + part.persons, 0);
  const raised = parts.toSorted((a, b) => b.remainder - a.remainder).slice(0, short);
  for (const part of raised) part.persons += 1;
  return Object.fromEntries(parts.map((part) => [part.key, part.persons]));
}

/** Those of `settled` in `settlementYear` still living there at the end of `year`, rounded to whole persons. */
function stayed(settled, settlementYear, year) {
  const shares = leaving.slice(0, year - settlementYear + 1);
  return Math.round(shares.reduce((persons, share) => persons * (1 - share), settled));
}

/** The rows of one settlement year and permit: category, age_band, persons, status. */
function split(persons, mix, bands) {
  if (persons === hidden) return [['adult', '25-55', hidden, 'suppressed']];
  return Object.entries(spread(persons, mix)).flatMap(([category, count]) =>
    Object.entries(spread(count, bands[category]))
      .filter(([, inBand]) => inBand > 0)
      .map(([band, inBand]) => [category, band, inBand, 'synthetic']),
  );
}

/** The rows of one opening, without its header. */
function rowsOf({ municipality, year, living, settled, mix = defaultMix, bands = defaultBands }) {
  const rows = [];
  for (const [settlementYear, permits] of Object.entries(living ?? settled)) {
    for (const [permit, count] of Object.entries(permits)) {
      const here = living || count === hidden ? count : stayed(count, settlementYear, year);
      for (const cell of split(here, mix, bands)) rows.push([municipality, year, settlementYear, permit, ...cell]);
    }
  }
  return rows;
}

const header = 'municipality,year,settlement_year,permit,category,age_band,persons,status';
for (const opening of openings) {
  const rows = rowsOf(opening).map((row) => row.join(','));
  const file = new URL(`${opening.municipality}.csv`, import.meta.url);
  writeFileSync(file, [header, ...rows, ''].join('\n'));
}
