import { historyOf, numberToday } from './history';
import { inhabitantsOf } from './population';

/** What is published of a municipality that its plan does not say: inhabitants when it begins, and requests by year. */
export type PublishedOfMember = {
  inhabitants: { year: number; persons: number } | null;
  requested: ReadonlyMap<number, number>;
};

/** What is published of a municipality, under the number it has today. */
export function publishedOfMember(municipality: string, firstYear: number): PublishedOfMember {
  const counts = historyOf(municipality)?.counts ?? [];
  const requested = counts.flatMap(({ series, year, persons }): [number, number][] =>
    series === 'requested' && persons !== null ? [[year, persons]] : [],
  );
  return {
    inhabitants: inhabitantsOf(numberToday(municipality) ?? municipality, firstYear),
    requested: new Map(requested),
  };
}
