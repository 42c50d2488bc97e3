import { calendarOf, halfYearsOf, peakMonth, spreadOf } from '$lib/charts/months';
import { emptyRooms, roomRows, type LeaseSpan, type RoomRow, type Span } from '$lib/charts/rooms';
import { hairlines, stepLine, stepsBetween, type Place } from '$lib/charts/steps';
import type { Rooms } from '$lib/model/leases';
import { picturesText } from '$lib/text/pictures';
import type { Text } from '$lib/text/text';
import type { Outgoing } from './outgoing';
import { ghost, INK, level, path, placing, px, rect, words, type Box, type Placing } from './picture-ink';
import {
  acrossOf,
  backOf,
  gridLine,
  halfName,
  monthName,
  monthsOf,
  near,
  OVER,
  spanOf,
  UNDER,
  written,
  type Months,
} from './picture-months';
import { ghostKey, nothing, type Sketch } from './picture-sheet';

/** Rooms needed against those owned and leased, and under it every room with its leases. */
export function roomsSketch(of: Outgoing, text: Text): Sketch {
  const months = monthsOf(of);
  const said = picturesText[text.language];
  const { axis, rooms, theirs, running } = months;
  const rows = roomRows(rooms, theirs ?? { ...rooms, leases: [] }, running, axis.end);
  const shown = rows.slice(0, MOST_ROWS);
  const isUnknown = rooms.rooms_owned.some(Number.isNaN);
  const most = Math.max(0, ...rooms.rooms_needed);
  const { leases: leaseWords } = text.rooms;
  return {
    name: 'rooms',
    what: said.rooms,
    unit: '',
    years: spanOf(months),
    summary: summaryOf(),
    columns: [
      text.rooms.half,
      leaseWords.columns.needed,
      leaseWords.columns.owned,
      leaseWords.columns.leased,
      leaseWords.columns.empty,
      ...(theirs ? [`${of.other?.name ?? ''}: ${said.leased}`] : []),
    ],
    rows: halfYearsOf(axis).map((half) => {
      const owned = rooms.rooms_owned[half.from] ?? NaN;
      let empty = 0;
      for (let month = half.from; month < half.to; month += 1) empty += emptyRooms(rooms, month);
      return [
        halfName(half, text),
        written(spreadOf(rooms.rooms_needed, half).peak, text),
        written(owned, text),
        written(spreadOf(rooms.rooms_leased, half).peak, text),
        written(Number.isNaN(owned) ? NaN : empty, text),
        ...(theirs ? [written(spreadOf(theirs.rooms_leased, half).peak, text)] : []),
      ];
    }),
    key:
      rows.length === 0
        ? []
        : [
            { look: 'plan', words: said.key.leased },
            { look: 'owned', words: said.key.owned },
            { look: 'waste', words: said.key.empty },
            ...ghostKey(of.other),
          ],
    height: rows.length === 0 ? 120 : STEPS + heightOf(shown.length) + (rows.length > shown.length ? 20 : 0) + UNDER,
    draw: (frame, id) => (rows.length === 0 ? nothing(leaseWords.none, frame) : draw(frame, id)),
  };

  function summaryOf(): string {
    const first = rooms.rooms_owned[0] ?? NaN;
    return [
      ...(rows.length === 0 ? [leaseWords.none] : [said.peak(written(most, text), peakYear(rooms, months))]),
      ...(isUnknown ? [said.ownedUnknown] : first > 0 ? [leaseWords.summaryOwned(first)] : []),
      ...rooms.leases
        .slice(0, 6)
        .map((lease) =>
          leaseWords.summaryLease(
            lease.room,
            text.rooms.span(monthName(lease.needed_from, months, text), monthName(lease.until, months, text)),
            lease.months_empty,
          ),
        ),
      ...(rooms.leases.length > 6 ? [leaseWords.summaryMore(rooms.leases.length - 6)] : []),
    ].join(' ');
  }

  function draw(frame: Box, id: string): string {
    const x = acrossOf(frame, months);
    const inner = { ...frame, top: frame.top + OVER, bottom: frame.bottom - UNDER };
    const upper = { ...inner, bottom: frame.top + STEPS - 12 };
    const room = placing({ ...inner, left: frame.left });
    return [
      backOf(frame, months, x, text),
      panel(upper, x, room, id),
      ...shown.flatMap((row, at) => roomOf(row, at, frame.top + STEPS, x, room, frame, id)),
      rows.length > shown.length
        ? words({
            words: leaseWords.more(rows.length - shown.length),
            x: frame.left,
            y: inner.bottom - 5,
            size: 13,
            fill: INK.ink2,
          })
        : '',
    ].join('');
  }

  function panel(box: Box, x: Place['x'], room: Placing, id: string): string {
    const has = rooms.rooms_owned.map((owned, month) => owned + (rooms.rooms_leased[month] ?? 0));
    /** What is needed of the leased rooms begins where the owned ones end. */
    const least = rooms.rooms_needed.map((needed, month) => Math.max(needed, rooms.rooms_owned[month] ?? NaN));
    const known = has.filter((value) => !Number.isNaN(value));
    const high = Math.max(1, most, ...known, ...(theirs?.rooms_needed.filter((each) => each >= 0) ?? []));
    const place = { x, y: (value: number): number => box.bottom - (value / high) * (box.bottom - box.top - 20) };
    const peak = peakMonth(rooms.rooms_needed);
    const lines = hairlines(high).filter(Number.isInteger);
    return [
      ...lines.map((value) => gridLine(value, place, box, room, text)),
      path(stepsBetween(has, least, 0, axis.end, place), INK.rav, 1.2, { fill: `url(#${id}-minus)` }),
      path(stepLine(has, 0, axis.end, place), INK.edge, 1.8),
      theirs ? ghost(stepLine(theirs.rooms_needed, 0, axis.end, place)) : '',
      path(stepLine(rooms.rooms_needed, 0, axis.end, place), INK.page, 5),
      path(stepLine(rooms.rooms_needed, 0, axis.end, place), INK.fjord, 3),
      level(box.bottom, x(axis.start), box.right),
      room.put(...near(peak, most, said.key.needs(written(most, text)), place, box)),
      isUnknown
        ? room.put({
            words: said.ownedUnknown,
            x: x(axis.start) + 6,
            y: box.bottom - 6,
            size: 13,
            fill: INK.ink2,
          })
        : '',
      ...sideOf(box, said.key.needed, said.key.has),
    ].join('');
  }

  function sideOf(box: Box, ...lines: [string, string]): string[] {
    const middle = (box.top + box.bottom) / 2;
    return lines.map(
      (line, at) =>
        path(`M${px(box.left)} ${px(middle - 4 + 20 * at)}h18`, at === 0 ? INK.fjord : INK.edge, at === 0 ? 3 : 1.8) +
        words({ words: line, x: box.left + 24, y: middle + 20 * at, size: 13 }),
    );
  }

  function roomOf(
    row: RoomRow,
    at: number,
    top: number,
    x: Place['x'],
    room: Placing,
    frame: Box,
    id: string,
  ): string[] {
    const { bar, step } = measuresOf(shown.length);
    const y = top + at * step;
    const box = ([from, to]: Span, down = 0): Box => ({
      left: x(from),
      right: x(to),
      top: y + down,
      bottom: y + bar + down,
    });
    const size = bar < 14 ? 12 : 13;
    const middle = y + bar / 2 + 0.35 * size;
    const title = (lease: LeaseSpan): string =>
      `${leaseWords.room(row.room)}: ${text.rooms.span(monthName(lease.from, months, text), monthName(lease.to - 1, months, text))}`;
    const label = { words: leaseWords.room(row.room), x: frame.left, y: middle, size, bold: true };
    const drawn = [
      room.put(label),
      ...row.owned.map((span) => rect(box(span), INK.page, { stroke: INK.edge })),
      ...row.ghosts.map(([from, to]) =>
        path(`M${px(x(from))} ${px(y + bar + 4)}H${px(x(to))}`, INK.ink, 1.6, { dash: '4 3' }),
      ),
      ...row.leases.flatMap((lease) => [
        ...lease.used.map((span) => rect(box(span), INK.fjord, { title: title(lease) })),
        ...lease.empty.map((span) =>
          rect(box(span), `url(#${id}-minus)`, { stroke: INK.rav, title: said.empty(lease.monthsEmpty) }),
        ),
        orderOf(lease, y, bar, x),
      ]),
    ];
    const spans = [...row.owned, ...row.leases.map(({ from, to }): Span => [from, to])];
    for (const span of spans) room.keep(box(span));
    const said_ = row.leases.map((lease) => leaseSaid(lease, middle, size, x, room));
    return [...drawn, ...said_];
  }

  function leaseSaid(lease: LeaseSpan, y: number, size: number, x: Place['x'], room: Placing): string {
    const dates = text.rooms.span(monthName(lease.from, months, text), monthName(lease.to - 1, months, text));
    const empty = lease.monthsEmpty > 0 ? said.empty(lease.monthsEmpty) : '';
    const after = { x: x(lease.to) + 7, y, size, fill: INK.ink2 };
    const before = { x: x(lease.order ?? lease.from) - 7, y, size, fill: INK.ink2, anchor: 'end' as const };
    const whole = [dates, empty].filter(Boolean).join(', ');
    return room.put({ ...after, words: whole }, { ...before, words: whole }, { ...after, words: empty || dates });
  }

  function orderOf({ order, from }: LeaseSpan, y: number, bar: number, x: Place['x']): string {
    if (order === null) return '';
    const at = x(Math.max(order, axis.start));
    const post = order >= axis.start ? path(`M${px(at)} ${px(y - 3)}v${px(bar + 6)}`, INK.ink, 2.5) : '';
    return path(`M${px(at)} ${px(y + bar / 2)}H${px(x(from))}`, INK.ink, 1.5, { dash: '1.5 3' }) + post;
  }
}

/** Pixels of the steps over the rooms, the most rooms that get a row, and what a row takes among so many. */
const STEPS = 150;
const MOST_ROWS = 20;

function measuresOf(rows: number): { bar: number; step: number } {
  return rows <= 6 ? { bar: 20, step: 32 } : rows <= 12 ? { bar: 15, step: 24 } : { bar: 10, step: 18 };
}

function heightOf(rows: number): number {
  return rows * measuresOf(rows).step;
}

function peakYear({ rooms_needed }: Rooms, { axis }: Months): number {
  return calendarOf(Math.max(0, peakMonth(rooms_needed)), axis.firstYear).year;
}
