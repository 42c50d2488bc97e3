/** The history of the municipalities and the test itself: fetched with this page alone. */
export async function load() {
  return { tests: await import('./backtest') };
}
