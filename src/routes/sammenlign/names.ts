import { isUnder } from '$lib/model/overrides';
import { PERSONS, type Entry, type Settings } from '$lib/state/entry';
import { personsName } from '$lib/text/figures';
import { titleIn } from '$lib/text/title';
import type { Text } from '$lib/text/text';

/** What a scenario is called, before anything is said of what was changed in it. */
export function titleOf({ name, scenario }: Entry, text: Text): string {
  return name ?? titleIn(scenario.title, text.language);
}

/**
 * What scenarios are called, by id: another number of settled than they came with is said, so that no title lies, and no
 * two have the same name. `path` gives the settled of each year of the plan.
 */
export function namesOf(entries: Entry[], path: (entry: Entry) => number[], text: Text): Map<number, string> {
  const names = new Map<number, string>();
  const taken = new Set<string>();
  for (const entry of entries) {
    const full = nameOf(entry, path, text);
    let name = full;
    for (let count = 2; taken.has(name); count += 1) name = `${full} (${count})`;
    taken.add(name);
    names.set(entry.id, name);
  }
  return names;
}

function nameOf(entry: Entry, path: (entry: Entry) => number[], text: Text): string {
  const title = titleOf(entry, text);
  const [now, then] = [entry.scenario.parameters, entry.original];
  if (differs(now, then, true)) {
    const persons = text.plan.perYear(personsName(path(entry), text));
    if (!title.includes(persons)) return text.compare.changedTo(title, persons);
  } else if (entry.name === null && differs(now, then, false)) return `${title}, ${text.compare.changed}`;
  return title;
}

/** Whether settings of the number of settled (`ofPersons`), or all others, are not the same. */
function differs(now: Settings, then: Settings, ofPersons: boolean): boolean {
  const settings = [...Object.keys(now), ...Object.keys(then)];
  return settings.some((setting) => isUnder(setting, PERSONS) === ofPersons && now[setting] !== then[setting]);
}
