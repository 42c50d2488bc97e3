import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ForecastDocument } from '$lib/export/document';
import { root } from '../../src/cli/prepare.js';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bosett-rates-'));
  // The first call makes the bundle where that is older than its sources.
  await bosett('--help');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function bosett(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const options = { cwd: root, env: { ...process.env, INIT_CWD: folder }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((done) => {
    execFile(process.execPath, [join(root, 'src/cli/run.js'), ...args], options, (error, stdout, stderr) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

function rates(name: string, value: number, more: object = {}): string {
  const block = {
    from: '2025-01-01',
    status: 'published',
    reference: { title: 'Prop. 1 S' },
    confirmed_to: '2025-12-31',
    cells: [{ grant_year: 1, category: 'adult', value }],
  };
  const set = {
    format: 'bosett/rates@1',
    title: { nb: 'Forslag', en: 'Proposal' },
    status: 'draft',
    parameters: [{ id: 'grants.integration', values: [block] }],
    ...more,
  };
  writeFileSync(join(folder, name), JSON.stringify(set));
  return name;
}

const sel = join(root, 'scenarios/sel.json');

async function forecast(...args: string[]): Promise<ForecastDocument> {
  const { code, stdout, stderr } = await bosett('forecast', sel, '--format', 'json', '--lang', 'en', ...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as ForecastDocument;
}

const adultsIn = ({ lines }: ForecastDocument, year: number) =>
  lines.find((line) => line.year === year && line.item === 'integration_grant.year1.adult');

describe('forecast --rates', () => {
  it('uses them from their date, and marks a draft on lines, in the document and in a warning', async () => {
    const [own, published] = [await forecast('--rates', rates('forslag.json', 250_000)), await forecast()];
    expect(adultsIn(own, 2024)).toEqual(adultsIn(published, 2024));
    expect(adultsIn(own, 2025)).toMatchObject({ unit_price: 250_000, status: 'own', draft: true });
    expect(own.rates).toEqual([{ title: { nb: 'Forslag', en: 'Proposal' }, status: 'draft' }]);
    expect(own.warnings.find(({ code }) => code === 'rates-draft')?.message).toContain('are not approved (Proposal)');
    expect(published).not.toHaveProperty('rates');
  });

  it('of two files lets the later hold, and does not call the approved a draft', async () => {
    const approved = rates('vedtatt.json', 260_000, { status: 'approved', title: { nb: 'Vedtatt' } });
    const own = await forecast('--rates', rates('forslag.json', 250_000), '--rates', approved);
    expect(adultsIn(own, 2025)).toMatchObject({ unit_price: 260_000, status: 'own' });
    expect(adultsIn(own, 2025)).not.toHaveProperty('draft');
    expect(own.warnings.map(({ code }) => code)).not.toContain('rates-draft');
  });

  it('says in the table’s messages that a draft is one', async () => {
    const { code, stderr } = await bosett('forecast', sel, '--rates', rates('forslag.json', 250_000));
    expect(code).toBe(0);
    expect(stderr).toContain('Utkast: egne satser i 2025');
  });

  it('with a defect is refused, and nothing is written', async () => {
    const wrong = rates('feil.json', 250_000, { parameters: [{ id: 'grants.integrasjon', values: [] }], status: 'x' });
    const { code, stdout, stderr } = await bosett('forecast', sel, '--rates', wrong);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('feil.json: status: «x» kan ikke velges. Tillatt: draft, approved.');
    expect((await bosett('forecast', sel, '--rates', 'ingen.json')).code).toBe(2);
  });
});

describe('check', () => {
  it('checks a rate set as it checks a parameter', async () => {
    const good = await bosett('check', rates('forslag.json', 250_000));
    expect(good).toMatchObject({ code: 0, stdout: 'forslag.json: i orden\n' });
    const bad = await bosett('check', rates('dyrt.json', 9_000_000));
    expect(bad.code).toBe(2);
    expect(bad.stdout).toContain('dyrt.json: parameters[0].values[0].cells[0].value: ');
  });
});
