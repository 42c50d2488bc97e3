/** The screens of the top bar, in order. */
export const TABS = [
  { name: 'vote', href: '/vedtak' },
  { name: 'years', href: '/fem-ar' },
  { name: 'rooms', href: '/rom' },
  { name: 'limits', href: '/grenser' },
  { name: 'compare', href: '/sammenlign' },
  { name: 'group', href: '/gruppe' },
  { name: 'data', href: '/data' },
  { name: 'accuracy', href: '/treffsikkerhet' },
  { name: 'paper', href: '/saksframlegg' },
] as const;

/** The screens that are of the chosen plan and say so on paper. */
export const OF_PLAN: ReadonlySet<string> = new Set([
  '/',
  '/vedtak',
  '/fem-ar',
  '/rom',
  '/grenser',
  '/sammenlign',
  '/data',
  '/treffsikkerhet',
]);

/** The pages that explain, in order. */
export const PAGES = [
  { name: 'model', href: '/modell' },
  { name: 'rates', href: '/satser' },
  { name: 'privacy', href: '/personvern' },
  { name: 'accessibility', href: '/tilgjengelighet' },
  { name: 'about', href: '/om' },
] as const;
