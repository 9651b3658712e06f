import type { NoticeState } from './notice-state.ts'
import type { MinutesDocument } from './minutes-document.ts'
import type { MinutesReview } from './minutes-review.ts'
import type { ToldMinutes } from './told-minutes.ts'

/** The masked copy of sealed minutes as it was published, word for word. */
export type PublishedMinutesContent = {
  document: MinutesDocument
  /** The same as data, for programs. */
  told: ToldMinutes
  review: MinutesReview
  addenda: { text: string; reason: string; addedOn: string }[]
  /** Of the sealed minutes this is the copy of, and of the log they rest on. */
  minutesHash: string
  logHash: string
}

/** Published minutes as anybody may read them. */
export type PublishedMinutesView = {
  id: string
  content: PublishedMinutesContent
  contentHash: string
  publishedAt: Date
  notice: NoticeState
  withdrawn: { at: Date; reason: string } | null
  community: { name: string; nameEn: string; code: string; hotline: string | null }
  resolutions: { id: string; title: string; number: string }[]
}

/**
 * A file that says what was sealed, and the hash it was sealed with: sha-256,
 * hex, over `sealed` as canonical JSON (RFC 8785). `npm run verify -- --file FILE`
 * works it out again.
 */
export type SealedFile<Sealed> = {
  format: 'council730.minutes/1' | 'council730.minutes.public/1'
  meeting: { id: string; number: number | null }
  sealed: Sealed
  contentHash: string | null
}
