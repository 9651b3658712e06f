import type { LocalDate } from '#app/domain/calendar/local-date.ts'

/** What was done to reach an elector: the matter was served on them, or they were reminded of it. */
export type ContactKind = 'served' | 'reminded'

/** `posted`: put up in the compound, because nobody could be reached (业主大会和业主委员会指导规则 Art. 22). */
export const CONTACT_WAYS = ['handed', 'message', 'post', 'posted'] as const
export type ContactWay = (typeof CONTACT_WAYS)[number]

export function isContactWay(text: string): text is ContactWay {
  return CONTACT_WAYS.some((way) => way === text)
}

/** How far the desk has come with one elector. */
export type ElectorContact = {
  /** The day the matter was served, Asia/Shanghai. */
  served: { on: LocalDate; way: ContactWay } | null
  reminded: { times: number; last: Date } | null
}
