import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalEventData,
} from 'ical-generator'

/** A session as a calendar entry. Every word is ready to be read; this file only knows the format. */
export type CalendarSession = {
  meetingId: string
  title: string
  description: string
  venue: string
  startsAt: Date
  durationMinutes: number
  /** Raised by each change, so that a calendar takes the newer one. */
  revision: number
  changedAt: Date
  cancelled: boolean
  /** The page this entry leads back to. */
  url: string
}

/** When a calendar rings, before a session begins. */
const RINGS_MINUTES = 60

/**
 * Writes an iCalendar file (RFC 5545) of sessions: one stable UID a session,
 * SEQUENCE by revision, cancelled ones marked as such. Times are instants in
 * UTC, which a calendar anywhere shows as 19:30 to somebody in Anxi. The library folds lines
 * and escapes text.
 *
 * @param host - the part after the `@` of a UID; it must stay the same.
 */
export function sessionCalendar(
  sessions: readonly CalendarSession[],
  { name, host }: { name: string; host: string },
): string {
  const onlyCancelled = sessions.length > 0 && sessions.every((session) => session.cancelled)
  const calendar = ical({
    name,
    prodId: { company: '730 Council', product: '730 Council', language: 'ZH' },
    method: onlyCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  for (const session of sessions) calendar.createEvent(eventOf(session, host))
  return calendar.toString()
}

function eventOf(session: CalendarSession, host: string): ICalEventData {
  const { startsAt, durationMinutes, cancelled } = session
  return {
    id: `${session.meetingId}@${host}`,
    sequence: session.revision,
    stamp: session.changedAt,
    start: startsAt,
    end: new Date(startsAt.getTime() + durationMinutes * 60_000),
    summary: session.title,
    description: session.description,
    location: session.venue,
    url: session.url,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(cancelled
      ? {}
      : { alarms: [{ type: ICalAlarmType.display, trigger: RINGS_MINUTES * 60 }] }),
  }
}
