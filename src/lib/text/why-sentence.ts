import { count, millions, number, percent, signedMillions } from '$lib/format';
import type { GroupSum } from '$lib/model/groups';
import type { Why } from '$lib/model/why';
import type { Facts, Granted, YearFacts } from '$lib/model/why-facts';
import type { Group } from '$lib/model/staffing';
import type { Metric } from '$lib/model/year-row';
import type { View } from './figures';
import type { Text } from './text';
import { whyText } from './why';

/** Under this an amount is told in thousands of kroner, and a change is no change. */
const TOLD_IN_MILLIONS = 50_000;

/** The figure asked about as the page shows it, in millions or as a count. */
export function figureOf(why: Why, text: Text, view: View): string {
  return why.isUnknown ? text.unknown : written(why.value, why, text, view);
}

/** Any value of the same kind as the figure, such as what it would be under another assumption. */
export function written(value: number, { asked, money }: Pick<Why, 'asked' | 'money'>, text: Text, view: View): string {
  const { language } = text;
  if (!money)
    return asked.metric === 'in_phase' || asked.metric === 'posts'
      ? count(value, language)
      : number(value, 0, language);
  const isSigned = asked.metric === 'net' || asked.metric === 'fund';
  return isSigned ? signedMillions(turned(value, view), language) : millions(value, language);
}

function turned(kroner: number, view: View): number {
  return view.costPositive ? -kroner : kroner;
}

/** When a figure is of: `i 2029`, `i planen 2024–2027`. */
export function whenOf(
  { first, lastOfPlan }: Pick<Facts, 'first' | 'lastOfPlan'>,
  years: readonly number[],
  text: Text,
): string {
  const words = whyText[text.language].when;
  const [from = first, to = from] = [years[0], years.at(-1)];
  if (years.length === 1) return words.year(from);
  if (to <= lastOfPlan) return words.plan(from, to);
  return from > lastOfPlan ? words.tail(from, to) : words.years(from, to);
}

/** What a figure is of: `inntekten`, `sosialhjelp`. */
export function nameOf(metric: Metric, group: string | undefined, text: Text): string {
  return group === undefined ? whyText[text.language].names[metric] : groupName(group, text);
}

/** The question as a title. */
export function titleOf(why: Why, text: Text, view: View): string {
  const words = whyText[text.language];
  const { metric, group, years } = why.asked;
  const at = whenOf(why.facts, years, text);
  const isPeak = !why.money && years.length > 1;
  const when = isPeak ? words.when.most(at) : at;
  if (why.isUnknown) return words.unknownTitle(nameOf(metric, group, text), when);
  const figure = figureOf(why, text, view);
  const amount = why.money ? words.million(figure) : figure;
  if (group !== undefined && (metric === 'net' || metric === 'income' || metric === 'cost'))
    return words.group[metric](amount, groupName(group, text), when);
  return words.title[metric](amount, when);
}

/** Why the figure is what it is, in a few sentences: who, how many, how much, when, and what changed since the year before. */
export function sentenceOf(why: Why, text: Text, view: View): string {
  const { facts, asked, money } = why;
  const [only] = facts.years;
  if (!only) throw new Error('no year: sentence');
  const said = asked.years.length > 1 ? overYears(why, text, view) : inYear(why, only, text, view);
  const fixed =
    money && facts.fixed !== null && facts.fixed !== only.year
      ? [whyText[text.language].sentence.fixed(facts.fixed)]
      : [];
  // An abbreviated unit at the end of a sentence ends it.
  return [...said, ...fixed].join(' ').replace(/\.\.(?=\s|$)/g, '.');
}

function inYear(why: Why, now: YearFacts, text: Text, view: View): string[] {
  const { asked, facts } = why;
  switch (asked.metric) {
    case 'net':
    case 'income':
    case 'cost':
      return asked.group === undefined ? amounts(why, now, text) : ofGroup(why, now, asked.group, text);
    case 'fund':
      return fund(now, text, view);
    case 'in_phase':
      return inPhase(why, now, text);
    case 'rooms_needed':
      return rooms(facts, now, text);
    case 'posts':
      return posts(why, now, text);
    case 'dwellings':
      return dwellings(why, now, text);
  }
}

