import { escaped, plain } from './markup';

/** The light colours of the page: a picture is for paper and for other people's documents. */
export const INK = {
  page: '#ffffff',
  ink: '#10222b',
  ink2: '#40545f',
  ink3: '#566b76',
  line: '#d5dee1',
  edge: '#71858f',
  fjord: '#00587f',
  onfjord: '#ffffff',
  fjordt: '#dcebf2',
  rav: '#a04a00',
  mark: '#fdf0b5',
} as const;

/** A rectangle, pixels from the upper left corner. */
export type Box = { left: number; top: number; right: number; bottom: number };

/** Words at a place: `y` is their base line. */
export type Said = {
  words: string;
  x: number;
  y: number;
  size?: number;
  bold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
  fill?: string;
  /** Words on a bar have no ground of their own. */
  bare?: boolean;
};

/** Advance widths of Public Sans in hundredths of its height, the letters that share one together. */
const WIDTHS: [number, string][] = [
  [24, "`.:’·,; \u00a0!'i"],
  [28, 'j|I([]l){}'],
  [38, '/\\-*Jrtf'],
  [44, '1"«^'],
  [50, 'z»vs?_'],
  [55, 'cy×+<=>aåäá−kx–'],
  [58, 'eo~öéLhnu'],
  [61, 'FTø#27bdpq0Y69Eg'],
  [65, '345PZ8$'],
  [70, 'BSVKRCDXU&AÅ'],
  [76, 'GONQØH…w'],
  [91, '@mM%æ'],
  [97, 'WÆ'],
];
const WIDTH_OF = new Map(WIDTHS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));
/** Letters that are not in the list are taken for wide, and other typefaces for a little wider. */
const OTHER = 80;
const SPARE = 1.08;
const BOLD = 1.06;

/** Pixels that words take. */
export function widthOf(words: string, size: number, bold = false): number {
  const hundredths = [...plain(words)].reduce((sum, letter) => sum + (WIDTH_OF.get(letter) ?? OTHER), 0);
  return (hundredths / 100) * size * SPARE * (bold ? BOLD : 1);
}

/** Words cut so that they take no more than so many pixels. */
export function fitted(words: string, width: number, size: number, bold = false): string {
  if (widthOf(words, size, bold) <= width) return words;
  const letters = [...words];
  while (letters.length > 0 && widthOf(`${letters.join('')}…`, size, bold) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** Words as lines no wider than so many pixels; the last of them is cut where there are too many. */
export function linesOf(words: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || (lines.length < most && widthOf(longer, size) > width)) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => fitted(line, width, size));
}

/** A number of pixels as it is written; a place that is not known is a mistake. */
export function px(pixels: number): string {
  if (!Number.isFinite(pixels)) throw new Error(`no place: ${pixels}`);
  return String(Math.round(pixels * 10) / 10);
}

const TEXT = 14;

/** Words as SVG, on a ground of the page's colour so that lines behind them give way. */
export function words({ words: said, x, y, size = TEXT, bold, anchor = 'start', fill = INK.ink, bare }: Said): string {
  const ground = bare ? '' : ` stroke="${INK.page}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`;
  const at = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const weight = bold ? ' font-weight="700"' : '';
  return `<text x="${px(x)}" y="${px(y)}" font-size="${px(size)}"${weight}${at} fill="${fill}"${ground}>${escaped(said)}</text>`;
}

/** The rectangle that words take. */
export function boxOf({ words: said, x, y, size = TEXT, bold, anchor = 'start' }: Said): Box {
  const width = widthOf(said, size, bold);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - 0.78 * size, bottom: y + 0.24 * size };
}

/** Words that find their place among others, inside a frame. */
export type Placing = {
  /** The first of some places where nothing else is said, as SVG; nothing where there is none. */
  put: (...places: Said[]) => string;
  /** Keeps words away from a rectangle. */
  keep: (box: Box) => void;
};

/** Pixels between words. */
const APART = 3;

/** Places for words inside a frame, none of them over another. */
export function placing(frame: Box): Placing {
  const taken: Box[] = [];
  const isFree = (box: Box): boolean =>
    box.left >= frame.left &&
    box.right <= frame.right &&
    box.top >= frame.top &&
    box.bottom <= frame.bottom &&
    !taken.some(
      (other) =>
        box.left < other.right + APART &&
        box.right > other.left - APART &&
        box.top < other.bottom &&
        box.bottom > other.top,
    );
  return {
    put: (...places) => {
      const found = places.find((place) => isFree(boxOf(place)));
      if (!found) return '';
      taken.push(boxOf(found));
      return words(found);
    },
    keep: (box) => taken.push(box),
  };
}

/** A filled rectangle, with what it is for those who point at it. */
export function rect(box: Box, fill: string, { stroke = '', title = '' } = {}): string {
  const edge = stroke ? ` stroke="${stroke}" stroke-width="1.6"` : '';
  const size = `width="${px(Math.max(0, box.right - box.left))}" height="${px(Math.max(0, box.bottom - box.top))}"`;
  const said = title ? `><title>${escaped(title)}</title></rect>` : '/>';
  return `<rect x="${px(box.left)}" y="${px(box.top)}" ${size} fill="${fill}"${edge}${said}`;
}

/** A line along drawing commands; `dash` breaks it. */
export function path(d: string, stroke: string, width: number, { dash = '', fill = 'none' } = {}): string {
  if (d === '') return '';
  const broken = dash ? ` stroke-dasharray="${dash}"` : '';
  const edge = stroke ? ` stroke="${stroke}" stroke-width="${px(width)}"${broken}` : '';
  return `<path d="${d}" fill="${fill}"${edge}/>`;
}

/** The broken mark of the plan it is compared with, over what is behind it. */
export function ghost(d: string): string {
  return path(d, INK.page, 5) + path(d, INK.ink, 2.2, { dash: '5 3' });
}

/** The rule where the plan ends, or a hairline. */
export function upright(x: number, top: number, bottom: number, look: 'ends' | 'hair'): string {
  const d = `M${px(x)} ${px(top)}V${px(bottom)}`;
  return look === 'ends' ? path(d, INK.ink, 1.3, { dash: '1.3 3' }) : path(d, INK.line, 1);
}

/** A level line. */
export function level(y: number, left: number, right: number, stroke: string = INK.ink, width = 1.5): string {
  return path(`M${px(left)} ${px(y)}H${px(right)}`, stroke, width);
}

/** What is hatched: years after the plan, and money paid for nothing. */
export function hatches(id: string): string {
  const hatch = (name: string, stroke: string): string =>
    `<pattern id="${id}-${name}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="${INK.page}"/><path d="M1.5 0V7" stroke="${stroke}" stroke-width="2.6"/></pattern>`;
  return `<defs>${hatch('plus', INK.fjord)}${hatch('minus', INK.rav)}${hatch('ink', INK.ink)}</defs>`;
}
