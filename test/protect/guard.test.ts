import { describe, expect, it } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import { protect, together } from '$lib/protect/guard';
import { publish, STANDARD } from '$lib/protect/publish';

/** A cell of those settled in a year: adults of the first band, the young among them, and children in two bands. */
type Cell = [year: number, of: 'adult' | 'young' | 'child' | 'infant', persons: number];
const BANDS = { adult: '25-55', young: '18-24', child: '6-15', infant: '0-5' } as const;

function table(...cells: Cell[]): CohortRow[] {
  return cells.map(([settlement_year, of, persons]) => ({
    municipality: '3428',
    year: 2023,
    settlement_year,
    permit: 'ordinary',
    category: of === 'child' || of === 'infant' ? 'child' : 'adult',
    age_band: BANDS[of],
    persons,
  }));
}

const given = (...cells: Cell[]) => publish(table(...cells), STANDARD);
const problem = { problem: 'reveals', numbers: 3 };

describe('a table beside one that it corrects', () => {
  const CELLS: Cell[] = [
    [2021, 'adult', 30],
    [2021, 'child', 11],
    [2022, 'adult', 20],
    [2022, 'child', 12],
  ];
  const before = given(...CELLS);
  const [, ...rest] = CELLS;
  const corrected: Cell[] = [[2021, 'adult', 31], ...rest];
  const infants: Cell = [2022, 'infant', 2];

  it('is given out where it tells no more than that it was corrected', () => {
    expect(together(given(...corrected), [before])).toEqual({ reveals: 0, disagrees: true });
  });

  it('is refused where the children, 12 and then 14, tell the two that are hidden', () => {
    expect(protect(table(...CELLS, infants), STANDARD, [before])).toEqual(problem);
    expect(protect(table(...corrected, infants), STANDARD, [before])).toEqual(problem);
    const sameYear = CELLS.map((cell): Cell => (cell[2] === 20 ? [2022, 'adult', 21] : cell));
    expect(protect(table(...sameYear, infants), STANDARD, [before])).toEqual(problem);
  });

  it('is refused also where the two were none before', () => {
    const none = given(...CELLS, [2022, 'infant', 0]);
    expect(protect(table(...corrected, infants), STANDARD, [none])).toEqual(problem);
  });

  it('is refused where it tells who is there no longer', () => {
    const two = given(...CELLS, infants);
    expect(protect(table(...corrected, [2022, 'infant', 0]), STANDARD, [two])).toMatchObject({ problem: 'reveals' });
  });
});

describe('a table beside one that hides another number', () => {
  const REST: Cell[] = [
    [2021, 'adult', 30],
    [2022, 'adult', 20],
    [2022, 'child', 12],
  ];
  const first = given([2021, 'young', 2], ...REST);
  const last = given([2021, 'young', 4], ...REST);

  it('is given out where nothing else is told', () => {
    expect(together(last, [first])).toEqual({ reveals: 0, disagrees: true });
  });

  it('is refused where a settlement year that agrees tells a number', () => {
    const now = table([2021, 'young', 4], ...REST, [2022, 'infant', 2]);
    expect(protect(now, STANDARD, [first])).toMatchObject({ problem: 'reveals' });
  });

  it('is refused where it tells a number beside the last one alone', () => {
    const other = given([2021, 'young', 2], ...REST, [2021, 'infant', 3]);
    const now = table([2021, 'young', 4], ...REST, [2021, 'infant', 2]);
    expect(together(publish(now, STANDARD), [other])).toEqual({ reveals: 0, disagrees: true });
    expect(protect(now, STANDARD, [last])).toMatchObject({ problem: 'reveals' });
    expect(protect(now, STANDARD, [other, last])).toMatchObject({ problem: 'reveals' });
  });
});