function amounts({ asked, facts }: Why, now: YearFacts, text: Text): string[] {
  const words = whyText[text.language].sentence;
  const { before, groups } = facts;
  const when = upper(whenOf(facts, asked.years, text));
  const [income, cost] = [say(now.income, text), say(now.cost, text)];
  const noIncome = isLittle(now.income);
  const said: string[] = [];
  if (asked.metric === 'income') said.push(words.income(when, income));
  else if (asked.metric === 'cost') said.push(words.cost(when, cost));
  else said.push(noIncome ? words.noIncome(when, cost) : words.net(when, income, cost));
  const [largestIncome, largestCost] = (['income', 'cost'] as const).map((side) =>
    groups.find((sum) => sum.side === side && sum.amount > 0),
  );
  let isSince = false;
  if (asked.metric !== 'cost') {
    const change = before && !noIncome ? incomeSince(now, before, text) : null;
    if (change) said.push(change);
    else if (now.granted.persons > 0)
      said.push(words.granted(persons(now.granted, text), grantYears(now.granted, text)));
    isSince = change !== null;
    if (noIncome && now.granted.persons === 0) said.push(words.grantsOver);
  }
  if (now.year > facts.lastOfPlan && !noIncome) said.push(words.noNew(facts.lastOfPlan));
  let named = '';
  if (asked.metric !== 'income' && before) {
    const moved = mover(now, before, 'cost');
    const change = now.cost - before.cost;
    if (moved && !isLittle(change)) {
      named = moved.group;
      said.push(
        words.costMoves(
          change > 0,
          say(Math.abs(change), text),
          isSince ? null : before.year,
          groupName(moved.group, text),
          say(Math.abs(moved.amount), text),
        ),
      );
    }
  }
  if (asked.metric !== 'income' && largestCost && largestCost.group !== named && largestCost.known)
    said.push(words.largestCost(groupName(largestCost.group, text), say(largestCost.amount, text)));
  if (asked.metric === 'income' && largestIncome?.known)
    said.push(words.largestIncome(groupName(largestIncome.group, text), say(largestIncome.amount, text)));
  return said;
}

/** How the income moved since the year before, and whom the grant is paid for now; `null` where it hardly moved. */
function incomeSince(now: YearFacts, before: YearFacts, text: Text): string | null {
  const words = whyText[text.language].sentence;
  const change = now.income - before.income;
  const moved = mover(now, before, 'income');
  if (isLittle(change) || !moved) return null;
  const amount = say(Math.abs(change), text);
  const [is, was] = [now.granted, before.granted].map((granted): [string, string] => [
    persons(granted, text),
    grantYears(granted, text),
  ]);
  const up = change > 0;
  if (moved.group === 'integration_grant' && is && was && now.granted.persons > 0 && before.granted.persons > 0) {
    const isOtherYears = is[1] !== was[1];
    if (isOtherYears && up === now.granted.persons > before.granted.persons)
      return words.because(up, amount, before.year, is, was);
    const most = grantYearMoved(now.granted, before.granted, up);
    if (most) {
      const [here, then] = most.persons.map((count_) => number(count_, 0, text.language));
      if (here !== then) return words.becauseYear(up, amount, before.year, most.grantYear, here ?? '', then ?? '');
    }
  }
  return words.incomeMoves(up, amount, before.year, groupName(moved.group, text), say(Math.abs(moved.amount), text));
}

