import {
  AlignmentType,
  BuilderElement,
  Document,
  DocumentAttributes,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SimpleField,
  StringContainer,
  TabStopType,
  TextRun,
  XmlComponent,
  type FileChild,
} from 'docx';
import { paperText } from '$lib/text/paper';
import type { Text } from '$lib/text/text';
import { plain } from './markup';
import type { Block, Run, TableBlock } from './paper-block';
import type { DrawnPicture } from './picture';
import { runsOf } from './word-runs';
import { LOCALES, NUMBERING, PAGE, STYLE, WITHIN, numberings, stylesIn } from './word-style';
import { tableOf } from './word-table';

/** What a paragraph before it is about, so that they stand on one page. */
const LEADS_TO = new Set<Block['kind']>(['table', 'list', 'terms']);
/** Twips of a pixel at 96 to the inch. */
const TWIPS_PER_PIXEL = 15;
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

/** What stands on every page of a file and what the file says of itself. The first of `marks` is whom it is for. */
export type Frame = {
  title: string;
  subject: string;
  date: Date;
  head: string;
  marks: readonly string[];
  foot: string;
  /** Whether pages lie down, for tables of many columns. */
  isWide?: boolean;
};

/**
 * Blocks as a file of Word (.docx): editable styles, real tables, pictures with what they show in words. Pictures that the
 * blocks have no place for are left out, and places without a picture. A title after the first begins a page. Names nobody as
 * its author.
 */
export async function documentFile(
  blocks: readonly Block[],
  frame: Frame,
  text: Text,
  pictures: readonly DrawnPicture[] = [],
): Promise<Uint8Array> {
  const { width, height, margin } = PAGE;
  const isWide = frame.isWide ?? false;
  const within = isWide ? height - 2 * margin : WITHIN;
  const orientation = isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const options = {
    styles: stylesIn(text.language),
    numbering: numberings(),
    sections: [
      {
        properties: {
          page: {
            size: { width, height, orientation },
            margin: { top: margin, right: margin, bottom: margin, left: margin },
          },
        },
        headers: { default: headerOf(frame, within) },
        footers: { default: footerOf(frame, text, within) },
        children: childrenOf(blocks, text, pictures, within),
      },
    ],
  };
  return Packer.pack(new Paper(options, new Core(frame, text)), 'uint8array');
}

/** Every block in its order; tables and pictures are numbered as they come. */
function childrenOf(
  blocks: readonly Block[],
  text: Text,
  pictures: readonly DrawnPicture[],
  within: number,
): FileChild[] {
  const words = paperText[text.language];
  const numbers = { table: 0, figure: 0, list: 0 };
  const caption = (kind: 'table' | 'figure', name: string): Paragraph => {
    numbers[kind] += 1;
    const field = new SimpleField(`SEQ ${words[kind]} \\* ARABIC`, String(numbers[kind]));
    return new Paragraph({
      style: 'Caption',
      keepNext: true,
      children: [new TextRun(`${words[kind]} `), field, new TextRun(`. ${plain(name)}`)],
    });
  };
  const list = (ordered: boolean, items: readonly Run[][]): Paragraph[] => {
    numbers.list += 1;
    const reference = ordered ? NUMBERING.points : NUMBERING.bullets;
    return items.map(
      (runs) =>
        new Paragraph({
          style: 'ListParagraph',
          numbering: { reference, level: 0, instance: numbers.list },
          children: runsOf(runs),
        }),
    );
  };
  return blocks.flatMap((block, at): FileChild[] => {
    switch (block.kind) {
      case 'heading':
        return [
          new Paragraph({
            heading: HEADINGS[block.level],
            pageBreakBefore: block.level === 1 && at > 0,
            children: [new TextRun(plain(block.text))],
          }),
        ];
      case 'paragraph':
        return [
          new Paragraph({ keepNext: LEADS_TO.has(blocks[at + 1]?.kind ?? 'heading'), children: runsOf(block.runs) }),
        ];
      case 'note':
      case 'mark':
        return [new Paragraph({ style: STYLE.note, children: runsOf(block.runs) })];
      case 'list':
        return list(block.ordered, block.items);
      case 'resolution':
        return list(
          true,
          block.lines.map((line) => [{ text: line, lang: block.form }]),
        );
      case 'hidden':
        return block.lines.map((line) => new Paragraph({ children: runsOf([line]) }));
      case 'terms':
        return block.rows.map(({ term, runs }) => termOf(term, runs));
      case 'table':
        return [caption('table', block.caption), ...tableWithOrigin(block, text, within)];
      case 'picture': {
        const picture = pictures.find(({ name }) => name === block.name);
        return picture ? [caption('figure', picture.title), originOf(block.origin), imageOf(picture)] : [];
      }
    }
  });
}

