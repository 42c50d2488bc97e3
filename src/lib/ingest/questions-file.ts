import { LONGEST_ANSWER, LONGEST_QUESTION, MOST_QUESTIONS, type AskedQuestion } from '$lib/model/question';
import type { Finding } from '$lib/model/settings';
import { z } from '$lib/model/zod';
import { identifiersInProject } from './project-identifiers';
import { schemaFindings } from './schema-findings';

/** A question to the administration; docs/questions-file.md says it in words. */
export const Question = z.strictObject({
  scenario: z.string().max(200),
  metric: z.enum(['net', 'income', 'cost', 'fund', 'in_phase', 'rooms_needed', 'posts', 'dwellings']),
  years: z.array(z.int()).min(1).max(30).readonly(),
  group: z.string().max(100).optional(),
  figure: z.string().max(100),
  mode: z.enum(['private', 'public']),
  asked: z.string().min(1).max(LONGEST_QUESTION),
  answer: z.string().max(LONGEST_ANSWER),
}) satisfies z.ZodType<AskedQuestion>;

/** Questions to the administration, with its answers, format `bosett/questions@1`. */
const QuestionsFile = z.strictObject({
  format: z.literal('bosett/questions@1'),
  municipality: z.string().regex(/^\d{4}$/),
  questions: z.array(Question).max(MOST_QUESTIONS),
});
export type QuestionsFile = z.infer<typeof QuestionsFile>;

/** The questions of a JSON file, or everything that is wrong with it; what tells of a person is refused. */
export function readQuestions(
  value: unknown,
): { file: QuestionsFile; findings: [] } | { file: null; findings: Finding[] } {
  const personal = identifiersInProject(value);
  if (personal.length > 0) return { file: null, findings: personal };
  const parsed = QuestionsFile.safeParse(value);
  return parsed.success
    ? { file: parsed.data, findings: [] }
    : { file: null, findings: schemaFindings(parsed.error.issues, value) };
}

/** The text of a file of questions. */
export function questionsText(municipality: string, questions: readonly AskedQuestion[]): string {
  const file: QuestionsFile = { format: 'bosett/questions@1', municipality, questions: [...questions] };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** What tells of a person in a text that somebody typed. */
export function personalIn(text: string): Finding[] {
  return identifiersInProject({ text });
}
