import type { outgoing as nb } from './outgoing.nb';

/** Files that are given out. */
export const outgoing: typeof nb = {
  head: {
    municipality: 'Municipality',
    scenario: 'Scenario',
    years: 'Plan period',
    base: 'Compared with',
    differences: 'Differs',
    rates: 'Rates',
    confirmed: 'The rates are confirmed up to and including',
    data: 'The people the plan begins with',
    mode: 'Whom the figures are for',
    kroner: 'Kroner',
    version: 'Version of the model',
    hash: 'Fingerprint',
    date: 'Made',
    link: 'Link that shows the same',
  },
  headTitle: 'About the figures',
  hashNote: 'The same fingerprint means the same figures.',
  none: 'nothing',
  data: {
    none: 'none has been read in',
    synthetic: 'synthetic figures, not real persons',
    estimated: 'estimated from six figures and national distributions',
    own: 'the municipality’s own figures',
  },
};
