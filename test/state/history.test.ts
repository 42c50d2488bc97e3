import { describe, expect, it } from 'vitest';
import { History } from '$lib/state/history.svelte';

const set = (name: string, value: number) => ({ kind: 'set', name, value }) as const;

describe('what was done', () => {
  it('makes one step of a lever that moves without resting, and another when it moves again', () => {
    const history = new History(0);
    for (let value = 1; value <= 30; value += 1) history.write(value, set('settlement.persons', value));
    expect(history.steps).toHaveLength(2);
    history.rest();
    history.write(31, set('settlement.persons', 31));
    expect(history.steps).toHaveLength(3);
    history.write(32, set('rates.scale', 1.1));
    expect(history.steps).toHaveLength(4);
  });

  it('goes back and forth, and forgets what was undone when something else is done', () => {
    const history = new History('start');
    history.write('first', set('a', 1));
    history.rest();
    history.write('second', set('a', 2));
    history.undo();
    expect([history.state, history.canUndo, history.canRedo]).toEqual(['first', true, true]);
    history.undo();
    history.undo();
    expect([history.state, history.canUndo]).toEqual(['start', false]);
    history.redo();
    history.write('other', set('b', 1));
    expect(history.canRedo).toBe(false);
    history.undo();
    expect(history.state).toBe('first');
  });

  it('lets the oldest steps give way', () => {
    const history = new History(0);
    for (let value = 1; value <= 500; value += 1) {
      history.write(value, set('a', value));
      history.rest();
    }
    expect(history.steps).toHaveLength(200);
    expect(history.state).toBe(500);
  });
});
