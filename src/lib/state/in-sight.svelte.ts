import type { Attachment } from 'svelte/attachments';
import type { Shown, Workspace } from './workspace.svelte';

/** The chosen plan for a part of a page that stands still while a lever moves and it is out of sight. */
export class InSight {
  readonly #workspace: Workspace;
  #isSeen = $state(true);
  #last: Shown;
  readonly #chosen: Shown = $derived.by(() => {
    if (this.#isSeen || !this.#workspace.isMoving) this.#last = this.#workspace.chosen;
    return this.#last;
  });

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#last = workspace.chosen;
  }

  get chosen(): Shown {
    return this.#chosen;
  }

  /** For the element that is in sight or not. */
  readonly seen: Attachment = (element) => {
    const observer = new IntersectionObserver((entries) => {
      this.#isSeen = entries.at(-1)?.isIntersecting ?? true;
    });
    observer.observe(element);
    return () => observer.disconnect();
  };
}
