import { z } from '$lib/model/zod';

/** Marks of a figure that is published and read, and of one that stands nowhere as a number. */
const READ = ['', 'estimate'] as const;
const MISSING = ['none', 'suppressed', 'not_read', 'not_in_text', 'image_only'] as const;

const Name = z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/);

/**
 * A figure of a published document. The parts of a measure stand under its groups and the whole, where it is no share,
 * under the group `all`. `value` is `null` exactly where `mark` says that there is no number to read; it is never 0 then.
 */
export const DocumentRow = z
  .strictObject({
    /** Empty where the figure is of no one municipality. */
    municipality: z.string().regex(/^(\d{4})?$/),
    /** `null` where the document does not say. */
    year: z.int().min(1990).max(2100).nullable(),
    table: Name,
    measure: Name,
    group: Name.or(z.literal('')),
    value: z.number().nullable(),
    unit: z.string().min(1),
    bound: z.enum(['', 'at_most', 'at_least']),
    definition: Name.or(z.literal('')),
    mark: z.enum([...READ, ...MISSING]),
    source: z.string().min(1),
    place: z.string().min(1),
  })
  .superRefine(({ value, mark }, context) => {
    const isMissing = (MISSING as readonly string[]).includes(mark);
    if (value === null && !isMissing) context.addIssue({ code: 'custom', path: ['value'], params: NO_NUMBER });
    if (value !== null && isMissing) context.addIssue({ code: 'custom', path: ['value'], params: NUMBER_AND_MARK });
  });
export type DocumentRow = z.infer<typeof DocumentRow>;

const NO_NUMBER = { code: 'figure-missing' };
const NUMBER_AND_MARK = { code: 'figure-and-mark' };

/** A figure with the row of the file it stands in. */
export type Figure = DocumentRow & { row: number };

/** Whether a number should stand where none is read; `none` is no number by the document's own word. */
export function isUnread(mark: DocumentRow['mark']): boolean {
  return mark !== 'none' && (MISSING as readonly string[]).includes(mark);
}
