import type { Text } from './text';

export const database: Text['database'] = {
  waiting: 'The table is calculated by the model',
  starting: 'The database is starting …',
  ready: 'The table is summed by the database in the browser: same figures',
  moving: 'The table is calculated by the model while you drag',
  failed: 'The database did not start. Everything else works; the table is calculated by the model.',
};
