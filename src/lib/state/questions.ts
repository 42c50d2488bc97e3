import { decode } from '$lib/ingest/encoding';
import { readQuestions } from '$lib/ingest/questions-file';
import { readJson, sizeFindings } from '$lib/ingest/scenario-file';

/** The questions of a file that somebody gave, or everything that is wrong with it. */
export async function readQuestionsFile(file: File): Promise<ReturnType<typeof readQuestions>> {
  const tooLarge = sizeFindings(file.size);
  if (tooLarge.length > 0) return { file: null, findings: tooLarge };
  const json = readJson(decode(new Uint8Array(await file.arrayBuffer())));
  return 'finding' in json ? { file: null, findings: [json.finding] } : readQuestions(json.value);
}