/** The grant year whose kroner moved most that way, with its persons now and before. */
function grantYearMoved(now: Granted, before: Granted, up: boolean): { grantYear: number; persons: number[] } | null {
  const years = new Set([...now.grantYears, ...before.grantYears].map(({ grantYear }) => grantYear));
  const moves = [...years].map((grantYear) => {
    const [here, then] = [now, before].map((of) => of.grantYears.find((each) => each.grantYear === grantYear));
    const amount = (here?.amount ?? 0) - (then?.amount ?? 0);
    return { grantYear, amount: up ? amount : -amount, persons: [here?.persons ?? 0, then?.persons ?? 0] };
  });
  return moves.sort((a, b) => b.amount - a.amount)[0] ?? null;
}

function ofGroup({ asked, facts, value }: Why, now: YearFacts, group: string, text: Text): string[] {
  const words = whyText[text.language].sentence;
  const { before } = facts;
  const when = upper(whenOf(facts, asked.years, text));
  const name = groupName(group, text);
  const all = asked.metric === 'net' ? 0 : now[asked.metric === 'income' ? 'income' : 'cost'];
  const told = asked.metric === 'net' || all <= 0 ? null : words.groupOf[asked.metric === 'income' ? 'income' : 'cost'];
  const share = all > 0 ? percent(value / all, 0, text.language) : '';
  const said = [told ? told(when, name, say(value, text), share) : words.group(when, name, say(value, text))];
  if (before) {
    const change = value - groupValue(before, asked.metric);
    said.push(
      isLittle(change)
        ? words.groupStill(before.year)
        : words.groupMoves(change > 0, say(Math.abs(change), text), before.year),
    );
  }
  const [is, was] = [now.quantity, before?.quantity ?? null].map((quantity) =>
    quantity ? count(quantity.quantity, text.language) : null,
  );
  const unit = text.units[now.quantity?.unit ?? ''] ?? '';
  if (group === 'integration_grant')
    said.push(words.granted(persons(now.granted, text), grantYears(now.granted, text)));
  else if (is && was && before) said.push(words.quantitySince(`${is} ${unit}`, was, before.year));
  else if (is) said.push(words.quantity(`${is} ${unit}`));
  return said;
}

function groupValue({ groups }: YearFacts, metric: Metric): number {
  return groups.reduce((sum, { side, amount }) => sum + (metric === 'net' && side === 'cost' ? -amount : amount), 0);
}

function fund(now: YearFacts, text: Text, view: View): string[] {
  const words = whyText[text.language].sentence;
  const moved = now.toFund;
  const signed = (kroner: number): string =>
    whyText[text.language].million(signedMillions(turned(kroner, view), text.language));
  const said = [words.fund(now.year, signed(now.fund))];
  if (isLittle(moved)) said.push(words.fundStill);
  else said.push(words.fundMoves(signed(now.fund - moved), say(Math.abs(moved), text), moved > 0));
  if (now.fund < -TOLD_IN_MILLIONS) said.push(words.fundEmpty);
  return said;
}

function inPhase({ facts, calculation }: Why, now: YearFacts, text: Text): string[] {
  const words = whyText[text.language].sentence;
  const { people } = now;
  const part = (name: string): number =>
    calculation.kind === 'count' ? (calculation.parts.find((each) => each.name === name)?.value ?? 0) : 0;
  const written_ = (value: number): string => count(value, text.language);
  const moves: [number, (persons: string) => string][] = [
    [people.settled + people.born + people.family + people.moved_in, words.come],
    [people.moved_out, words.moved],
    [-part('past_phase'), words.past],
  ];
  const since = moves.filter(([value]) => value >= 0.05).map(([value, told]) => told(written_(value)));
  const said = [words.inPhase(now.year, written_(people.in_phase))];
  if (since.length > 0) said.push(words.inPhaseSince(written_(part('in_phase_before')), inList(since, text)));
  if (now.year > facts.lastOfPlan) said.push(words.noNew(facts.lastOfPlan));
  return said;
}

