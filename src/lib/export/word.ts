import { outgoingText } from '$lib/text/outgoing';
import { paperText } from '$lib/text/paper';
import type { Text } from '$lib/text/text';
import { dateOf, hashOf, type Outgoing } from './outgoing';
import { markOf, paperOf, paperTitle, type PaperMore } from './paper';
import type { DrawnPicture } from './picture';
import { documentFile } from './word-document';

/** The paper for the council as a file of Word (.docx). */
export async function wordFile(
  of: Outgoing,
  text: Text,
  pictures: readonly DrawnPicture[],
  more: PaperMore = {},
): Promise<Uint8Array> {
  const words = paperText[text.language];
  const { hash, date } = outgoingText[text.language].head;
  const frame = {
    title: paperTitle(of, words),
    subject: words.subject,
    date: of.date,
    head: of.municipality.name,
    marks: markOf(of, text),
    foot: `${hash} ${hashOf(of.about.plan, of.mode)} · ${date} ${dateOf(of.date)} · Bosett ${of.version}`,
  };
  return documentFile(paperOf(of, text, words, more), frame, text, pictures);
}
