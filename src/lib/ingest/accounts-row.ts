import { z } from '$lib/model/zod';

/** A line of accounts or budget. `amount` in `unit`; `sign` says which sign a cost has in the file. */
export const AccountsRow = z.strictObject({
  municipality: z.string().refine((number) => /^\d{4}$/.test(number), { params: { code: 'accounts-municipality' } }),
  year: z.int().min(1990).max(2100),
  version: z.enum(['regnskap', 'budsjett', 'økonomiplan']),
  item: z.string().min(1),
  amount: z.number(),
  unit: z.string().min(1),
  sign: z.enum(['cost_positive', 'income_positive', '']).optional(),
  source: z.string().optional(),
});
export type AccountsRow = z.infer<typeof AccountsRow>;
export type Sign = 'cost_positive' | 'income_positive';
