import { DATA_KINDS, type Member } from '$lib/model/member';
import { Title } from '$lib/model/parameter';
import type { Finding } from '$lib/model/settings';
import { PoolMember } from '$lib/model/pooling';
import { z } from '$lib/model/zod';
import { identifiersInProject } from './project-identifiers';
import { schemaFindings } from './schema-findings';

/** The format of a group bundle: what a municipality shows of itself to a group. */
export const BUNDLE_FORMAT = 'bosett/bundle@1';

const Year = z.int().min(2000).max(2100);
const Count = z.number().min(0).max(1_000_000);
const Kroner = z.number().min(-1e12).max(1e12);
const known = <T extends z.ZodType>(of: T) => of.nullable();

const MemberYear = z.strictObject({
  year: Year,
  tail: z.boolean(),
  requested: known(Count),
  decided: known(Count),
  settled: Count,
  moved_in: Count,
  moved_out: Count,
  in_phase: Count,
  participants: Count,
  rooms_needed: Count,
  posts: Count,
  income: known(Kroner),
  cost: known(Kroner),
  net: known(Kroner),
});

const Moves = z.strictObject({
  year: Year,
  grant_year: z.int().min(2).max(5),
  here: Count,
  moved: Count,
  grant: known(Kroner),
  part: z.number().min(0).max(1),
});

/** A group bundle. docs/group-bundle.md says it in words. */
export const Bundle = z
  .strictObject({
    format: z.literal(BUNDLE_FORMAT),
    municipality: z.string().regex(/^\d{4}$/),
    scenario: z.strictObject({
      title: Title,
      hash: z.string().max(40),
      first_year: Year,
      years: z.int().min(1).max(15),
    }),
    data: z.enum(DATA_KINDS),
    version: z.string().max(40),
    rates: z.string().max(40),
    inhabitants: known(z.strictObject({ year: Year, persons: Count })),
    threshold: z.int().min(0).max(9999),
    years: z.array(MemberYear).min(1).max(40),
    moves: z.array(Moves).max(60),
    pool: PoolMember,
  })
  .check(({ value, issues }) => {
    for (const [at, { year }] of value.years.entries())
      if (year !== value.scenario.first_year + at)
        issues.push({
          code: 'custom',
          path: ['years', at, 'year'],
          input: year,
          params: { code: 'wrong-value' },
          message: String(value.scenario.first_year + at),
        });
  });

/** What a bundle gives, or everything that is wrong with it. */
export type ReadBundle = { member: Member; findings: [] } | { member: null; findings: Finding[] };

/** Whether the value of a JSON file is meant as a group bundle, of any version. */
export function isBundle(value: unknown): boolean {
  const format = formatOf(value);
  return typeof format === 'string' && format.startsWith('bosett/bundle@');
}

/** A member of a group from the value of a JSON file. */
export function readBundle(value: unknown): ReadBundle {
  const personal = identifiersInProject(value);
  if (personal.length > 0) return { member: null, findings: personal };
  const format = formatOf(value);
  if (format !== BUNDLE_FORMAT) {
    const found = typeof format === 'string' ? format.slice(0, 40) : undefined;
    const isNewer = isBundle(value) && versionOf(format) > versionOf(BUNDLE_FORMAT);
    const base = { severity: 'error', path: 'format', found, allowed: BUNDLE_FORMAT } as const;
    const finding: Finding = isNewer ? { ...base, code: 'newer-format' } : { ...base, code: 'not-a-bundle' };
    return { member: null, findings: [finding] };
  }
  const parsed = Bundle.safeParse(value);
  if (!parsed.success) return { member: null, findings: schemaFindings(parsed.error.issues, value) };
  const { municipality, scenario, data, rates, version, inhabitants, threshold, years, moves, pool } = parsed.data;
  const member = { municipality, scenario, data, rates, version, inhabitants, threshold, years, moves, pool };
  return { member, findings: [] };
}

/** The text of a bundle file. */
export function bundleText(member: Member): string {
  return `${JSON.stringify({ format: BUNDLE_FORMAT, ...member }, null, 1)}\n`;
}

function versionOf(format: unknown): number {
  return Number(String(format).split('@')[1]);
}

function formatOf(value: unknown): unknown {
  return value !== null && typeof value === 'object' && 'format' in value ? value.format : undefined;
}
