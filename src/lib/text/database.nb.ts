export const database = {
  waiting: 'Tabellen er regnet ut av modellen',
  starting: 'Databasen starter …',
  ready: 'Tabellen er summert av databasen i nettleseren: samme tall',
  moving: 'Tabellen er regnet ut av modellen mens du drar',
  failed: 'Databasen startet ikke. Alt annet virker; tabellen er regnet ut av modellen.',
};
