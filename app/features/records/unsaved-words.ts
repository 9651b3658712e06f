import type { MinutesWords } from '#app/domain/records/minutes-words.ts'

/** What was typed and not saved, and the words it was typed over. */
type Unsaved = { base: MinutesWords; mine: MinutesWords }

/** Of this tab alone and gone with it: an office machine has more than one user. */
const keyOf = (meetingId: string) => `minutes ${meetingId}`

export function keptWords(meetingId: string): Unsaved | null {
  try {
    const kept = sessionStorage.getItem(keyOf(meetingId))
    return kept === null ? null : (JSON.parse(kept) as Unsaved)
  } catch {
    return null
  }
}

export function keepWords(meetingId: string, unsaved: Unsaved): void {
  try {
    sessionStorage.setItem(keyOf(meetingId), JSON.stringify(unsaved))
  } catch {
    // Full or forbidden: the words are still in the form.
  }
}

export function forgetWords(meetingId: string): void {
  try {
    sessionStorage.removeItem(keyOf(meetingId))
  } catch {
    // Where nothing could be kept there is nothing to forget.
  }
}
