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
  Paragraph,
  SimpleField,
  StringContainer,
  TabStopType,
  TextRun,
  XmlComponent,
  type FileChild,
} from 'docx';
import { outgoingText } from '$lib/text/outgoing';
import { paperText } from '$lib/text/paper';
import type { Text } from '$lib/text/text';
import { plain } from './markup';
import { dateOf, hashOf, type Outgoing } from './outgoing';
import { markOf, paperOf, paperTitle, type PaperMore } from './paper';
import type { Block, Run, TableBlock } from './paper-block';
import type { DrawnPicture } from './picture';
import { runsOf } from './word-runs';
import { LOCALES, NUMBERING, PAGE, STYLE, WITHIN, numberings, stylesIn } from './word-style';
import { tableOf } from './word-table';

/** What a paragraph before it is about, so that they stand on one page. */
const LEADS_TO = new Set<Block['kind']>(['table', 'list', 'terms']);
/** Twips of a pixel at 96 to the inch. */
const TWIPS_PER_PIXEL = 15;
/** Where what stands to the right of a head or a foot ends. */
const RIGHT = [{ type: TabStopType.RIGHT, position: WITHIN }];
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

/**
 * The paper for the council as a file of Word (.docx): editable styles, real tables, pictures with what they show in words.
 * Pictures that the paper has no place for are left out, and places without a picture. Names nobody as its author.
 */
export async function wordFile(
  of: Outgoing,
  text: Text,
  pictures: readonly DrawnPicture[],
  more: PaperMore = {},
): Promise<Uint8Array> {
  const words = paperText[text.language];
  const title = plain(paperTitle(of, words));
  const options = {
    styles: stylesIn(text.language),
    numbering: numberings(),
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin },
          },
        },
        headers: { default: headerOf(of, text) },
        footers: { default: footerOf(of, text) },
        children: childrenOf(paperOf(of, text, words, more), of, text, pictures),
      },
    ],
  };
  return Packer.pack(new Paper(options, new Core(title, of, text)), 'uint8array');
}

/** Every block in its order; tables and pictures are numbered as they come. */
function childrenOf(
  blocks: readonly Block[],
  of: Outgoing,
  text: Text,
  pictures: readonly DrawnPicture[],
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
        return [new Paragraph({ heading: HEADINGS[block.level], children: [new TextRun(plain(block.text))] })];
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
        return [caption('table', block.caption), ...tableWithOrigin(block, text)];
      case 'picture': {
        const picture = pictures.find(({ name }) => name === block.name);
        return picture ? [caption('figure', picture.title), originOf(block.origin), imageOf(picture)] : [];
      }
    }
  });
}

function tableWithOrigin(block: TableBlock, text: Text): FileChild[] {
  // A paragraph after a table keeps it apart from the next, which Word would else join to it.
  return [originOf(block.origin), tableOf(block, text.tail), new Paragraph({ style: STYLE.origin, keepNext: false })];
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

function headerOf(of: Outgoing, text: Text): Header {
  const [mark = '', ...people] = markOf(of, text);
  const line = (children: TextRun[]): Paragraph => new Paragraph({ style: STYLE.origin, tabStops: RIGHT, children });
  return new Header({
    children: [
      line([new TextRun(plain(of.municipality.name)), new TextRun({ text: `\t${mark}`, bold: true })]),
      ...(people.length > 0 ? [line([new TextRun({ text: `\t${people.join('. ')}.`, bold: true })])] : []),
    ],
  });
}

function footerOf(of: Outgoing, text: Text): Footer {
  const words = paperText[text.language];
  const { hash, date } = outgoingText[text.language].head;
  const pages = [`${words.page} `, PageNumber.CURRENT, ` ${words.pageOf} `, PageNumber.TOTAL_PAGES];
  const made = `${hash} ${hashOf(of.about.plan, of.mode)} · ${date} ${dateOf(of.date)} · Bosett ${of.version}`;
  return new Footer({
    children: [
      new Paragraph({
        style: STYLE.origin,
        keepNext: false,
        tabStops: RIGHT,
        alignment: AlignmentType.LEFT,
        children: [new TextRun(made), new TextRun('\t'), new TextRun({ children: pages })],
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
  constructor(title: string, { date }: Outgoing, { language }: Text) {
    super('cp:coreProperties');
    const made = `${date.toISOString().slice(0, 19)}Z`;
    this.root.push(
      new DocumentAttributes(['cp', 'dc', 'dcterms', 'xsi']),
      new StringContainer('dc:title', title),
      new StringContainer('dc:subject', paperText[language].subject),
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
