import type { Catalogue } from '$lib/model/catalogue';
import type { Forecast } from '$lib/model/forecast';
import { forecastOf, type Plan } from '$lib/model/plan';
import { inFixedKroner, yearRows, type YearRow } from '$lib/model/year-row';
import { PERSONS, planFor, restKey, withSetting, type Entry } from './entry';

/** What is worked out for an entry: its plan, forecast and yearly rows, in kroner of each year and of the first. */
type Made = { plan: Plan; forecast: Forecast; nominal: YearRow[]; fixed: YearRow[] };

/** Forecasts at hand: every number of the line and some scenarios. */
const KEPT = 120;

/** Forecasts of entries, made when first asked for; the oldest give way. */
export class Forecasts {
  readonly #made = new Map<Entry, Made>();
  #catalogue: Catalogue | null = null;
  /** The last plan by id: what a lever does not touch is shared with it. */
  readonly #last = new Map<number, Plan>();
  /** The entry with other numbers of settled, for as long as nothing else of it changes. */
  #variants: { key: string; by: Map<number, Entry> } = { key: '', by: new Map() };

  /** What is worked out for an entry with the parameters of a catalogue; with another one all is made anew. */
  of(entry: Entry, catalogue: Catalogue): Made {
    if (catalogue !== this.#catalogue) this.#made.clear();
    this.#catalogue = catalogue;
    const known = this.#made.get(entry);
    if (known) return known;
    const plan = planFor(entry, catalogue, this.#last.get(entry.id));
    this.#last.set(entry.id, plan);
    const forecast = forecastOf(plan);
    const nominal = yearRows(String(entry.id), forecast);
    const made = { plan, forecast, nominal, fixed: inFixedKroner(nominal) };
    this.#made.set(entry, made);
    const [oldest] = this.#made.keys();
    if (oldest && this.#made.size > KEPT) this.#made.delete(oldest);
    return made;
  }

  /** An entry with another number of settled a year, all else as it stands. */
  withPersons(entry: Entry, persons: number): Entry {
    const key = restKey(entry);
    if (this.#variants.key !== key) this.#variants = { key, by: new Map() };
    let variant = this.#variants.by.get(persons);
    if (!variant) {
      variant = withSetting(entry, PERSONS, persons);
      this.#variants.by.set(persons, variant);
    }
    return variant;
  }
}
