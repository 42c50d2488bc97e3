import { halfYearsOf, peakMonth, spreadOf } from '$lib/charts/months';
import { hairlines, stepLine, stepsBetween } from '$lib/charts/steps';
import { picturesText } from '$lib/text/pictures';
import type { Text } from '$lib/text/text';
import type { Outgoing } from './outgoing';
import { ghost, INK, level, path, placing, type Box } from './picture-ink';
import {
  acrossOf,
  backOf,
  gridLine,
  halfName,
  monthLong,
  monthsOf,
  near,
  OVER,
  spanOf,
  UNDER,
  written,
} from './picture-months';
import { ghostKey, nothing, type Sketch } from './picture-sheet';

/** Posts needed against those paid, and what is paid without being needed. */
export function postsSketch(of: Outgoing, text: Text): Sketch {
  const months = monthsOf(of);
  const said = picturesText[text.language];
  const { axis, posts, paid: theirs } = months;
  const { posts: postWords } = text.rooms;
  const over = posts.paid.map((paid, month) => Math.max(0, paid - (posts.needed[month] ?? 0)));
  const peak = peakMonth(posts.needed);
  const surplus = written(Math.round(posts.surplus), text);
  return {
    name: 'posts',
    what: said.posts,
    unit: '',
    years: spanOf(months),
    summary:
      peak < 0
        ? postWords.none
        : postWords.summary(written(posts.needed[peak] ?? NaN, text), monthLong(peak, months, text), surplus),
    columns: [
      text.rooms.half,
      postWords.columns.needed,
      postWords.columns.paid,
      postWords.columns.peak,
      postWords.columns.surplus,
      ...(theirs ? [`${of.other?.name ?? ''}: ${postWords.columns.paid}`] : []),
    ],
    rows: halfYearsOf(axis).map((half) => {
      const paid = spreadOf(posts.paid, half);
      const values = [spreadOf(posts.needed, half).mean, paid.mean, paid.peak, spreadOf(over, half).sum];
      return [
        halfName(half, text),
        ...[...values, ...(theirs ? [spreadOf(theirs, half).mean] : [])].map((value) => written(value, text)),
      ];
    }),
    key: [
      { look: 'plan', words: said.key.needed },
      { look: 'waste', words: `${said.key.wasted}: ${postWords.months(surplus)}` },
      ...ghostKey(of.other),
    ],
    height: 290,
    draw: (frame, id) => (peak < 0 && peakMonth(posts.paid) < 0 ? nothing(postWords.none, frame) : draw(frame, id)),
  };

  function draw(frame: Box, id: string): string {
    const x = acrossOf(frame, months, 44);
    const box = { ...frame, top: frame.top + OVER, bottom: frame.bottom - UNDER };
    const columns = [posts.needed, posts.paid, ...(theirs ? [theirs] : [])];
    const high = Math.max(1, ...columns.map((column) => column[peakMonth(column)] ?? 0));
    const place = { x, y: (value: number): number => box.bottom - (value / high) * (box.bottom - box.top - 22) };
    const none = posts.needed.map(() => 0);
    const room = placing(box);
    return [
      backOf(frame, months, x, text),
      ...hairlines(high).map((value) => gridLine(value, place, box, room, text)),
      path(stepsBetween(posts.needed, none, 0, axis.end, place), '', 0, { fill: INK.fjordt }),
      path(stepsBetween(posts.paid, posts.needed, 0, axis.end, place), INK.rav, 1.6, { fill: `url(#${id}-minus)` }),
      theirs ? ghost(stepLine(theirs, 0, axis.end, place)) : '',
      path(stepLine(posts.paid, 0, axis.end, place), INK.rav, 1.6),
      path(stepLine(posts.needed, 0, axis.end, place), INK.page, 5),
      path(stepLine(posts.needed, 0, axis.end, place), INK.fjord, 3),
      level(box.bottom, x(axis.start), box.right),
      peak < 0
        ? ''
        : room.put(
            ...near(
              peak,
              Math.max(posts.needed[peak] ?? 0, theirs?.[peak] ?? 0, posts.paid[peak] ?? 0),
              said.key.needs(written(posts.needed[peak] ?? NaN, text)),
              place,
              box,
            ),
          ),
    ].join('');
  }
}
