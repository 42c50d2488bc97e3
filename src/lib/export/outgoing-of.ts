import { count } from '$lib/format';
import { alternativePlans, type Reason } from '$lib/model/alternatives';
import type { Forecast } from '$lib/model/forecast';
import { forecastOf, type Plan } from '$lib/model/plan';
import type { Scenario } from '$lib/model/scenario';
import { yearRows, type YearRow } from '$lib/model/year-row';
import type { Text } from '$lib/text/text';
import { titleIn } from '$lib/text/title';
import type { Given, Outgoing } from './outgoing';

/** A plan as a page shows it, as far as files need it: its name where it has one of its own, and its municipality where known. */
export type ShownPlan = {
  entry: { name: string | null; scenario: Scenario; municipality: { name: string } | null };
  plan: Plan;
  forecast: Forecast;
  years: YearRow[];
};

/** A number settled a year as it is shown, and why. */
export type ShownAlternative = { persons: number; reasons: Reason[]; shown: ShownPlan };

/** What an outgoing is made of. `years` of the plans are in the kroner that `fixed` says. */
export type OutgoingParts = Omit<Outgoing, 'about' | 'other' | 'alternatives' | 'municipality'> & {
  about: ShownPlan;
  other: ShownPlan | null;
  alternatives: readonly ShownAlternative[];
};

/** Everything that a file is made of, from plans as they are shown; for the page and the command line alike. */
export function outgoingOf({ about, other, alternatives, ...rest }: OutgoingParts, text: Text): Outgoing {
  const { scenario, municipality } = about.entry;
  const number = scenario.municipality;
  return {
    ...rest,
    about: given(about, text),
    other: other && given(other, text),
    alternatives: alternatives.map(({ persons, reasons, shown }) => ({
      persons,
      reasons,
      given: { ...given(shown, text), name: text.plan.perYear(count(persons, text.language)) },
    })),
    municipality: { number, name: municipality?.name ?? number },
  };
}

function given({ entry, plan, forecast, years }: ShownPlan, text: Text): Given {
  return { name: entry.name ?? titleIn(entry.scenario.title, text.language), plan, forecast, years };
}

/** A plan as it would be shown, in kroner of each year. */
export function shownOf(plan: Plan, municipality: { name: string } | null): ShownPlan {
  const forecast = forecastOf(plan);
  const entry = { name: null, scenario: plan.scenario, municipality };
  return { entry, plan, forecast, years: yearRows(plan.scenario.municipality, forecast) };
}

/** The numbers a council compares with those of a plan, as they would be shown; the plan's own number is the plan itself. */
export function shownAlternatives(about: ShownPlan, proposal: ShownPlan): ShownAlternative[] {
  return alternativePlans(about.plan, proposal.plan).map(({ persons, reasons, plan }) => ({
    persons,
    reasons,
    shown: reasons.includes('chosen') ? about : shownOf(plan, about.entry.municipality),
  }));
}
