/** The value of an attribute by its name, with or without its prefix. */
export type Attribute = (name: string) => string | undefined;

/** What is told of an XML text as it is read. Names of elements are without prefix; an empty element opens and closes. */
export type XmlReader = {
  open(name: string, attribute: Attribute, parent: string): void;
  close(name: string): void;
  text(text: string): void;
};

/** A text or a tag that is longer than this is no cell. */
const LONGEST = 1_000_000;

/**
 * Reads an XML text in parts, so that it is never in memory as a whole. Throws where it is cut off, where elements do
 * not match and where it declares entities, which no spreadsheet does.
 */
export async function readXml(parts: AsyncIterable<Uint8Array>, reader: XmlReader): Promise<void> {
  const decoder = new TextDecoder();
  const open: string[] = [];
  let rest = '';
  for await (const part of parts) {
    rest = readTokens(rest + decoder.decode(part, { stream: true }), open, reader);
    if (rest.length > LONGEST) throw new Error('xml: too long');
  }
  rest = readTokens(rest + decoder.decode(), open, reader);
  if (rest.trim() !== '' || open.length > 0) throw new Error('xml: cut off');
}

/** Reads every whole token; what is left needs more text. */
function readTokens(source: string, open: string[], reader: XmlReader): string {
  let at = 0;
  for (;;) {
    const start = source.indexOf('<', at);
    if (start < 0) return source.slice(at);
    const end = endOf(source, start);
    if (end < 0) return source.slice(at);
    if (start > at) reader.text(decodeEntities(source.slice(at, start)));
    at = end;
    if (source.startsWith('<![CDATA[', start)) reader.text(source.slice(start + 9, end - 3));
    else if (source.startsWith('<!--', start) || source[start + 1] === '?') continue;
    else if (source[start + 1] === '!') throw new Error('xml: declaration');
    else readTag(source.slice(start + 1, end - 1), open, reader);
  }
}

function endOf(source: string, start: number): number {
  const closing = (mark: string): number => {
    const at = source.indexOf(mark, start);
    return at < 0 ? -1 : at + mark.length;
  };
  const second = source[start + 1];
  if (second === undefined) return -1;
  if (second === '?') return closing('?>');
  if (second === '!') {
    if (source.startsWith('<!--', start)) return closing('-->');
    if (source.startsWith('<![CDATA[', start)) return closing(']]>');
    if (source.length - start < 9) return -1;
  }
  let quote = 0;
  for (let at = start + 1; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at + 1;
  }
  return -1;
}

function readTag(tag: string, open: string[], reader: XmlReader): void {
  if (tag.startsWith('/')) {
    const name = localName(tag.slice(1).trim());
    if (open.pop() !== name) throw new Error(`xml: ${name} is not open`);
    reader.close(name);
    return;
  }
  const empty = tag.endsWith('/');
  const space = tag.search(/[\s/]/);
  const name = localName(space < 0 ? tag : tag.slice(0, space));
  const attributes = space < 0 ? '' : tag.slice(space, empty ? -1 : undefined);
  reader.open(name, attributesOf(attributes), open.at(-1) ?? '');
  if (empty) reader.close(name);
  else open.push(name);
}

function attributesOf(source: string): Attribute {
  let known: Map<string, string> | null = null;
  return (name) => {
    if (!known) {
      known = new Map();
      for (const [, key = '', double, single] of source.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
        const value = double ?? single ?? '';
        known.set(key, value);
        if (key.includes(':') && !known.has(localName(key))) known.set(localName(key), value);
      }
    }
    const value = known.get(name);
    return value === undefined ? undefined : decodeEntities(value);
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text with its character references resolved; others than those of XML from `more`, and unknown ones as they are. */
export function decodeEntities(text: string, more: Record<string, string> = {}): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,10}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return ENTITIES[name] ?? more[name] ?? whole;
    const code = decimal ? Number(decimal) : parseInt(hexadecimal, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
