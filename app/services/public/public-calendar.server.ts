import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { PublicSession } from '#app/domain/records/public-view.ts'

/** A community's sessions as iCalendar. Times are instants; every reader's calendar shows its own. */
export function publicCalendar({
  name,
  roomNames,
  sessions,
  origin,
  made,
}: {
  name: string
  roomNames: Readonly<Record<PublicSession['room'], string>>
  sessions: readonly PublicSession[]
  origin: string
  /** When this was made: it stands in every entry. */
  made: Date
}): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: '730-council', product: 'sessions', language: 'ZH' },
    ttl: 3600,
  })
  for (const session of sessions) {
    const { id, room, compound, number, startsAt, durationMinutes, venue, items } = session
    calendar.createEvent({
      id: `${id}@730-council`,
      start: startsAt,
      end: new Date(startsAt.getTime() + durationMinutes * 60_000),
      stamp: made,
      summary: `${compound} ${roomNames[room]}${number === null ? '' : ` ${number}`}`,
      location: `${compound} ${venue}`,
      description: items.map(({ title }) => `- ${title}`).join('\n'),
      url: `${origin}/`,
      status:
        session.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}
