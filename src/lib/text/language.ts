/** The languages of the application. */
export type Language = 'nb' | 'nn' | 'en';
