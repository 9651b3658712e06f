import type { LocalDate } from '#app/domain/calendar/local-date.ts'
import type { MinutesItem } from '#app/domain/records/minutes.ts'
import { authorityFor, type Authority } from '#app/domain/voting/authority.ts'

/** Whose decision the items of minutes are, by the law in force at a place on a day. */
export function itemAuthority(
  region: string,
  on: LocalDate,
): (item: MinutesItem) => Authority | null {
  return ({ topicType }) => (topicType ? authorityFor(topicType, region, on) : null)
}
