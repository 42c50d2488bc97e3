import { outgoingOf } from '$lib/export/outgoing-of';
import type { Outgoing } from '$lib/export/outgoing';
import { alternativesOf } from '$lib/model/alternatives';
import { questionsFor, type AskedQuestion } from '$lib/model/question';
import { questionsText } from '$lib/text/questions';
import type { Text } from '$lib/text/text';
import { nameOf } from '$lib/text/why-sentence';
import type { App } from './app.svelte';
import { PERSONS, withSetting } from './entry';
import type { Shown } from './workspace.svelte';

declare const __VERSION__: string;

/** What a file of a plan is made of, as the page shows it now; `link` shows the same. */
export function outgoingFrom(app: App, about: Shown, link: string | null): Outgoing {
  const { text, workspace } = app;
  const { proposal, chosen, publishing } = workspace;
  const other = about.entry.id === proposal.entry.id ? chosen : proposal;
  const persons = workspace.persons(about);
  const alternatives = alternativesOf({
    chosen: workspace.persons(chosen),
    proposal: workspace.persons(proposal),
    requested: workspace.requested(about),
    before: workspace.settledBefore(about),
  }).map((alternative) => ({
    ...alternative,
    shown:
      alternative.persons === persons ? about : workspace.show(withSetting(about.entry, PERSONS, alternative.persons)),
  }));
  const parts = {
    about,
    other: other.entry.id === about.entry.id ? null : other,
    alternatives,
    mode: publishing.mode,
    mark: app.mark,
    version: __VERSION__,
    date: new Date(),
    link,
    view: app.view,
    fixed: workspace.fixedKroner,
    matters: about.entry.id === chosen.entry.id ? workspace.matters : [],
    questions: questionsFor(publishing.mode, workspace.state.questions).map((question) => ({
      about: aboutOf(question, text),
      figure: question.figure,
      asked: question.asked,
      answer: question.answer,
    })),
  };
  return outgoingOf(parts, text);
}

/** What a question is about, in words. */
export function aboutOf({ figure, metric, years, group, scenario }: AskedQuestion, text: Text): string {
  const [from, to] = [years[0], years.at(-1)];
  const when = from === to ? String(from) : `${from}–${to}`;
  return questionsText[text.language].of(figure, `${nameOf(metric, group, text)} ${when}`, scenario);
}
