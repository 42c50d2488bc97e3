import type { PrintedFigure } from './indicators';
import type { Finding } from './settings';

/** Skills, rounds and levels of the Norwegian test, as they are named in `data/documents`. */
export const SKILLS = ['oral', 'listening', 'reading', 'writing'] as const;
export const ROUNDS = ['summer', 'autumn'] as const;
export const LEVELS = ['below_a1', 'a1', 'a2', 'b1', 'b2'] as const;
export type Skill = (typeof SKILLS)[number];
export type Round = (typeof ROUNDS)[number];
export type Level = (typeof LEVELS)[number];

const TABLE = 'language_tests';
/** The levels that a share of A2 or higher is the sum of. */
const FROM_A2: Level[] = ['a2', 'b1', 'b2'];

/** The results of one skill in one round, in per cent of those tested. */
export type LanguageTest = {
  municipality: string;
  year: number | null;
  source: string;
  place: string;
  skill: Skill;
  round: Round;
  /** `null` where the source prints no number, which is not 0. */
  levels: Record<Level, number | null>;
  /** The sum of the levels as they are printed. */
  sum: number;
  /** What is wrong with the sum; such a test is shown and used in no comparison. */
  defect: Finding | null;
  /** A2 or higher; `null` where the sum is wrong. */
  from_a2: number | null;
  /** How many were tested; `null` where it is not known, and then the test is never ranked. */
  persons: number | null;
};

/** The language tests among the figures of one document, in the order of {@link SKILLS} and {@link ROUNDS}. */
export function languageTests(figures: PrintedFigure[], findings: Finding[]): LanguageTest[] {
  const printed = figures.filter(({ table }) => table === TABLE);
  const years = [...new Set(printed.map(({ year }) => year))];
  return years.flatMap((year) =>
    SKILLS.flatMap((skill) =>
      ROUNDS.flatMap((round) => {
        const own = printed.filter((figure) => figure.year === year && figure.measure === `${skill}_${round}`);
        return own[0] ? [testOf(own[0], own, printed, findings, skill, round)] : [];
      }),
    ),
  );
}

function testOf(
  { municipality, year, source, place, measure }: PrintedFigure,
  own: PrintedFigure[],
  printed: PrintedFigure[],
  findings: Finding[],
  skill: Skill,
  round: Round,
): LanguageTest {
  const valueOf = (level: Level): number | null => own.find(({ group }) => group === level)?.value ?? null;
  const sumOver = (levels: readonly Level[]): number => levels.reduce((sum, level) => sum + (valueOf(level) ?? 0), 0);
  const path = year === null ? `${TABLE}.${measure}` : `${TABLE}.${measure} ${year}`;
  const defect = findings.find((finding) => finding.code === 'percent-sum' && finding.path === path) ?? null;
  const tested = printed.find((figure) => figure.measure === 'persons_tested' && figure.year === year);
  const levels = Object.fromEntries(LEVELS.map((level) => [level, valueOf(level)])) as Record<Level, number | null>;
  return {
    municipality,
    year,
    source,
    place,
    skill,
    round,
    levels,
    sum: sumOver(LEVELS),
    defect,
    from_a2: defect ? null : sumOver(FROM_A2),
    persons: tested?.value ?? null,
  };
}
