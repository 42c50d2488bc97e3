const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** What XML has no place for, and marks that turn the direction of what follows or join words unseen. */
const UNSEEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text without marks that are not seen: nothing in it changes how other text is read. */
export function plain(text: string): string {
  return text.replace(UNSEEN, '');
}

/** Text as it stands in XML and HTML, between marks or in an attribute in quotes. */
export function escaped(text: string): string {
  return plain(text).replace(/[&<>"']/g, (mark) => NAMED[mark] ?? mark);
}
