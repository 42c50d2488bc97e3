import { innerWidth } from 'svelte/reactivity/window';

/** Below this a screen is a phone's, as the style sheets have it. */
const PHONE = 700;

/** Whether what only a phone shows is drawn: yes while the width is not known, as in the built pages. */
export function hasPhone(): boolean {
  return (innerWidth.current ?? 0) < PHONE;
}

/** Whether what a phone hides is drawn. */
export function hasMore(): boolean {
  return (innerWidth.current ?? PHONE) >= PHONE;
}
