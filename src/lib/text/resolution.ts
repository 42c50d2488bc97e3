import { count, number } from '$lib/format';
import type { DraftPoint, VotedYear } from '$lib/model/resolution';
import type { Language } from './language';
import { resolution as en } from './resolution.en';
import { draft as draftNb, resolution as nb } from './resolution.nb';
import { draft as draftNn, resolution as nn } from './resolution.nn';

/** The words of the proposal for a resolution and of its check. They come with the paper. */
export const resolutionText: Record<Language, typeof nb> = { nb, nn, en };

/** What a resolution is written in, whatever language the page is in. */
export const FORMS = ['nb', 'nn'] as const;
export type Form = (typeof FORMS)[number];

const DRAFTS: Record<Form, typeof draftNb> = { nb: draftNb, nn: draftNn };

/** The sentences of a draft, a line for each point; what is not decided stands in brackets. */
export function draftLines(points: DraftPoint[], form: Form, municipality: string): string[] {
  const family = points.find((point) => point.point === 'family');
  const isYearly = points.some((point) => point.point === 'settle' && point.years.length > 1);
  return points.flatMap((point): string[] => {
    switch (point.point) {
      case 'settle': {
        const settle = settleLine(point.years, form, municipality);
        if (!family) return [settle];
        return [`${settle} ${family.inside ? DRAFTS[form].familyInside : DRAFTS[form].family}`];
      }
      case 'family':
        return [];
      case 'minors':
        return [minorsLine(point.takes, point.years, form)];
      case 'more':
        return [moreLine(point, isYearly, form)];
      case 'capacity': {
        const rounded = (value: number): string => written(value, form, number(Math.ceil(value), 0, form));
        return [
          DRAFTS[form].capacity(
            rounded(point.rooms),
            written(point.posts, form, count(point.posts, form)),
            rounded(point.dwellings),
          ),
        ];
      }
    }
  });
}

/** What the paper says of money beside the vote: the budget, and the fund by its rule. */
export function moneyLines(rule: string, form: Form): string[] {
  const { budget, fund } = DRAFTS[form];
  return [budget, fund[rule]].filter((line) => line !== undefined);
}

function written(value: number | null, form: Form, known: string): string {
  return value === null || Number.isNaN(value) ? DRAFTS[form].number : known;
}

function settleLine(years: VotedYear[], form: Form, municipality: string): string {
  const words = DRAFTS[form];
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return words.one(municipality, words.number, NaN);
  const persons = written(first.persons, form, count(first.persons, form));
  const span = `${first.year}–${last.year}`;
  if (years.every((each) => each.persons === 0))
    return years.length === 1 ? words.noneOne(municipality, first.year) : words.settleNone(municipality, span);
  if (years.length === 1) return words.one(municipality, persons, first.year);
  return years.every((each) => each.persons === first.persons)
    ? words.settle(municipality, persons, span)
    : words.settlePath(
        municipality,
        byYear(years, ({ persons: of }) => of, form),
      );
}

function byYear(years: VotedYear[], of: (year: VotedYear) => number | null, form: Form): string {
  return years
    .map((each) => DRAFTS[form].settleYear(written(of(each), form, count(of(each) ?? NaN, form)), each.year))
    .join(', ');
}

function minorsLine(takes: boolean | null, years: VotedYear[], form: Form): string {
  const words = DRAFTS[form];
  if (takes === null) return words.open;
  if (!takes) return words.noMinors;
  const first = years[0]?.minors ?? null;
  if (first === null || years.some(({ minors }) => minors === null)) return words.minors;
  const same = years.every(({ minors }) => minors === first);
  const persons = count(first, form);
  const parts = same
    ? years.length === 1
      ? persons
      : words.yearly(persons)
    : byYear(years, ({ minors }) => minors, form);
  return `${words.minors} ${words.ofThem(parts)}`;
}

type More = Extract<DraftPoint, { point: 'more' }>;

function moreLine({ persons, minors }: More, isYearly: boolean, form: Form): string {
  const words = DRAFTS[form];
  const of = minors === null || minors === 0 ? '' : words.moreMinors(count(minors, form), minors === 1);
  return words.more(written(persons, form, count(persons ?? NaN, form)), isYearly, of);
}
