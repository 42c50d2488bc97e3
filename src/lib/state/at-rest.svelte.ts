import type { Shown, Workspace } from './workspace.svelte';

/** The chosen plan as it stood when the last lever came to rest, for what takes longer to work out than a lever waits. */
export class AtRest {
  readonly #workspace: Workspace;
  #last: Shown;
  readonly #chosen: Shown = $derived.by(() => {
    if (!this.#workspace.isMoving) this.#last = this.#workspace.chosen;
    return this.#last;
  });

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#last = workspace.chosen;
  }

  get chosen(): Shown {
    return this.#chosen;
  }
}