function rooms(facts: Facts, now: YearFacts, text: Text): string[] {
  const words = whyText[text.language].sentence;
  const { people, capacity } = now;
  const when = whyText[text.language].when.year(now.year);
  const whole = (value: number): string => number(value, 0, text.language);
  if (capacity.groups === 0) return [words.noPupils(when)];
  const held = Number.isNaN(capacity.rooms_owned)
    ? words.roomsUnknown
    : capacity.rooms_leased > 0
      ? words.roomsHeld(whole(capacity.rooms_owned), whole(capacity.rooms_leased))
      : words.roomsOwned(whole(capacity.rooms_owned));
  return [
    words.pupils(when, count(people.pupils_peak, text.language), capacity.groups, whole(facts.groupSize)),
    facts.groupsPerRoom === 1
      ? words.roomEach(capacity.rooms_needed)
      : words.rooms(count(facts.groupsPerRoom, text.language), capacity.rooms_needed),
    held,
  ];
}

function posts({ calculation, facts }: Why, { capacity, year }: YearFacts, text: Text): string[] {
  const words = whyText[text.language].sentence;
  const [most] = calculation.kind === 'count' ? calculation.parts : [];
  const said = [
    words.posts(
      upper(whenOf(facts, [year], text)),
      count(capacity.posts, text.language),
      count(capacity.posts_needed, text.language),
    ),
  ];
  if (most)
    said.push(words.postsMost(lower(text.groups[most.name as Group] ?? most.name), count(most.value, text.language)));
  return [...said, words.postsLag];
}

function dwellings({ calculation, facts, asked }: Why, { capacity }: YearFacts, text: Text): string[] {
  const words = whyText[text.language].sentence;
  const parts = calculation.kind === 'count' ? calculation.parts : [];
  const most = [...parts].sort((a, b) => b.value - a.value)[0];
  const whole = (value: number): string => number(value, 0, text.language);
  const said = [words.dwellings(whenOf(facts, asked.years, text), whole(capacity.dwellings))];
  if (most && parts.length > 1)
    said.push(words.dwellingsMost(lower(whyText[text.language].steps[most.name] ?? most.name), whole(most.value)));
  return said;
}

function overYears(why: Why, text: Text, view: View): string[] {
  const { asked, facts } = why;
  const words = whyText[text.language].sentence;
  const when = upper(whenOf(facts, asked.years, text));
  const isTail = (asked.years[0] ?? 0) > facts.lastOfPlan;
  const who = !isTail ? [votedIn(facts, text)] : why.money ? tail(facts, text) : [words.noNew(facts.lastOfPlan)];
  if (!why.money) {
    const [high] = [...facts.years].sort((a, b) => countIn(b, asked.metric) - countIn(a, asked.metric));
    return high ? [words.highest(high.year, written(countIn(high, asked.metric), why, text, view)), ...who] : who;
  }
  if (asked.metric === 'fund') {
    const last = facts.years.at(-1);
    const [low] = [...facts.years].sort((a, b) => a.fund - b.fund);
    if (!last || !low) return who;
    const signed = (kroner: number): string =>
      whyText[text.language].million(signedMillions(turned(kroner, view), text.language));
    const lowest = low === last ? [] : [words.lowest(low.year, signed(low.fund))];
    return [words.fund(last.year, signed(last.fund)), ...lowest, ...who];
  }
  const sum = (of: (year: YearFacts) => number): number => facts.years.reduce((all, year) => all + of(year), 0);
  const [income, cost] = [sum((year) => year.income), sum((year) => year.cost)];
  const [largestIncome, largestCost] = (['income', 'cost'] as const).map((side) =>
    facts.groups.find((of) => of.side === side && of.amount > 0),
  );
  if (asked.group !== undefined) {
    const name = groupName(asked.group, text);
    const all = asked.metric === 'income' ? income : cost;
    const share = percent(why.value / all, 0, text.language);
    if (asked.metric === 'net' || all <= 0) return [words.group(when, name, say(why.value, text)), ...who];
    const told = words.groupOf[asked.metric === 'income' ? 'income' : 'cost'];
    return [told(when, name, say(why.value, text), share), ...who];
  }
  if (asked.metric === 'income')
    return [words.income(when, say(income, text)), ...who, ...largest(words.largestIncome, largestIncome, text)];
  if (asked.metric === 'cost')
    return [words.cost(when, say(cost, text)), ...who, ...largest(words.largestCost, largestCost, text)];
  const [low] = facts.years.filter(({ known }) => known).sort((a, b) => a.net - b.net);
  const weakest = low
    ? [words.weakest(low.year, whyText[text.language].million(signedMillions(turned(low.net, view), text.language)))]
    : [];
  const first = isLittle(income)
    ? words.noIncome(when, say(cost, text))
    : words.net(when, say(income, text), say(cost, text));
  return [first, ...who, ...weakest, ...largest(words.largestCost, largestCost, text)];
}

