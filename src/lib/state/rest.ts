/** Lets the page draw and answer, for so many milliseconds at least. */
export function rest(milliseconds = 0): Promise<void> {
  return new Promise((resume) => setTimeout(resume, milliseconds));
}

/** What steps come to, so many milliseconds of them at a time: the page draws and answers in between, and is told how far it is. */
export async function rested<Step, Result>(
  steps: Generator<Step, Result, void>,
  slice: number,
  onRest: (step: Step) => void = () => undefined,
): Promise<Result> {
  for (let until = performance.now() + slice; ;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < until) continue;
    onRest(value);
    await rest();
    until = performance.now() + slice;
  }
}
