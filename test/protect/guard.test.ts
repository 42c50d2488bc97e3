import { expect, it } from 'vitest';
import type { CohortRow } from '$lib/model/cohort';
import { protect, together } from '$lib/protect/guard';
import { publish } from '$lib/protect/publish';

const TO = { method: 'suppress', threshold: 5 } as const;
type Spec = [number, 'ordinary' | 'collective', CohortRow['category'], CohortRow['age_band'], number][];
const rows = (spec: Spec): CohortRow[] => spec.map(([settlement_year, permit, category, age_band, persons]) => ({ municipality: '3428', year: 2023, settlement_year, permit, category, age_band, persons }));
const BASE: Spec = [
  [2021, 'ordinary', 'adult', '25-55', 30],
  [2021, 'ordinary', 'child', '6-15', 11],
  [2022, 'ordinary', 'adult', '25-55', 20],
  [2022, 'ordinary', 'child', '6-15', 12],
];
const show = (x: CohortRow[]) => { const p = publish(x, TO); console.log(JSON.stringify([p.rows.map(r=>r.persons), p.totals.map(({persons, municipality, year, ...k})=>[Object.values(k).join(' '), persons])])); return p; };
it('x', () => {
  const a = show(rows(BASE));
  const b = show(rows([...BASE, [2022,'ordinary','child','0-5',2]]));
  const c: Spec = [...BASE, [2022,'ordinary','child','0-5',2]];
  c[0] = [2021,'ordinary','adult','25-55',31];
  const C = show(rows(c));
  const d: Spec = [...c]; d[0] = BASE[0]!; d[2] = [2022,'ordinary','adult','25-55',21];
  console.log(together(b,[a]), together(C,[a]), together(publish(rows(d),TO),[a]));
  const a0 = publish(rows([...BASE,[2022,'ordinary','child','0-5',0]]),TO);
  console.log(together(C,[a0]), together(publish(rows(d),TO),[a0]));
  const fix = BASE.map((x,i)=> i===0 ? ([...x.slice(0,4),31] as Spec[number]) : x);
  console.log('fix', together(publish(rows(fix),TO),[a]));
  console.log('last', together(C,[a,publish(rows(fix),TO)]), protect(rows(c),TO,[a,publish(rows(fix),TO)]));
});
