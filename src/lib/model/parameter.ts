import { z } from './zod';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A text in the three languages of the application. */
export const Label = z.strictObject({ nb: z.string().min(1), nn: z.string().min(1), en: z.string().min(1) });
export type Label = z.infer<typeof Label>;

/** Closed list of units; `share` is a fraction of one, never a percentage. */
export const Unit = z.enum([
  'NOK',
  'NOK/person',
  'NOK/person/year',
  'NOK/post/year',
  'NOK/household',
  'NOK/household/year',
  'NOK/dwelling/year',
  'NOK/place/year',
  'NOK/module',
  'NOK/module/year',
  'NOK/room/year',
  'NOK/group/year',
  'NOK/hour',
  'NOK/kilometre',
  'NOK/year',
  'person',
  'person/year',
  'person/person',
  'person/post',
  'participant/post',
  'household',
  'household/post',
  'post',
  'post/post',
  'post/group',
  'group/room',
  'person/group',
  'room',
  'module/room',
  'dwelling',
  'place',
  'hour',
  'hour/week',
  'hour/person/year',
  'hour/post/year',
  'language',
  'day/year',
  'week',
  'month',
  'year',
  'age',
  'share',
  'factor',
  'choice',
]);
export type Unit = z.infer<typeof Unit>;

const Reference = z.strictObject({
  title: z.string().min(1),
  href: z.url().optional(),
  page: z.union([z.number(), z.string()]).optional(),
});
export type Reference = z.infer<typeof Reference>;

/** One value and the keys that address it. `null` is abolished (amount 0), `unknown` is never 0. */
const Cell = z
  .object({ value: z.union([z.number(), z.null(), z.string()]) })
  .catchall(z.union([z.string(), z.number()]));

/**
 * Dated values with one source. A cell holds from `from` to `confirmed_to` with the block's status and after that, until
 * a later block states it, as carried forward. Without `confirmed_to` the status holds until the next block.
 */
export const Block = z.strictObject({
  from: date,
  status: z.enum(['published', 'derived', 'assumed']),
  reference: Reference,
  confirmed_to: date.optional(),
  price_year: z.int().optional(),
  note: z.string().optional(),
  cells: z.array(Cell).min(1),
});

const span = { min: z.number(), max: z.number(), step: z.number().positive() };

/** Anything a person may dispute: a rate, a rule, a cost, a share. One file in `data/parameters` is one parameter. */
export const Parameter = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/),
    label: Label,
    description: Label,
    unit: Unit,
    keys: z.array(z.string()),
    /** The key whose cells sum to one, for shares. */
    sums_over: z.string().optional(),
    /** Set by the state: follows `rates.year`, `rates.index` and `rates.scale`. */
    state_set: z.boolean().optional(),
    /** Hard limits: a value outside is refused. */
    range: z.strictObject(span).optional(),
    /** What a slider spans, where that is less than the hard range. */
    slider: z.strictObject(span).optional(),
    /** What sensitivity and futures use. */
    plausible: z.strictObject({ low: z.number(), high: z.number(), of: z.enum(['value', 'absolute']) }).optional(),
    /** Read at the start of the plan alone: cannot be set for one year. */
    at_start: z.boolean().optional(),
    /** Only whole numbers. */
    whole: z.boolean().optional(),
    options: z.array(z.string()).min(2).optional(),
    values: z.array(Block).min(1),
  })
  .superRefine((parameter, context) => {
    for (const [index, block] of parameter.values.entries()) {
      const earlier = parameter.values[index - 1];
      if (earlier && earlier.from >= block.from) {
        context.addIssue({
          code: 'custom',
          path: ['values', index, 'from'],
          message: 'dates must be unique and ascending',
        });
      }
      if (block.confirmed_to && block.confirmed_to < block.from) {
        context.addIssue({
          code: 'custom',
          path: ['values', index, 'confirmed_to'],
          message: 'confirmed_to is before from',
        });
      }
      for (const [at, cell] of block.cells.entries()) {
        for (const key of Object.keys(cell)) {
          if (key !== 'value' && !parameter.keys.includes(key)) {
            context.addIssue({
              code: 'custom',
              path: ['values', index, 'cells', at, key],
              message: `no such key: ${key}`,
            });
          }
        }
        const { value } = cell;
        if (typeof value === 'string' && value !== 'unknown' && !parameter.options?.includes(value)) {
          context.addIssue({
            code: 'custom',
            path: ['values', index, 'cells', at, 'value'],
            message: `no such option: ${value}`,
          });
        }
        if (
          typeof value === 'number' &&
          parameter.range &&
          (value < parameter.range.min || value > parameter.range.max)
        ) {
          context.addIssue({
            code: 'custom',
            path: ['values', index, 'cells', at, 'value'],
            message: `outside the range: ${value}`,
          });
        }
      }
    }
    if (!parameter.range && !parameter.options) {
      context.addIssue({ code: 'custom', path: ['range'], message: 'a parameter has a range or options' });
    }
    if (parameter.sums_over && !parameter.keys.includes(parameter.sums_over)) {
      context.addIssue({ code: 'custom', path: ['sums_over'], message: `no such key: ${parameter.sums_over}` });
    }
  });
export type Parameter = z.infer<typeof Parameter>;

/** A title in one language or more. */
export const Title = Label.partial().refine((title) => Object.values(title).some((text) => text), {
  params: { code: 'no-title' },
});
export type Title = z.infer<typeof Title>;

/** A rate set of the municipality's own, as a block names it. */
export type RatesMark = { title: Title; status: 'draft' | 'approved' };

/** A block of a parameter, or one that a rate set of the municipality's own adds to it. */
export type StatedBlock = Parameter['values'][number] & { rates?: RatesMark };

/** A parameter as the model uses it, without the words only a reader of the file needs. */
export type LeanParameter = Omit<Parameter, 'description' | 'values'> & { values: StatedBlock[] };
