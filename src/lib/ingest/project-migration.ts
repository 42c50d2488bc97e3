import type { Finding } from '$lib/model/settings';

/** The format of a project file written now. */
export const PROJECT_FORMAT = 'bosett/project@1';
const SCENARIO_FORMAT = 'bosett/scenario@1';
/** Scenario files in a list have no name of their own. */
const SCENARIO_LIST = `${SCENARIO_FORMAT}[]`;

/** One step from a format to the next, with every change it made as a remark. The value may have any defect. */
type Step = { from: string; to: string; migrate: (value: unknown) => { value: unknown; changes: Finding[] } };

/** Every older form that is still read, each with the next one. */
const STEPS: Step[] = [
  { from: SCENARIO_FORMAT, to: SCENARIO_LIST, migrate: (value) => ({ value: [value], changes: [] }) },
  { from: SCENARIO_LIST, to: PROJECT_FORMAT, migrate: fromScenarios },
];

/** Settings that have another name now; `null` where nothing took their place. A name covers all its cells and years. */
export const RENAMED: Readonly<Record<string, string | null>> = {
  'education.teachers_per_group': null,
  'programme.duration.ordinary': null,
  'programme.duration.collective': null,
  'programme.duration.family': null,
};

/** A value in the format of today with all that was changed in it, or why it cannot be. */
export function migrate(value: unknown): { value: unknown; changes: Finding[] } | { finding: Finding } {
  const changes: Finding[] = [];
  let [format, migrated] = [formatOf(value), value];
  while (format !== PROJECT_FORMAT) {
    const step = STEPS.find(({ from }) => from === format);
    if (!step) return { finding: unreadable(format) };
    const made = step.migrate(migrated);
    changes.push(...made.changes);
    [format, migrated] = [step.to, made.value];
  }
  const renamed = withNamesOfToday(migrated);
  return { value: renamed.value, changes: [...changes, ...renamed.changes] };
}

/** Whether a value of a JSON file is to be read as a project: one of any version, or a list of scenarios. */
export function isProject(value: unknown): boolean {
  return Array.isArray(value) || /^bosett\/project@/.test(formatOf(value));
}

function formatOf(value: unknown): string {
  if (Array.isArray(value)) return SCENARIO_LIST;
  const format = isObject(value) ? value['format'] : undefined;
  return typeof format === 'string' ? format : '';
}

function unreadable(format: string): Finding {
  const [name, version] = format.split('@');
  const known = [PROJECT_FORMAT, SCENARIO_FORMAT].find((each) => each.startsWith(`${name}@`));
  const isNewer = known !== undefined && Number(version) > Number(known.split('@')[1]);
  const base = { severity: 'error', path: 'format', found: format.slice(0, 40) } as const;
  return isNewer
    ? { ...base, code: 'newer-format', allowed: known }
    : { ...base, code: 'unknown-format', allowed: `${PROJECT_FORMAT}, ${SCENARIO_FORMAT}` };
}

/** Scenarios become the entries of a project: the first is what the others are measured against, the last is worked on. */
function fromScenarios(value: unknown): { value: unknown; changes: Finding[] } {
  const scenarios = Array.isArray(value) ? (value as unknown[]) : [];
  const entries = scenarios.map((scenario, at) => ({
    scenario,
    name: null,
    source: `scenario ${at + 1}`,
    locked: at === 0 && scenarios.length > 1,
    original: isObject(scenario) && isObject(scenario['parameters']) ? scenario['parameters'] : {},
    rows: null,
    result: null,
  }));
  const project = {
    format: PROJECT_FORMAT,
    version: '',
    saved: null,
    entries,
    chosen: entries.length - 1,
    proposal: 0,
  };
  const finding = (code: string): Finding => ({ code, severity: 'warning', path: '', found: String(entries.length) });
  const changes = [finding('became-project'), ...(entries.length > 1 ? [finding('first-became-proposal')] : [])];
  return { value: project, changes };
}

/** The settings of all entries under the names they have now. */
function withNamesOfToday(value: unknown): { value: unknown; changes: Finding[] } {
  if (!isObject(value) || !Array.isArray(value['entries'])) return { value, changes: [] };
  const changes: Finding[] = [];
  const rename = (settings: unknown, path: string): unknown => {
    if (!isObject(settings)) return settings;
    return Object.fromEntries(
      Object.entries(settings).flatMap(([setting, of]) => {
        const now = nameNow(setting);
        if (now !== setting) changes.push(renamed(path, setting, now));
        return now === null ? [] : [[now, of]];
      }),
    );
  };
  const entries = (value['entries'] as unknown[]).map((entry, at) => {
    if (!isObject(entry)) return entry;
    const { scenario, original } = entry;
    const inScenario = isObject(scenario) && 'parameters' in scenario;
    return {
      ...entry,
      ...(inScenario && {
        scenario: {
          ...scenario,
          parameters: rename(scenario['parameters'], `entries[${at}].scenario.parameters`),
        },
      }),
      ...('original' in entry && { original: rename(original, `entries[${at}].original`) }),
    };
  });
  return { value: { ...value, entries }, changes: onePerSetting(changes) };
}

function nameNow(setting: string): string | null {
  const old = Object.keys(RENAMED).find(
    (each) => setting === each || (/^[.@]/.test(setting.slice(each.length)) && setting.startsWith(each)),
  );
  const now = old === undefined ? undefined : RENAMED[old];
  if (old === undefined || now === undefined) return setting;
  return now === null ? null : now + setting.slice(old.length);
}

function renamed(path: string, found: string, allowed: string | null): Finding {
  const base = { severity: 'warning', path, found } as const;
  return allowed === null ? { ...base, code: 'setting-gone' } : { ...base, code: 'setting-renamed', allowed };
}

/** A setting that an entry came with and still has is said once. */
function onePerSetting(changes: Finding[]): Finding[] {
  const entryOf = ({ path }: Finding): string => path.split('.')[0] ?? path;
  return changes.filter(
    (change, at) =>
      changes.findIndex((each) => each.found === change.found && entryOf(each) === entryOf(change)) === at,
  );
}

/** Whether a value of a JSON text has keys. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
