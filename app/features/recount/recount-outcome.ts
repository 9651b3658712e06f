import type { RecordProblem } from '#app/domain/voting/record-reader.ts'
import type { SignatureCheck } from '#app/domain/voting/record-signature.ts'
import {
  recountFile,
  type Recount,
  type RecountedFile,
} from '#app/domain/voting/recount-file.ts'

/** What came of a recount. Plain data: the browser makes it, or the server for a browser without scripts. */
export type RecountOutcome =
  | { kind: 'counted'; recount: Recount; signature: SignatureCheck }
  | { kind: 'malformed'; path: string; problem: RecordProblem }
  | { kind: 'too-large' | 'no-record' | 'no-file' | 'not-fetched' }

/**
 * Counts the text of a file, and has its signature looked at.
 *
 * @param text - null when the bytes were not UTF-8.
 */
export async function outcomeOf(
  text: string | null,
  check: (file: RecountedFile) => SignatureCheck | Promise<SignatureCheck>,
): Promise<RecountOutcome> {
  if (text === null) return { kind: 'malformed', path: 'record', problem: 'not-json' }
  const file = recountFile(text)
  if (!file.ok) {
    const { path, problem } = file.refusal
    return { kind: 'malformed', path, problem }
  }
  return {
    kind: 'counted',
    recount: file.value.recount,
    signature: await check(file.value),
  }
}
