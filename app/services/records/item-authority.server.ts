import type { LocalDate } from '#app/domain/calendar/local-date.ts'
import type { MinutesItem } from '#app/domain/records/minutes.ts'
import { authorityFor, type Authority } from '#app/domain/voting/authority.ts'

/** 安溪县. A county elsewhere has its own rows in the authority router, or none. */
export const REGION = '350524'

/** Whose decision the items of minutes are, by the law in force on a day. */
export function itemAuthority(on: LocalDate): (item: MinutesItem) => Authority | null {
  return ({ topicType }) => (topicType ? authorityFor(topicType, REGION, on) : null)
}
