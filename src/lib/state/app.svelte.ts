import { getContext, setContext } from 'svelte';
import { signedMillions } from '$lib/format';
import { COUNTED } from '$lib/model/futures';
import { questionsFor } from '$lib/model/question';
import type { Override } from '$lib/model/overrides';
import type { Finding } from '$lib/model/settings';
import type { Metric } from '$lib/model/year-row';
import type { Protection } from '$lib/protect/publish';
import type { View } from '$lib/text/figures';
import type { Language } from '$lib/text/language';
import { loadText } from '$lib/text/load';
import type { Text } from '$lib/text/text';
import { settingName } from './describe';
import { Imports } from './imports.svelte';
import type { Refusal } from './storage';
import type { Group } from './group.svelte';
import { Workspace, type Shown } from './workspace.svelte';

declare const __VERSION__: string;

/** A figure somebody asked about: a metric of a plan in a year, or over the years of the plan or after it. */
export type Question = {
  shown: Shown;
  metric: Metric;
  years: number[];
  /** The first part of the ids of the items asked about, where it is not all of them. */
  group?: string | undefined;
  /** Where it is a figure of a member of a group: what it is, and what the group adds to the plan. Nothing of it is set here. */
  member?: { figure: string; moves: readonly Override[] } | undefined;
};

/** How the page looks: as the device, or as was chosen. */
export type Theme = 'system' | 'light' | 'dark';
export const THEMES: Theme[] = ['system', 'light', 'dark'];

/** What is remembered on the device when somebody asks for it; never people. */
type Remembered = { language: Language; theme: Theme; view: View; fixedKroner: boolean; link: string | null };

const KEY = 'bosett';
/** Idle time after the first figures before the database is fetched, after a lever before it is asked, and before the rest is weighed. */
const DATABASE_AFTER = 300;
const CONFIRM_AFTER = 120;
const WEIGH_AFTER = 600;

/** The application as one tab shows it: the workspace, the words, and what is open. Handed out by context. */
export class App {
  readonly workspace = new Workspace();
  readonly imports = new Imports(this.workspace);
  /** The group of municipalities, from when its page is first opened. */
  group: Group | null = null;
  text = $state.raw() as Text;
  theme = $state.raw<Theme>('system');
  /** The figure whose sheet is open. */
  question = $state.raw<Question | null>(null);
  /** Whether the sheet of all parameters is open, and at which of them. */
  parameters = $state.raw<{ at: string | null } | null>(null);
  /** What was just done, for the page and for a screen reader. */
  message = $state.raw('');
  /** What must be said of the link the page was opened with. */
  notice = $state.raw('');
  isRemembered = $state.raw(false);
  /** How many times everything was taken from the device. */
  wipes = $state.raw(0);
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(text: Text) {
    this.text = text;
  }

  get language(): Language {
    return this.text.language;
  }

  get view(): View {
    return this.workspace.view;
  }

  /** What a parameter, a cell or a year of it is called. */
  nameOf(setting: string): string {
    return settingName(setting, this.text);
  }

  async speak(language: Language): Promise<void> {
    this.text = await loadText(language);
    this.#remember();
  }

  wear(theme: Theme): void {
    this.theme = theme;
    this.#remember();
  }

  show(view: Partial<View>): void {
    this.workspace.view = { ...this.view, ...view };
    this.#remember();
  }

  ask(question: Question): void {
    this.question = question;
  }

  /** What the screen, a paper or a copy says of whom it is for. */
  get mark(): string {
    const { mode, protection } = this.workspace.publishing;
    const { audience } = this.text.frame;
    return mode === 'private' ? audience.private : audience[protection.method](protection.threshold);
  }

  /** Shows everything to everybody, protected so, or with `null` every number; what was asked of other figures is closed. */
  async present(to: Protection | null): Promise<void> {
    await this.#turn(this.workspace.present(to));
  }

  /** The same where nobody has seen what was shown before. */
  async presentAnew(to: Protection): Promise<void> {
    await this.#turn(this.workspace.presentAnew(to));
  }

