import type { nb } from './nb';

/** The languages of the application. */
export type Language = 'nb' | 'nn' | 'en';

/** Every word a user sees, in one language: for the page, the command line and the exports alike. Bokmål sets the form. */
export type Text = typeof nb;
