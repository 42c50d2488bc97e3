import { describe, expect, it } from 'vitest';
import { RateSet } from '$lib/model/rate-set';
import { ratesAt } from '$lib/model/rates';
import { seriesOf } from '$lib/model/resolve';
import { publishedCatalogue } from '$lib/parameters/published';
import { linkOf, openLink } from '$lib/state/link';
import { openProject, writeProject } from '$lib/state/project';
import { Workspace } from '$lib/state/workspace.svelte';

const ADULT = 'grants.integration.year1.adult';

/** More for adults from 2018 on, whose rates the examples hold. */
function set(value: number, title = 'Budsjettforslag'): RateSet {
  const cells = [{ grant_year: 1, category: 'adult', value }];
  const block = { from: '2018-01-01', status: 'published', reference: { title: 'Prop. 1 S' }, cells };
  return RateSet.parse({
    format: 'bosett/rates@1',
    title: { nb: title },
    status: 'draft',
    parameters: [{ id: 'grants.integration', values: [block] }],
  });
}

const net = (workspace: Workspace) => workspace.chosen.forecast.result.map((row) => row.net);
const codes = (workspace: Workspace) => workspace.warnings.map(({ code }) => code);
const rateOf = ({ chosen: { plan } }: Workspace) =>
  seriesOf(plan.parameters, ADULT).value[plan.scenario.first_year - plan.parameters.first];

describe('own rates in the workspace', () => {
  it('are used by every scenario, and undone and done again', () => {
    const workspace = new Workspace();
    const [before, proposal] = [net(workspace), workspace.proposal.forecast.result];
    workspace.addRates(set(400_000));
    const after = net(workspace);
    expect(rateOf(workspace)).toBe(400_000);
    expect(after).not.toEqual(before);
    expect(workspace.proposal.forecast.result).not.toEqual(proposal);
    expect(codes(workspace)).toContain('rates-draft');
    workspace.undo();
    expect(net(workspace)).toEqual(before);
    expect(workspace.catalogue).toBe(publishedCatalogue);
    expect(codes(workspace)).not.toContain('rates-draft');
    workspace.redo();
    expect(net(workspace)).toEqual(after);
  });

  it('stay in force when a lever moves and a scenario is removed', () => {
    const workspace = new Workspace();
    workspace.addRates(set(400_000));
    workspace.set('settlement.persons', 12);
    workspace.openExample('sel');
    workspace.remove(workspace.chosen.entry.id);
    expect(workspace.state.rates).toHaveLength(1);
    expect(rateOf(workspace)).toBe(400_000);
  });

  it('are approved at the same amounts, removed to the published ones, and replaced by a set of the same title', () => {
    const workspace = new Workspace();
    const before = net(workspace);
    workspace.addRates(set(400_000));
    const [draft] = workspace.state.rates;
    if (!draft) throw new Error('no set');
    const after = net(workspace);
    workspace.markRates(draft, 'approved');
    expect(net(workspace)).toEqual(after);
    expect(codes(workspace)).not.toContain('rates-draft');
    workspace.addRates(set(500_000));
    expect(workspace.state.rates).toHaveLength(1);
    expect(rateOf(workspace)).toBe(500_000);
    for (const each of workspace.state.rates) workspace.removeRates(each);
    expect(net(workspace)).toEqual(before);
  });

  it('say which figures they moved by more than one per cent, until that is undone', () => {
    const workspace = new Workspace();
    workspace.addRates(set(400_000));
    const moved = workspace.movedByRates ?? [];
    const first = workspace.chosen.plan.scenario.first_year;
    expect(moved.find(({ column, year }) => column === 'income' && year === first)?.to).toBe(
      workspace.chosen.forecast.result[0]?.income,
    );
    expect(moved.map(({ column }) => column)).not.toContain('cost');
    workspace.addRates(set(400_100, 'Nesten likt'));
    expect(workspace.movedByRates).toEqual([]);
    workspace.undo();
    expect(workspace.movedByRates).toBeNull();
  });

  it('say nothing of figures that were moved of another plan, or before the screen turned to everybody', async () => {
    const workspace = new Workspace();
    const other = workspace.state.proposal;
    const { chosen } = workspace.state;
    workspace.addRates(set(400_000));
    workspace.choose(other);
    expect(workspace.movedByRates).toBeNull();
    workspace.choose(chosen);
    expect(workspace.movedByRates).not.toBeNull();
    await workspace.present({ method: 'suppress', threshold: 5 });
    expect(workspace.movedByRates).toBeNull();
    await workspace.present(null);
    expect(workspace.movedByRates).toBeNull();
  });

  it('with a defect change nothing', async () => {
    const workspace = new Workspace();
    const findings = await workspace.openRates({ ...set(1), status: 'kanskje' });
    expect(findings.map(({ code }) => code)).toEqual(['not-an-option']);
    expect(workspace.state.rates).toEqual([]);
    expect(await workspace.openRates(set(400_000))).toEqual([]);
    expect(rateOf(workspace)).toBe(400_000);
  });

  it('are told by their mark beside the value', () => {
    const workspace = new Workspace();
    workspace.addRates(set(400_000));
    const { parameters, scenario } = workspace.chosen.plan;
    const at = scenario.first_year - parameters.first;
    expect(ratesAt(seriesOf(parameters, ADULT), at)).toEqual({ title: { nb: 'Budsjettforslag' }, status: 'draft' });
    expect(ratesAt(seriesOf(parameters, 'grants.integration.year5'), at)).toBeNull();
  });
});

describe('own rates elsewhere', () => {
  it('are in no link, which says that they were used', async () => {
    const workspace = new Workspace();
    const link = async () => openLink((await linkOf(workspace.proposal, workspace.chosen, '1')) ?? '');
    expect(await link()).toMatchObject({ ownRates: false });
    workspace.addRates(set(400_000));
    expect(await link()).toMatchObject({ ownRates: true, state: { rates: [] } });
  });

  it('are kept in a project, with the figures they gave', () => {
    const workspace = new Workspace();
    workspace.addRates(set(400_000));
    const { text, findings } = writeProject(workspace.held, '2026-11-21T12:00:00Z', '1');
    expect(findings).toEqual([]);
    const { opened } = openProject(JSON.parse(text), 10);
    expect(opened?.held.state.rates).toEqual([set(400_000)]);
    expect(opened?.moved).toEqual([]);
  });
});
