/** Lets the page draw and answer, for so many milliseconds at least. */
export function rest(milliseconds = 0): Promise<void> {
  return new Promise((resume) => setTimeout(resume, milliseconds));
}
