import groups from '../../../data/groups.json';
import { municipalityOf } from './municipalities';
import { numberToday } from './history';

/** A group of municipalities that comes with the application: the names of its scenarios, and what its guidelines are about. */
export type GroupExample = (typeof groups)[number];

/** The groups that come with the application. */
export const groupExamples: readonly GroupExample[] = groups;

/** What a municipality is called today, with what tells it from a namesake; its number where the name is not known. */
export function nameToday(number: string): string {
  const of = municipalityOf(numberToday(number) ?? number);
  if (!of) return number;
  return of.disambiguation ? `${of.name} (${of.disambiguation})` : of.name;
}
