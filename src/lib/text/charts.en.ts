import type { Text } from './text';

export const charts: Text['charts'] = {
  economicPlan: 'economic plan',
  net: { title: 'Surplus or deficit each year', unit: 'NOK million' },
  in_phase: { title: 'Persons in the five-year phase', unit: 'at the end of the year' },
  rooms_needed: { title: 'Classrooms needed', unit: 'in the busiest month' },
  posts: { title: 'Posts paid', unit: 'full-time equivalents, all staff, mean of the year' },
};
