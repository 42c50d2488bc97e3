import type { Asked } from '$lib/model/year-row';
import type { App } from '$lib/state/app.svelte';
import type { Group } from '$lib/state/group.svelte';
import type { groupText } from '$lib/text/group';

/** A figure of a member as it is written: what it is of, what that means, how it is worked out, and where it is from. */
export type MemberFigure = {
  municipality: string;
  title: string;
  about: string;
  calculation: string;
  /** What is asked of the plan of the member; `null` where the plan does not say it. */
  asked: Asked | null;
};

/** What is told of a figure that has no plan behind it here. */
export type Told = { title: string; lines: string[] };

/** Opens the sheet of a figure whose plan is here; gives what is told of any other. */
export function askOf(
  app: App,
  group: Group,
  { municipality, title, about, calculation, asked }: MemberFigure,
  words: (typeof groupText)['nb']['why'],
): Told | null {
  const file = group.state.places.find((place) => place.municipality === municipality)?.sent?.file;
  const behind = asked && group.behind(municipality);
  if (behind) {
    const figure = [`${title}.`, about, calculation].filter(Boolean).join(' ');
    const { metric, years } = asked;
    app.ask({ shown: behind.shown, metric, years: [...years], member: { figure, moves: behind.moves } });
    return null;
  }
  const source = file === undefined ? words.requested : words.file(file);
  return { title, lines: [about, calculation, source].filter(Boolean) };
}