  /** Closes what was asked of figures before the screen turns, and what was asked while it did. */
  async #turn(turned: Promise<void>): Promise<void> {
    this.question = null;
    await turned;
    this.question = null;
    this.rest();
  }

  /** A lever came to rest: scales, warnings and the address follow, then the database and the search for what matters. */
  release(): void {
    this.workspace.settle();
    this.rest();
  }

  /** Sets going what waits until nothing moves. */
  rest(): void {
    this.start();
    void this.#address();
  }

  /** Fetches the database when the first figures have been on the screen for a while, or asks it once it is there. */
  start(): void {
    this.stop();
    const { workspace } = this;
    workspace.drawFutures(workspace.isStarting ? COUNTED : undefined);
    this.#timers = [
      workspace.databaseState === 'waiting'
        ? setTimeout(() => void workspace.startDatabase(), DATABASE_AFTER)
        : setTimeout(() => void workspace.confirm(), CONFIRM_AFTER),
      setTimeout(() => void this.#weigh(), WEIGH_AFTER),
    ];
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** The hash that gives the shown scenarios back; `null` where it would be too long. */
  async link(): Promise<string | null> {
    const { linkOf } = await import('./link');
    const { proposal, chosen, publishing } = this.workspace;
    const protection = publishing.mode === 'public' ? publishing.protection : null;
    const { seed, questions } = this.workspace.state;
    return linkOf(proposal, chosen, __VERSION__, protection, seed, questionsFor(publishing.mode, questions));
  }

  /** Shows what the address or, without a link in it, the device remembers. */
  async open(hash: string): Promise<void> {
    const remembered = this.#remembered();
    if (remembered) {
      this.isRemembered = true;
      this.theme = remembered.theme;
      this.workspace.view = remembered.view;
      this.workspace.fixedKroner = remembered.fixedKroner;
    }
    if (hash.length <= 1 && !remembered?.link) return;
    const { isLink, openLink } = await import('./link');
    const link = isLink(hash) ? hash : (remembered?.link ?? '');
    if (!isLink(link)) return;
    const opened = await openLink(link);
    const words = this.text.frame.link;
    if ('problem' in opened) this.notice = words[opened.problem];
    else {
      this.workspace.replace(opened.state);
      if (opened.protection) await this.workspace.present(opened.protection);
      this.question = null;
      const { forecast } = this.workspace.chosen;
      const now = Math.round(forecast.result.reduce((sum, { net }) => sum + net, 0));
      const [plan, tail] = opened.net;
      const then = plan === null || tail === null ? null : plan + tail;
      if (opened.ownRates) this.notice = words.ownRates;
      else if (opened.withoutPeople) this.notice = words.withoutPeople;
      else if (then !== null && Math.abs(then - now) > 2) {
        this.notice = words.older(
          opened.version,
          signedMillions(then, this.language),
          signedMillions(now, this.language),
        );
      }
    }
  }

  /** Keeps choices on the device from now on, and what is shown. */
  remember(): void {
    this.isRemembered = true;
    this.#remember();
    void this.#address();
  }

  /** The open project as the text of a file saved now (ISO time), or what makes it impossible. */
  async written(now: string): Promise<{ text: string; findings: Finding[] }> {
    const { writeProject } = await import('./project');
    return writeProject(this.workspace.held, now, __VERSION__);
  }

  /** Takes everything from the device: projects, choices and the pages kept for use without a network. */
  async forget(): Promise<Refusal | null> {
    const { wipeDevice } = await import('./storage');
    this.isRemembered = false;
    const refusal = await wipeDevice();
    this.wipes += 1;
    try {
      localStorage.removeItem(KEY);
      return refusal;
    } catch {
      return 'refused';
    }
  }

  async #weigh(): Promise<void> {
    await this.workspace.survey();
    await this.workspace.weighAssumptions();
  }

  /** Keeps the address so that it gives back what is shown. */
  async #address(): Promise<void> {
    const [{ replaceState }, { isLink }] = await Promise.all([import('$app/navigation'), import('./link')]);
    if (location.hash.length > 1 && !isLink(location.hash)) return;
    const link = (await this.link()) ?? ' ';
    if (link !== location.hash) replaceState(link, {});
    this.#remember(link);
  }

  #remember(link?: string): void {
    if (!this.isRemembered) return;
    const { language, theme, view, workspace } = this;
    const kept: Remembered = {
      language,
      theme,
      view,
      fixedKroner: workspace.fixedKroner,
      link: link ?? this.#remembered()?.link ?? null,
    };
    localStorage.setItem(KEY, JSON.stringify(kept));
  }

  #remembered(): Remembered | null {
    return rememberedHere();
  }
}

/** What this device remembers; `null` where nobody asked it to, or where it cannot. */
export function rememberedHere(): Remembered | null {
  try {
    const kept = localStorage.getItem(KEY);
    return kept ? (JSON.parse(kept) as Remembered) : null;
  } catch {
    return null;
  }
}

const CONTEXT = Symbol('app');

export function provideApp(app: App): App {
  return setContext(CONTEXT, app);
}

/** The application, in any component below the layout. */
export function useApp(): App {
  return getContext<App>(CONTEXT);
}
