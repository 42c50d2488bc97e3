import { describe, expect, it } from 'vitest';
import { alternativesOf } from '$lib/model/alternatives';

describe('the numbers a council compares', () => {
  it('are nobody, half, asked, double, last year, the proposal and the chosen, in order and each once', () => {
    const rows = alternativesOf({ chosen: 40, proposal: 10, requested: 50, before: 31 });
    expect(rows.map(({ persons }) => persons)).toEqual([0, 10, 25, 31, 40, 50, 100]);
    expect(rows.find(({ persons }) => persons === 100)?.reasons).toEqual(['double']);
  });

  it('say every reason a number is shown for, the weightiest first', () => {
    const rows = alternativesOf({ chosen: 20, proposal: 20, requested: 20, before: 10 });
    expect(rows.find(({ persons }) => persons === 20)?.reasons).toEqual(['chosen', 'proposal', 'requested']);
    expect(rows.find(({ persons }) => persons === 10)?.reasons).toEqual(['half', 'before']);
  });

  it('rest on the proposal where nobody knows what is asked', () => {
    const rows = alternativesOf({ chosen: 5, proposal: 16, requested: null, before: null });
    expect(rows.map(({ persons }) => persons)).toEqual([0, 5, 8, 16, 32]);
    expect(rows.find(({ persons }) => persons === 8)?.reasons).toEqual(['half_proposal']);
  });
});
