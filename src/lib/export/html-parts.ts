import type { Text } from '$lib/text/text';
import { escaped } from './markup';

/** A cell: text as it is written, or markup that is already safe. */
export type Cell = string | { html: string };

/** A table: cells by row, the first of a row its heading; `tail` marks rows after the plan, `sum` rows that add others. */
export type Table = {
  caption: string;
  columns: string[];
  rows: { cells: Cell[]; tail?: boolean; sum?: boolean }[];
  /** Columns from the left that hold words; the others hold figures. */
  words?: number;
};

/** Markup of a cell. */
export function cellHtml(cell: Cell): string {
  return typeof cell === 'string' ? escaped(cell) : cell.html;
}

/** A table that can be scrolled where it is wider than the page. */
export function tableHtml({ caption, columns, rows, words = 1 }: Table): string {
  const look = (at: number): string => (at < words ? '' : ' class="n"');
  const head = columns.map((column, at) => `<th scope="col"${look(at)}>${escaped(column)}</th>`).join('');
  const body = rows.map(({ cells, tail, sum }) => {
    const classes = [...(tail ? ['tail'] : []), ...(sum ? ['sum'] : [])].join(' ');
    const inner = cells.map((cell, at) =>
      at === 0 ? `<th scope="row">${cellHtml(cell)}</th>` : `<td${look(at)}>${cellHtml(cell)}</td>`,
    );
    return `<tr${classes ? ` class="${classes}"` : ''}>${inner.join('')}</tr>`;
  });
  return wide(
    caption,
    `<table><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`,
  );
}

/** What can be wider than the page, in a group that the keyboard can scroll. */
export function wide(name: string, html: string): string {
  return `<div class="wide" role="group" tabindex="0" aria-label="${escaped(name)}">${html}</div>`;
}

/** A link to another page; only to an address of the web, else the words alone. */
export function linkHtml(words: string, href: string | null, { language }: Text): string {
  const said = language === 'en' ? `<span lang="nb">${escaped(words)}</span>` : escaped(words);
  return href !== null && /^https?:\/\//.test(href) ? `<a href="${escaped(href)}" rel="noreferrer">${said}</a>` : said;
}

/** A section with its heading, and what the contents call it. */
export type Part = { id: string; title: string; html: string };

export function sectionHtml({ id, title, html }: Part): string {
  return `<section aria-labelledby="${id}"><h2 id="${id}">${escaped(title)}</h2>${html}</section>`;
}

/** How the file looks: light or dark as the reader's device, and on A4. Charts keep their white ground. */
export const STYLE = `
:root{color-scheme:light dark;--page:#fff;--ink:#10222b;--ink2:#40545f;--line:#d5dee1;--fjord:#00587f;--rav:#a04a00;--mark:#fdf0b5;--onmark:#10222b}
@media (prefers-color-scheme:dark){:root{--page:#0d1a21;--ink:#edf3f5;--ink2:#b3c4cc;--line:#29404b;--fjord:#6fbfe0;--rav:#f2a766;--mark:#3d3712;--onmark:#edf3f5}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 'Public Sans',system-ui,'Segoe UI',Roboto,sans-serif}
header,main,footer{max-width:860px;margin:0 auto;padding:0 20px}
h1{margin:20px 0 8px;font-size:28px;line-height:1.2;letter-spacing:-.015em}
h2{margin:40px 0 8px;padding-top:16px;border-top:2px solid var(--ink);font-size:22px;line-height:1.25}
h3{margin:24px 0 4px;font-size:17px}
p{max-width:44em;margin:8px 0}
a{color:var(--fjord)}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.mark{max-width:none;margin:16px 0 0;padding:6px 12px;border-left:12px solid var(--ink);background:var(--mark);color:var(--onmark);font-weight:600}
.lead,.note,.source{color:var(--ink2)}
.note,.source{font-size:14px}
nav ul{display:flex;flex-wrap:wrap;gap:0 20px;padding:0;list-style:none}
nav a{display:inline-block;padding:10px 0}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-size:15px}
caption{padding:4px 0;font-weight:600;text-align:left}
th,td{padding:4px 20px 4px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400}
thead th{border-bottom:1.5px solid var(--ink);color:var(--ink2);font-size:14px;vertical-align:bottom}
td.n,th.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
thead th.n{white-space:normal}
tr:not(.tail)+.tail>*{border-top:1.5px dashed var(--ink2)}
.sum>*{border-top:1.5px solid var(--ink);font-weight:700}
.head th{font-weight:600;white-space:nowrap}
.head td{overflow-wrap:anywhere}
figure{margin:24px 0 0}
figure>.wide{border:1px solid var(--line);background:#fff}
figure svg{display:block;width:100%;min-width:620px;height:auto}
summary{min-height:44px;padding:10px 0;cursor:pointer}
details.item{border-bottom:1px solid var(--line)}
details.item>summary{display:flex;gap:4px 16px;justify-content:space-between;flex-wrap:wrap;font-weight:600}
details.item>summary::before{content:'+';width:1em}
details.item[open]>summary::before{content:'−'}
details.item>summary>span:first-child{flex:1}
dt{margin-top:16px;font-weight:600}
dd{margin:4px 0 0}
dd p{white-space:pre-line}
footer{padding-block:32px;color:var(--ink2);font-size:14px}
@media (max-width:600px){h1{font-size:23px}h2{font-size:20px}.head th{white-space:normal}th,td{padding-right:12px}}
@page{size:A4;margin:18mm}
@media print{
:root{color-scheme:light;--page:#fff;--ink:#10222b;--ink2:#40545f;--line:#d5dee1;--fjord:#00587f;--rav:#a04a00;--mark:#fdf0b5;--onmark:#10222b}
body{font-size:10.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
header,main,footer{max-width:none;padding:0}
nav{display:none}
.wide{overflow:visible}
figure,tr{break-inside:avoid}
h2,h3,caption,summary{break-after:avoid}
thead{display:table-header-group}
figure svg{min-width:0}
table{font-size:9.5pt}
th,td{padding-right:10px}
a{color:inherit}
.twin>summary{display:none}
.twin::details-content{display:block;content-visibility:visible;block-size:auto}
}
`
  .replace(/\n/g, '')
  .trim();
