import { expect, it } from 'vitest';
import { cohortCsv, readCohort } from '$lib/ingest/cohort-file';
import { NO_CHOICES } from '$lib/ingest/reading';
import type { CohortRow } from '$lib/model/cohort';
import { STANDARD } from '$lib/protect/publish';
import { App } from '$lib/state/app.svelte';
import { Asking } from '$lib/state/asking.svelte';
import { nb } from '$lib/text/nb';

const row = { settlement_year: 2023, permit: 'ordinary', category: 'adult', age_band: '25-55' } as const;

/** What is asked of a page whose plans have these people. */
async function askingOf(rows: CohortRow[]): Promise<{ app: App; asking: Asking }> {
  const app = new App(nb);
  const read = { kind: 'cohort' as const, choices: NO_CHOICES, ...readCohort(cohortCsv(rows)) };
  expect(await app.workspace.useFile('egen.csv', read)).toEqual([]);
  const asking = new Asking(
    app,
    () => '',
    () => new Map(),
  );
  return { app, asking };
}

it('nothing can be asked while everybody sees the screen and the people cannot be protected', async () => {
  const { app, asking } = await askingOf([{ ...row, persons: 12.5 }]);
  expect(asking.isClosed).toBe(false);
  await app.workspace.present(STANDARD);
  expect(app.workspace.publishing.mode).toBe('public');
  expect(asking.isClosed).toBe(true);
  asking.sql = 'select persons from cohort';
  await asking.ask();
  expect(asking.outcome).toBeNull();
  await app.workspace.present(null);
  expect(asking.isClosed).toBe(false);
});

it('what is protected can be asked about while everybody sees the screen', async () => {
  const { app, asking } = await askingOf([
    { ...row, persons: 12 },
    { ...row, age_band: '18-24', persons: 2 },
  ]);
  await app.workspace.present(STANDARD);
  expect(app.workspace.chosen.entry.rows.map(({ persons }) => persons)).toContain(null);
  expect(asking.isClosed).toBe(false);
});
