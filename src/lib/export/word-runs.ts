import { ExternalHyperlink, TextRun, type ParagraphChild } from 'docx';
import { plain } from './markup';
import { isFigure, type Run } from './paper-block';
import { LOCALES } from './word-style';

/** Runs of the paper as Word has them. A figure is never broken; so is nothing where `whole`. */
export function runsOf(runs: readonly Run[], whole = false): ParagraphChild[] {
  return runs.map((run): ParagraphChild => {
    if (run === '\n') return new TextRun({ break: 1 });
    if (typeof run === 'string') return new TextRun(plain(run));
    if (isFigure(run) || whole) return new TextRun(plain(run.text).replaceAll(' ', '\u00a0'));
    const { text, lang, href } = run;
    const language = lang && { language: { value: LOCALES[lang] } };
    if (href === undefined) return new TextRun({ text: plain(text), ...language });
    const link = new TextRun({ text: plain(text), style: 'Hyperlink', ...language });
    return new ExternalHyperlink({ link: href, children: [link] });
  });
}
