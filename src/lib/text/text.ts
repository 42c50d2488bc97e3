import type { nb } from './nb';

/** Every word a user sees, in one language: for the page, the command line and the exports alike. Bokmål sets the form. */
export type Text = typeof nb;
