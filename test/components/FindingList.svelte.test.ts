import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import FindingList from '$lib/components/FindingList.svelte';
import type { Finding } from '$lib/model/settings';
import { nb } from '$lib/text/nb';

const error = (row: number): Finding => ({ code: 'empty-cell', severity: 'error', path: 'persons', row, allowed: '1' });
const warning: Finding = { code: 'total-row', severity: 'warning', path: 'persons', row: 9, found: '7', rule: 20 };

describe('the list of findings', () => {
  it('announces file and counts, errors first, and tells what a rule means', async () => {
    await render(FindingList, {
      findings: [warning, error(2), error(3)],
      text: nb,
      file: 'fil.csv',
      title: 'Ikke lest',
    });
    await expect.element(page.getByRole('alert')).toHaveTextContent('Ikke lest fil.csv: 2 feil, 1 advarsel');
    const lists = page.getByRole('list').elements();
    expect(lists.map((list) => list.querySelectorAll('li').length)).toEqual([2, 1]);
    await expect
      .element(page.getByRole('listitem').last())
      .toHaveTextContent('rad 9: persons: Raden er en sum (7) som stemmer med radene, og er ikke lest.');
    await page.getByText('Hva betyr regelen?').click();
    await expect.element(page.getByText('En rad som er summen av andre rader, telles ikke.')).toBeVisible();
  });

  it('announces warnings alone without alarm', async () => {
    await render(FindingList, { findings: [warning], text: nb });
    await expect.element(page.getByRole('status').first()).toHaveTextContent('1 advarsel');
    expect(page.getByRole('alert').elements()).toEqual([]);
  });

  it('shows the first fifty, and all of them when asked, with the focus on the next', async () => {
    const findings = Array.from({ length: 60 }, (_, at) => error(at + 2));
    await render(FindingList, { findings, text: nb });
    expect(page.getByRole('listitem').elements()).toHaveLength(50);
    await page.getByRole('button', { name: 'Vis alle 60' }).click();
    expect(page.getByRole('listitem').elements()).toHaveLength(60);
    expect(document.activeElement?.textContent).toContain('rad 52');
  });

  it('has no button to close it where nobody can', async () => {
    let closed = 0;
    const { rerender } = await render(FindingList, { findings: [warning], text: nb });
    expect(page.getByRole('button').elements()).toHaveLength(2);
    await rerender({ findings: [warning], text: nb, close: { label: 'Lukk', press: () => (closed += 1) } });
    await page.getByRole('button', { name: 'Lukk' }).click();
    expect(closed).toBe(1);
  });
});