function tableWithOrigin(block: TableBlock, text: Text, within: number): FileChild[] {
  // A paragraph after a table keeps it apart from the next, which Word would else join to it.
  return [
    originOf(block.origin),
    tableOf(block, text.tail, within),
    new Paragraph({ style: STYLE.origin, keepNext: false }),
  ];
}

function originOf(origin: string): Paragraph {
  return new Paragraph({ style: STYLE.origin, children: [new TextRun(plain(origin))] });
}

function termOf(term: string, runs: readonly Run[]): Paragraph {
  return new Paragraph({
    style: STYLE.term,
    children: [new TextRun({ text: plain(term), bold: true }), new TextRun('\t'), ...runsOf(runs)],
  });
}

function imageOf({ png, width, height, title, summary, name }: DrawnPicture): Paragraph {
  const wide = Math.round(WITHIN / TWIPS_PER_PIXEL);
  const altText = { title: plain(title), description: plain(`${title}. ${summary}`), name };
  const transformation = { width: wide, height: Math.round((height / width) * wide) };
  return new Paragraph({
    spacing: { after: 200 },
    children: [new ImageRun({ type: 'png', data: png, transformation, altText })],
  });
}

function headerOf({ head, marks: [mark = '', ...others] }: Frame, within: number): Header {
  const tabStops = [{ type: TabStopType.RIGHT, position: within }];
  const line = (children: TextRun[]): Paragraph => new Paragraph({ style: STYLE.origin, tabStops, children });
  return new Header({
    children: [
      line([new TextRun(plain(head)), new TextRun({ text: `\t${mark}`, bold: true })]),
      ...(others.length > 0 ? [line([new TextRun({ text: `\t${others.join('. ')}.`, bold: true })])] : []),
    ],
  });
}

function footerOf({ foot }: Frame, text: Text, within: number): Footer {
  const words = paperText[text.language];
  const pages = [`${words.page} `, PageNumber.CURRENT, ` ${words.pageOf} `, PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        style: STYLE.origin,
        keepNext: false,
        tabStops: [{ type: TabStopType.RIGHT, position: within }],
        alignment: AlignmentType.LEFT,
        children: [new TextRun(foot), new TextRun('\t'), new TextRun({ children: pages })],
      }),
    ],
  });
}

/** A moment (ISO time), as the properties of a file have it. */
class Moment extends BuilderElement<{ type: string }> {
  constructor(name: string, at: string) {
    super({ name, attributes: { type: { key: 'xsi:type', value: 'dcterms:W3CDTF' } } });
    this.root.push(at);
  }
}

/** What the file says of itself: title, subject, language and when it was made; nobody's name. */
class Core extends XmlComponent {
  constructor({ title, subject, date }: Frame, { language }: Text) {
    super('cp:coreProperties');
    const made = `${date.toISOString().slice(0, 19)}Z`;
    this.root.push(
      new DocumentAttributes(['cp', 'dc', 'dcterms', 'xsi']),
      new StringContainer('dc:title', plain(title)),
      new StringContainer('dc:subject', subject),
      new StringContainer('dc:language', LOCALES[language]),
      new Moment('dcterms:created', made),
      new Moment('dcterms:modified', made),
    );
  }
}

/** A document that says this of itself in the place of what the library would. */
class Paper extends Document {
  readonly #core: Core;

  constructor(options: ConstructorParameters<typeof Document>[0], core: Core) {
    super(options);
    this.#core = core;
  }

  override get CoreProperties(): Core {
    return this.#core;
  }
}
