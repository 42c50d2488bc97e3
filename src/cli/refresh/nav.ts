import { z } from 'zod';
import { readParameter } from '$lib/ingest/parameter-file';
import type { Parameter } from '$lib/model/parameter';
import { fetchJson, RefreshError, type Fetching } from './answer';
import type { Change, Refreshed } from './changes';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const History = z.array(z.looseObject({ dato: date, grunnbeløp: z.number().positive() })).min(1);

type Block = Parameter['values'][number];

/** The basic amount from each day it changed, the oldest first. */
export type BasicAmount = { from: string; value: number };

/** NAV's history of the basic amount. */
export async function basicAmountAnswer(address: string, fetching: Fetching): Promise<BasicAmount[]> {
  const history = await fetchJson(address, History, fetching);
  const amounts = history.map(({ dato, grunnbeløp }) => ({ from: dato, value: grunnbeløp }));
  amounts.sort((a, b) => (a.from < b.from ? -1 : 1));
  const twice = amounts.find(({ from }, at) => from === amounts[at + 1]?.from);
  if (twice) throw new RefreshError(`NAV's answer has two basic amounts from ${twice.from}.`);
  return amounts;
}

/**
 * `basic_amount.json` with the answer: amounts from days it lacks are added, an assumed one is replaced, and one that rests on
 * another source than NAV gets NAV as its source. A published amount that differs is kept.
 */
export function mergeBasicAmount(text: string, answer: BasicAmount[], href: string, today: string): Refreshed {
  const file = 'parameters/basic_amount.json';
  const parameter = JSON.parse(text) as Parameter;
  const changes: Change[] = [];
  const first = parameter.values[0]?.from ?? '';
  const blocks = new Map(parameter.values.map((block) => [block.from, block]));
  const known = answer.filter(({ from }) => from >= first);
  for (const [at, { from, value }] of known.entries()) {
    const stands = blocks.get(from);
    const amount = stands?.cells[0]?.value;
    const what = `basic amount from ${from}`;
    const block = blockOf(from, value, known[at + 1]?.from, href, today);
    if (!stands) {
      blocks.set(from, block);
      changes.push({ kind: 'added', file, what, stands: null, answer: String(value) });
    } else if (stands.status === 'published' && amount !== value)
      changes.push({ kind: 'differs', file, what, stands: String(amount), answer: String(value) });
    else if (stands.status !== 'published' || hostOf(stands.reference.href) !== hostOf(href)) {
      blocks.set(from, block);
      changes.push({ kind: 'replaced', file, what, stands: standing(stands), answer: `${value}, published by NAV` });
    }
  }
  const unknown = parameter.values.filter(({ from }) => !known.some((amount) => amount.from === from));
  for (const block of unknown)
    changes.push({
      kind: 'differs',
      file,
      what: `basic amount from ${block.from}`,
      stands: standing(block),
      answer: 'nothing',
    });
  const values = [...blocks.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
  const { findings } = readParameter({ ...parameter, values });
  if (findings.length > 0)
    throw new RefreshError(
      `NAV's answer does not fit ${file}: ${findings.map(({ path, found }) => `${path} ${found}`).join('; ')}.`,
    );
  return { file, text: `${JSON.stringify({ ...parameter, values }, null, 2)}\n`, changes };
}

function standing({ cells, status }: Block): string {
  return `${String(cells[0]?.value)}, ${status}`;
}

function hostOf(href: string | undefined): string {
  return href ? new URL(href).host : '';
}

function blockOf(from: string, value: number, next: string | undefined, href: string, today: string): Block {
  const end = next ?? `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`;
  return {
    from,
    status: 'published',
    reference: { title: `NAV, grunnbeløpet i folketrygden, hentet ${today}`, href },
    confirmed_to: dayBefore(end),
    cells: [{ value }],
  };
}

/** The day before a day, both as `2026-11-21`. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
