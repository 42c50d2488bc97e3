import { readBundle } from '$lib/ingest/bundle-file';
import { decode } from '$lib/ingest/encoding';
import { readJson, sizeFindings } from '$lib/ingest/scenario-file';
import { openingPopulation, rowsObserved, type CohortRow } from '$lib/model/cohort';
import type { Member } from '$lib/model/member';
import type { Scenario } from '$lib/model/scenario';
import type { Finding } from '$lib/model/settings';
import { nameToday } from '$lib/parameters/groups';
import { numberToday } from '$lib/parameters/history';
import { PERSONS, type Entry } from './entry';

/** A municipality of a group: its scenario, what it sent itself, or neither yet. What it sent goes before its scenario. */
export type Place = { municipality: string; entry: Entry | null; sent: Sent | null };
export type Sent = { file: string; member: Member };

/** A file that was given to a group: whose figures it held, or what is wrong with it. */
export type Given = { file: string; municipalities: readonly string[]; findings: Finding[] };

/** In a larger group nobody is counted as moving from member to member. */
export const MOST_MOVERS = 30;
/** Years of a plan made from rows of people alone. */
const YEARS = 4;

/** Whether something of a place was given by the user. */
export function isGiven({ entry, sent }: Place): boolean {
  return sent !== null || (entry?.ownRows ?? false);
}

/** Places with those that were given in place of the same, and new ones last. */
export function withPlaces(places: readonly Place[], fresh: readonly Place[]): Place[] {
  const byNumber = new Map(fresh.map((place) => [place.municipality, place]));
  const kept = places.map((place) => {
    const given = byNumber.get(place.municipality);
    byNumber.delete(place.municipality);
    return given ? { ...given, entry: given.entry ?? place.entry } : place;
  });
  return [...kept, ...byNumber.values()];
}

/** That a municipality stands in an earlier file too. */
export function twiceFindings(twice: readonly Place[], given: readonly Given[]): Finding[] {
  return twice.map(({ municipality }) => {
    const earlier = given.find(({ municipalities }) => municipalities.includes(municipality));
    const found = nameToday(municipality);
    return { code: 'member-twice', severity: 'error', path: '', found, allowed: earlier?.file };
  });
}

/** That a municipality was no member before. */
export function foreignFindings(fresh: readonly Place[], places: readonly Place[]): Finding[] {
  const known = new Set(places.map(({ municipality }) => municipality));
  const foreign = fresh.filter(({ municipality }) => !known.has(municipality));
  // Of a whole country nobody is foreign.
  if (foreign.length > MOST_MOVERS) return [];
  return foreign.map(({ municipality }) => {
    return { code: 'not-a-member', severity: 'warning', path: '', found: nameToday(municipality) };
  });
}

/** Rows by the number that their municipality has today; '' where a row does not say it. */
export function byMunicipality(rows: readonly CohortRow[]): Map<string, CohortRow[]> {
  const groups = new Map<string, CohortRow[]>();
  for (const row of rows) {
    const number = row.municipality ?? '';
    const today = numberToday(number) ?? number;
    const group = groups.get(today);
    if (group) group.push(row);
    else groups.set(today, [row]);
  }
  return groups;
}

/** A plan for people of whom nothing else is known: it begins after the last of them came, and as many go on coming. */
export function scenarioFrom(municipality: string, rows: CohortRow[]): Scenario {
  const observed = rows.flatMap(({ year }) => year ?? []);
  const last = Math.max(...rows.map(({ settlement_year }) => settlement_year));
  const until = observed.length > 0 ? Math.max(...observed) : last;
  const name = nameToday(municipality);
  return {
    format: 'bosett/scenario@1',
    title: { nb: name },
    municipality,
    first_year: until + 1,
    years: YEARS,
    opening: rows,
    parameters: { [PERSONS]: settledLast(rows, until) },
  };
}

/** How many of those who are here at the end of a year came in the last year that anybody came; hidden counts as estimated. */
export function settledLast(rows: CohortRow[], until: number): number {
  const { cells } = openingPopulation(rowsObserved(rows, until + 1));
  const last = Math.max(...cells.map(({ settlement_year }) => settlement_year));
  return Math.round(cells.reduce((sum, each) => sum + (each.settlement_year === last ? each.persons : 0), 0));
}

/** The member of a bundle file, or everything that is wrong with it. */
export async function readBundleFile(
  file: File,
): Promise<{ member: Member; findings: [] } | { member: null; findings: Finding[] }> {
  const tooLarge = sizeFindings(file.size);
  if (tooLarge.length > 0) return { member: null, findings: tooLarge };
  const json = readJson(decode(new Uint8Array(await file.arrayBuffer())));
  return 'finding' in json ? { member: null, findings: [json.finding] } : readBundle(json.value);
}
