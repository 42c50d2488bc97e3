import { expect, test, vi } from 'vitest';
import { Stepwise, Turns } from '$lib/state/stepwise.svelte';

/** Notes every step that is made, and gives its name in the end. */
function* steps(name: string, count: number, made: string[]): Generator<void, string, void> {
  for (let at = 0; at < count; at += 1) {
    made.push(name);
    yield;
  }
  return name;
}

test('what is asked for first by rank is found first, whoever began', async () => {
  const turns = new Turns(() => false);
  const made: string[] = [];
  const [late, early] = [new Stepwise<string>(turns, 2), new Stepwise<string>(turns, 1)];
  late.begin(steps('late', 3, made));
  early.begin(steps('early', 2, made));
  await vi.waitFor(() => expect(late.found).toBe('late'));
  expect(made).toEqual(['early', 'early', 'late', 'late', 'late']);
  expect([early.found, early.isWorking, late.isWorking]).toEqual(['early', false, false]);
});

test('a search that is ended finds nothing, and what was found before stays until the next is', async () => {
  const turns = new Turns(() => false);
  const search = new Stepwise<string>(turns, 0);
  search.begin(steps('first', 1, []));
  await vi.waitFor(() => expect(search.found).toBe('first'));
  const made: string[] = [];
  search.begin(steps('second', 1, made))();
  search.begin(steps('third', 1, made));
  expect(search.found).toBe('first');
  await vi.waitFor(() => expect(search.found).toBe('third'));
  expect(made).toEqual(['third']);
});

test('nothing is searched while a lever moves', async () => {
  let isMoving = true;
  const search = new Stepwise<string>(new Turns(() => isMoving), 0);
  const made: string[] = [];
  search.begin(steps('rest', 1, made));
  await new Promise((resume) => setTimeout(resume, 150));
  expect(made).toEqual([]);
  isMoving = false;
  await vi.waitFor(() => expect(search.found).toBe('rest'));
});
