import { add } from './columns';
import type { Course } from './course';
import type { AdultSpan } from './life-years';
import { addYears, during, type Life, type Tally } from './lives';
import { PRIMARY, type Adults } from './programme';

/** The years of an adult: waiting for the programme, in it, through it by outcome; and what is counted of it. */
export function countAdult(tally: Tally, life: Life, spans: readonly AdultSpan[], end: number): void {
  if (spans.length === 0) return;
  const course = tally.rules.course(life.permit, life.settlement_year);
  for (const span of spans) {
    const first = Math.max(life.from, span.from);
    const last = Math.min(end, span.to);
    if (first > last) continue;
    if (span.isAssisted && span.isAdult) addYears(columnOf(tally.programme.all, span), first, last, life.weight);
    if (span.isInside && life.joining !== 0) countParticipant(tally, life, course, span, first, last);
  }
}

function columnOf(adults: Adults, { isAfter }: AdultSpan): number[] {
  return isAfter ? adults.after : adults.inPhase;
}

/** Months of somebody who joins, inside the programme's ages. */
function countParticipant(
  tally: Tally,
  life: Life,
  { lag, primary }: Course,
  span: AdultSpan,
  first: number,
  last: number,
): void {
  const { programme } = tally;
  const persons = life.weight * life.joining;
  const start = life.settled + lag;
  const done = start + life.months;
  const [inFrom, inTo] = [Math.max(first, start), Math.min(last, done - 1)];
  if (inFrom <= inTo) {
    countInside(tally, span, inFrom, inTo, persons);
    if (start >= first) add(programme.starts, Math.floor(start / 12), persons);
  }
  if (done >= first && done <= last) add(programme.leavers, Math.floor(done / 12), persons);
  const outFrom = Math.max(first, done);
  if (outFrom <= last) countOut(tally, life, span, outFrom, last, done + primary - 1);
  if (!span.isAssisted) return;
  addYears(columnOf(programme.inside, span), inFrom, inTo, persons);
  addYears(columnOf(programme.waiting, span), first, Math.min(last, start - 1), persons);
}

function countInside({ programme }: Tally, span: AdultSpan, from: number, to: number, persons: number): void {
  during(programme.participants, from, to, persons);
  if (span.isYoung) during(programme.young, from, to, persons);
  if (span.isAfter) during(programme.afterPhase, from, to, persons);
  if (span.isAfter && span.isYoung) during(programme.afterPhaseYoung, from, to, persons);
  for (let at = Math.floor(from / 12); 12 * at <= to; at += 1) add(programme.any, at, persons);
}

/** Months through the programme: of one outcome where it is drawn, else of all by their shares. */
function countOut(tally: Tally, life: Life, span: AdultSpan, from: number, to: number, primaryTo: number): void {
  const { programme, rules } = tally;
  const { outcomes } = rules.programme;
  const persons = life.weight * life.joining;
  const at = Math.floor(span.from / 12);
  const recentTo = Math.min(to, primaryTo);
  if (life.outcome < 0) {
    during(programme.primary, from, recentTo, persons * (outcomes[PRIMARY]?.[at] ?? NaN));
    if (span.isAssisted) countShares(tally, span, from, to, persons);
    return;
  }
  const outcome = outcomeAt(outcomes, at, life.outcome);
  if (outcome === PRIMARY) during(programme.primary, from, recentTo, persons);
  const through = programme.through[outcome];
  if (span.isAssisted && through) addYears(columnOf(through, span), from, to, persons);
}

/** Person-years through the programme, of every outcome its share. */
function countShares({ programme, rules }: Tally, span: AdultSpan, from: number, to: number, persons: number): void {
  const { outcomes } = rules.programme;
  const at = Math.floor(span.from / 12);
  for (let outcome = 0; outcome < outcomes.length; outcome += 1) {
    const through = programme.through[outcome];
    if (through) addYears(columnOf(through, span), from, to, persons, outcomes[outcome]?.[at] ?? NaN);
  }
}

/** What somebody goes to in a year, by where in the order of outcomes (0-1) the person stands. */
function outcomeAt(outcomes: readonly ArrayLike<number>[], at: number, place: number): number {
  let up = 0;
  for (let outcome = 0; outcome + 1 < outcomes.length; outcome += 1) {
    up += outcomes[outcome]?.[at] ?? NaN;
    if (place < up) return outcome;
  }
  return outcomes.length - 1;
}
