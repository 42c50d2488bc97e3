import { AlignmentType, LevelFormat, type INumberingOptions, type IStylesOptions } from 'docx';
import type { Language } from '$lib/text/language';

/** What Word calls a language, for spelling and for being read aloud. */
export const LOCALES: Record<Language, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

/** Twips of an A4 page, its margins of 25 mm, and what is left between them. */
export const PAGE = { width: 11906, height: 16838, margin: 1417 };
export const WITHIN = PAGE.width - 2 * PAGE.margin;

/** Styles of our own; all others are Word's, so that a municipality's template takes them over. */
export const STYLE = { table: 'TableText', column: 'TableHeading', origin: 'Origin', note: 'Note', term: 'Term' };
export const NUMBERING = { points: 'points', bullets: 'bullets' };

const FONT = 'Calibri';
const GREY = '4A4A4A';
const LINE = 'BFBFBF';
export const RULE = { style: 'single' as const, size: 4, color: LINE };
export const STRONG = { style: 'single' as const, size: 8, color: '000000' };
export const DASHED = { style: 'dashed' as const, size: 8, color: GREY };
export const NO_LINE = { style: 'none' as const, size: 0, color: 'auto' };

/** The styles of a paper in a language. */
export function stylesIn(language: Language): IStylesOptions {
  const heading = (size: number, before: number, after: number) => ({
    run: { font: FONT, size, bold: true, italics: false, color: '000000' },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: 22, language: { value: LOCALES[language] } },
        paragraph: { spacing: { after: 120, line: 264, lineRule: 'auto' as const } },
      },
      heading1: heading(36, 0, 160),
      heading2: heading(28, 320, 100),
      heading3: heading(24, 220, 80),
      caption: {
        run: { font: FONT, size: 20, bold: true, italics: false, color: '000000' },
        paragraph: { spacing: { before: 200, after: 20 }, keepNext: true },
      },
      listParagraph: { paragraph: { spacing: { after: 60 } } },
      hyperlink: { run: { color: '0B4F9E', underline: { type: 'single' } } },
    },
    paragraphStyles: [
      own(STYLE.table, 'Table text', {
        run: { size: 19 },
        paragraph: { spacing: { before: 20, after: 20, line: 240, lineRule: 'auto' as const } },
      }),
      own(STYLE.column, 'Table heading', {
        basedOn: STYLE.table,
        run: { bold: true },
      }),
      own(STYLE.origin, 'Table origin', {
        run: { size: 17, color: GREY },
        paragraph: { spacing: { after: 80, line: 240, lineRule: 'auto' as const }, keepNext: true },
      }),
      own(STYLE.note, 'Note', { run: { size: 20, color: GREY }, paragraph: { keepNext: true } }),
      own(STYLE.term, 'Term', {
        run: { size: 20 },
        paragraph: {
          spacing: { after: 40 },
          indent: { left: TERM, hanging: TERM },
        },
      }),
    ],
  };
}

/** Where what a term stands for begins. */
const TERM = 4536;

type Look = Pick<NonNullable<IStylesOptions['paragraphStyles']>[number], 'basedOn' | 'run' | 'paragraph'>;

function own(id: string, name: string, look: Look): NonNullable<IStylesOptions['paragraphStyles']>[number] {
  return { id, name, basedOn: 'Normal', quickFormat: true, ...look };
}

/** Numbered points and bullets. */
export function numberings(): INumberingOptions {
  const indent = { left: 425, hanging: 425 };
  const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => [
    { level: 0, format, text, alignment: AlignmentType.LEFT, style: { paragraph: { indent } } },
  ];
  return {
    config: [
      { reference: NUMBERING.points, levels: level(LevelFormat.DECIMAL, '%1.') },
      { reference: NUMBERING.bullets, levels: level(LevelFormat.BULLET, '•') },
    ],
  };
}
