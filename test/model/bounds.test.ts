import { describe, expect, it } from 'vitest';
import { COLUMNS, readBound, slackOf, type Bound } from '$lib/model/bounds';
import { forecastOf } from '$lib/model/plan';
import { planOfFile } from '../repository-scenario';

const ten = forecastOf(planOfFile('heroy-10'));
const elverum = forecastOf(planOfFile('elverum-40'));

function bound(text: string): Bound {
  const read = readBound(text);
  if ('code' in read) throw new Error(`finding: ${read.code}`);
  return read;
}

describe('a bound as it is written', () => {
  it('is a column, a comparison and a number, with spaces or without, in the plan or the tail', () => {
    expect(readBound('net>=0')).toEqual({ expr: 'net>=0', column: 'net', comparison: '>=', number: 0, tail: false });
    expect(readBound(' rooms_needed@tail <= 2 ')).toMatchObject({
      column: 'rooms_needed',
      comparison: '<=',
      tail: true,
    });
    expect(readBound('fund>=-1.5e6')).toMatchObject({ number: -1_500_000 });
    expect(readBound('settled==10')).toMatchObject({ comparison: '==', number: 10 });
  });

  it('names the nearest column where nobody knows the one that is written', () => {
    expect(readBound('room_needed<=2')).toMatchObject({
      code: 'unknown-column',
      path: 'room_needed<=2',
      found: 'room_needed',
      allowed: 'rooms_needed',
    });
  });

  it('is refused without a comparison that is known or a number', () => {
    for (const text of ['net', 'net>0', 'net<0', 'net=0', '', '>=0'])
      expect({ text, read: readBound(text) }).toMatchObject({ read: { code: 'not-an-option', severity: 'error' } });
    expect(readBound('net>=')).toMatchObject({ code: 'not-an-option' });
    expect(readBound('net>=mye')).toMatchObject({ code: 'not-a-number', found: 'mye' });
    expect(readBound('net>=1e999')).toMatchObject({ code: 'not-a-number' });
  });

  it('can be on every column of numbers that a forecast has, and on no other', () => {
    const [result, people, capacity] = [ten.result[0], ten.people[0], ten.capacity[0]];
    const keys = [result, people, capacity].flatMap((row) => Object.keys(row ?? {}));
    const numbers = keys.filter((key) => !['year', 'tail', 'incomplete'].includes(key));
    expect([...COLUMNS].sort()).toEqual([...new Set(numbers)].sort());
  });
});

describe('the room a bound leaves', () => {
  it('is what is left of it in each year of the plan, below zero where it is broken', () => {
    const rooms = ten.capacity.filter(({ tail }) => !tail).map(({ year, rooms_needed }) => ({ year, rooms_needed }));
    expect(slackOf(bound('rooms_needed<=2'), ten)).toEqual(
      rooms.map(({ year, rooms_needed }) => ({ year, slack: 2 - rooms_needed })),
    );
    expect(slackOf(bound('rooms_needed>=2'), ten).map(({ slack }) => slack)).toEqual(
      rooms.map(({ rooms_needed }) => rooms_needed - 2),
    );
    expect(slackOf(bound('rooms_needed==2'), ten).map(({ slack }) => slack)).toEqual(
      rooms.map(({ rooms_needed }) => (rooms_needed === 2 ? 0 : -Math.abs(rooms_needed - 2))),
    );
  });

  it('is of the years after the plan where the column says tail', () => {
    const years = ten.result.filter(({ tail }) => tail).map(({ year }) => year);
    expect(years.length).toBeGreaterThan(3);
    expect(slackOf(bound('net@tail>=0'), ten).map(({ year }) => year)).toEqual(years);
  });

  it('is not broken by what rounding leaves', () => {
    const [row] = ten.result;
    if (!row) throw new Error('no year');
    const off = { ...ten, result: [{ ...row, net: -1e-10 }] };
    expect(slackOf(bound('net>=0'), off)).toEqual([{ year: row.year, slack: 0 }]);
    expect(slackOf(bound('net>=0'), { ...ten, result: [{ ...row, net: -0.01 }] })[0]?.slack).toBe(-0.01);
  });

  it('is unknown, not zero, for money of a year with an unknown amount, and for the fund from then on', () => {
    const tail = elverum.result.filter((row) => row.tail);
    const first = tail.findIndex(({ incomplete }) => incomplete);
    expect(first).toBeGreaterThanOrEqual(0);
    for (const column of ['income', 'cost', 'net', 'net_fixed', 'ordinary', 'after_phase'])
      expect(slackOf(bound(`${column}@tail>=-1e12`), elverum).map(({ slack }) => slack === null)).toEqual(
        tail.map(({ incomplete }) => incomplete),
      );
    for (const column of ['fund', 'to_fund', 'balance'])
      expect(slackOf(bound(`${column}@tail>=-1e12`), elverum).map(({ slack }) => slack === null)).toEqual(
        tail.map((_, at) => at >= first),
      );
    expect(slackOf(bound('income_paid@tail>=-1e12'), elverum).map(({ slack }) => slack === null)).toEqual(
      tail.map(({ incomplete }, at) => incomplete || tail[at - 1]?.incomplete === true),
    );
    expect(slackOf(bound('rooms_needed@tail<=9'), elverum).some(({ slack }) => slack === null)).toBe(false);
  });

  it('is unknown for what nobody has stated', () => {
    expect(slackOf(bound('requested>=10'), ten).map(({ slack }) => slack)).toEqual([40, null, null, null]);
  });
});
