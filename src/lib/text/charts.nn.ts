import type { Text } from './text';

export const charts: Text['charts'] = {
  economicPlan: 'økonomiplan',
  net: { title: 'Pluss eller minus kvart år', unit: 'mill. kroner' },
  in_phase: { title: 'Personar i femårsfasen', unit: 'ved utgangen av året' },
  rooms_needed: { title: 'Klasserom som trengst', unit: 'i den travlaste månaden' },
  posts: { title: 'Årsverk som blir betalte', unit: 'alle stillingar, snitt for året' },
};
