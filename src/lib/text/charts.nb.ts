export const charts = {
  economicPlan: 'økonomiplan',
  net: { title: 'Pluss eller minus hvert år', unit: 'mill. kroner' },
  in_phase: { title: 'Personer i femårsfasen', unit: 'ved årets slutt' },
  rooms_needed: { title: 'Klasserom som trengs', unit: 'i den travleste måneden' },
  posts: { title: 'Årsverk som betales', unit: 'alle stillinger, snitt av året' },
};
