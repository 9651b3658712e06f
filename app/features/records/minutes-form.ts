import type { MinutesEdits } from '#app/domain/records/edit-minutes.ts'
import { editsOf, plainWords, type MinutesWords } from '#app/domain/records/minutes-words.ts'

/** The words in a form, as they would be kept. */
export function wordsIn(form: FormData): MinutesWords {
  return plainWords(textsIn(form))
}

/** What the recorder's form sends; see `MinutesWords` for the names of its fields. */
export function readMinutesForm(form: FormData): { revision: number; edits: MinutesEdits } {
  return {
    revision: Number(form.get('revision') ?? '0'),
    edits: editsOf(wordsIn(form), form.keys()),
  }
}

function* textsIn(form: FormData): Generator<[string, string]> {
  for (const [name, sent] of form) if (typeof sent === 'string') yield [name, sent]
}
