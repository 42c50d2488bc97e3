import type { Text } from './text';

export const database: Text['database'] = {
  waiting: 'Tabellen er rekna ut av modellen',
  starting: 'Databasen startar …',
  ready: 'Tabellen er summert av databasen i nettlesaren: same tal',
  moving: 'Tabellen er rekna ut av modellen medan du dreg',
  failed: 'Databasen starta ikkje. Alt anna verkar; tabellen er rekna ut av modellen.',
};
