import { Block, Title, Unit } from './parameter';
import { z } from './zod';

/** Blocks that a rate set adds to a parameter. Unit and keys may stand, and must then be the parameter's own. */
const RateSetParameter = z.strictObject({
  id: z.string(),
  unit: Unit.optional(),
  keys: z.array(z.string()).optional(),
  values: z.array(Block).min(1),
});

/** A rate set file: amounts the municipality adds itself, such as those of a state budget proposed in October. */
export const RateSet = z.strictObject({
  format: z.literal('bosett/rates@1'),
  title: Title,
  status: z.enum(['draft', 'approved']),
  parameters: z.array(RateSetParameter).min(1),
});
export type RateSet = z.infer<typeof RateSet>;