function largest(told: (name: string, amount: string) => string, sum: GroupSum | undefined, text: Text): string[] {
  return sum ? [told(groupName(sum.group, text), say(sum.amount, text))] : [];
}

function countIn({ people, capacity }: YearFacts, metric: Metric): number {
  if (metric === 'rooms_needed' || metric === 'posts' || metric === 'dwellings') return capacity[metric];
  return people.in_phase;
}

/** Who is settled in the plan: as many every year, or so many each. */
function votedIn({ voted }: Facts, text: Text): string {
  const words = whyText[text.language].sentence;
  const each = voted.map((persons_) => count(persons_, text.language));
  if (voted.every((persons_) => persons_ === 0)) return words.votedNobody;
  return new Set(each).size === 1 ? words.voted(each[0] ?? '') : words.votedPath(inList(each, text));
}

function tail({ lastOfPlan, lastIncome, lastCost }: Facts, text: Text): string[] {
  const words = whyText[text.language].sentence;
  const said = [words.noNew(lastOfPlan)];
  if (lastCost === null) return said;
  if (lastIncome === null || lastIncome <= lastOfPlan) return [...said, words.tailCost(lastCost)];
  return [...said, lastIncome === lastCost ? words.tailBoth(lastCost) : words.tailUntil(lastIncome, lastCost)];
}

/** The group that moved most the way the whole side did, with how much. */
function mover(now: YearFacts, before: YearFacts, side: 'income' | 'cost'): GroupSum | null {
  const direction = Math.sign(now[side] - before[side]);
  const names = new Set([...now.groups, ...before.groups].filter((sum) => sum.side === side).map(({ group }) => group));
  const amountIn = (of: YearFacts, group: string): number =>
    of.groups.find((sum) => sum.side === side && sum.group === group)?.amount ?? 0;
  const moves = [...names].map((group) => ({
    group,
    side,
    amount: amountIn(now, group) - amountIn(before, group),
    known: true,
  }));
  return moves.sort((a, b) => direction * (b.amount - a.amount))[0] ?? null;
}

function persons({ persons: granted }: Granted, text: Text): string {
  return number(granted, 0, text.language);
}

/** The grant years as `i år 3, 4 og 5` or `i år 2–5`. */
function grantYears({ grantYears: years }: Granted, text: Text): string {
  const words = whyText[text.language].sentence;
  const numbers = years.map(({ grantYear }) => grantYear);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (years.length === 1) return words.grantYear(String(first));
  if (years.length > 3 && last - first + 1 === years.length) return words.grantYears(`${first}–${last}`);
  return words.grantYears(inList(numbers.map(String), text));
}

function inList(words: string[], text: Text): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${whyText[text.language].and} ${words.at(-1)}`;
}

/** An amount in a sentence: millions, or kroner to the thousand where it is small. */
export function say(kroner: number, text: Text): string {
  if (isLittle(kroner))
    return whyText[text.language].inKroner(number(Math.round(kroner / 1000) * 1000, 0, text.language));
  return whyText[text.language].million(millions(kroner, text.language));
}

function isLittle(kroner: number): boolean {
  return Math.abs(kroner) < TOLD_IN_MILLIONS;
}

/** What a group of items is called inside a sentence. */
export function groupName(group: string, text: Text): string {
  return lower(text.years.groups[group] ?? group);
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
