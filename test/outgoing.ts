import type { Outgoing } from '$lib/export/outgoing';
import { outgoingOf, shownAlternatives, shownOf } from '$lib/export/outgoing-of';
import type { Plan } from '$lib/model/plan';
import { municipalityOf } from '$lib/parameters/municipalities';
import { nb } from '$lib/text/nb';
import type { Text } from '$lib/text/text';
import { planOfFile } from './repository-scenario';

/** What is given out of a scenario file, compared with another where one is named, of a day and a version that never change. */
export function outgoingOfFiles(
  about: string,
  other: string | null,
  more: Partial<Outgoing> = {},
  text: Text = nb,
): Outgoing {
  return outgoingOfPlans(planOfFile(about), other === null ? null : planOfFile(other), more, text);
}

/** The same of plans. */
export function outgoingOfPlans(
  about: Plan,
  other: Plan | null,
  more: Partial<Outgoing> = {},
  text: Text = nb,
): Outgoing {
  const shown = shownOf(about, municipalityOf(about.scenario.municipality));
  const beside = other && shownOf(other, municipalityOf(other.scenario.municipality));
  const made = outgoingOf(
    {
      about: shown,
      other: beside,
      alternatives: shownAlternatives(shown, beside ?? shown),
      mode: 'private',
      mark: text.frame.audience.private,
      version: '0.0.0',
      date: new Date(2026, 0, 2),
      link: null,
      view: { thousands: false, costPositive: false },
      fixed: false,
      matters: [],
      questions: [],
    },
    text,
  );
  return { ...made, ...more };
}
