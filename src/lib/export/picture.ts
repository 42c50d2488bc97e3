import type { Text } from '$lib/text/text';
import { picturesText } from '$lib/text/pictures';
import { personsName } from '$lib/text/figures';
import { valueAt } from '$lib/model/resolve';
import type { Outgoing } from './outgoing';
import { alternativesSketch } from './picture-alternatives';
import { netSketch, peopleSketch } from './picture-bars';
import { fundSketch } from './picture-fund';
import { postsSketch } from './picture-posts';
import { roomsSketch } from './picture-rooms';
import { pictureOf, type Picture, type Sketch } from './picture-sheet';
import { worstSketch } from './picture-worst';

export type { Picture } from './picture-sheet';

/** A picture with the same as PNG. */
export type DrawnPicture = Picture & { png: Uint8Array };

/** The charts of a plan as pictures, in the order a paper shows them; one that there is nothing to show in is left out. */
export function picturesOf(of: Outgoing, text: Text): Picture[] {
  const sketches: (Sketch | null)[] = [
    netSketch(of, text),
    fundSketch(of, text),
    peopleSketch(of, text),
    roomsSketch(of, text),
    postsSketch(of, text),
    alternativesSketch(of, text),
    worstSketch(of, text),
  ];
  return sketches.filter((sketch) => sketch !== null).map((sketch) => pictureOf(sketch, of, text));
}

/** The name of a picture's file: `heroy-40-netto-2024-2027.svg`. */
export function pictureFileName(of: Outgoing, name: string, ending: 'svg' | 'png', text: Text): string {
  const { scenario, parameters } = of.about.plan;
  const last = scenario.first_year + scenario.years - 1;
  const path = Array.from({ length: scenario.years }, (_, at) =>
    valueAt(parameters, 'settlement.persons', scenario.first_year + at),
  );
  const what = picturesText[text.language].file[name] ?? name;
  const parts = [of.municipality.name, personsName(path, text), what, scenario.first_year, last];
  return `${parts.map((part) => slugOf(String(part))).join('-')}.${ending}`;
}

const LETTERS: Record<string, string> = { æ: 'ae', ø: 'o', å: 'a' };

function slugOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-');
}
