import { protect } from '$lib/protect/guard';
import type { Protection, Published } from '$lib/protect/publish';
import type { CohortRow } from '$lib/model/cohort';

/** Rows to protect, how, and what was given out before of the same cells. */
export type Task = { rows: CohortRow[]; to: Protection; before: Published[] };

/** Protects the rows of a task and answers with what came of it. */
addEventListener('message', ({ data: { rows, to, before } }: MessageEvent<Task>) =>
  postMessage(protect(rows, to, before)),
);
