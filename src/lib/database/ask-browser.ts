import { Asker } from './asker';
import { openWorker } from './worker';

/** Asks a DuckDB in a worker of its own, so that what a question does to it does nothing to the page. */
export function askerInBrowser(): Asker {
  return new Asker(openWorker);
}
