import { clockLeft } from '#app/domain/meetings/clock.ts'
import type { ItemState, MeetingState, Turn } from '#app/domain/meetings/meeting-state.ts'
import type { Seat } from '#app/domain/meetings/meeting.ts'
import { votingSeats } from '#app/domain/meetings/readiness.ts'
import { speakingOrder, type QueueRow } from '#app/domain/meetings/speaking-order.ts'
import type { Language } from '#app/i18n/language.ts'
import type { SeatId } from '#app/domain/shared/ids.ts'

/** What several faces read out of a meeting's state. */

export function currentItem(meeting: MeetingState): ItemState | null {
  return meeting.agenda.find((item) => item.id === meeting.currentItemId) ?? null
}

/** The item after the current one, or the first that has not been; null when all are done. */
export function nextItem(meeting: MeetingState): ItemState | null {
  return meeting.agenda.find((item) => item.progress === 'waiting') ?? null
}

/** Which item it is, from 1; 0 between items. */
export function itemNumber(meeting: MeetingState): number {
  return meeting.agenda.findIndex((item) => item.id === meeting.currentItemId) + 1
}

export function seatOf(meeting: MeetingState, seatId: SeatId | null): Seat | null {
  return meeting.seats.find((seat) => seat.id === seatId) ?? null
}

export function isPresent(meeting: MeetingState, seatId: SeatId | null): boolean {
  return seatId !== null && Object.hasOwn(meeting.presence, seatId)
}

/** How a person is called on phones and on the wall: 王女士. */
export function publicNameOf(seat: Seat | null, language: Language): string {
  if (!seat) return ''
  return language === 'zh-CN' ? seat.publicName : seat.publicNameEn
}

/** A ballot that takes votes now. */
export function openBallot(meeting: MeetingState) {
  return meeting.ballot && meeting.ballot.closedAt === null ? meeting.ballot : null
}

/** How many of those on the roll are in the room: the figure a session's majority is taken of. */
export function presentVoters(meeting: MeetingState): Seat[] {
  return votingSeats(meeting, meeting.currentItemId).filter((seat) =>
    isPresent(meeting, seat.id),
  )
}

export type MyPlace = { row: QueueRow; place: number; minutes: number }

/** Where a seat stands in the queue, from 1, and after about how many minutes it is its turn. */
export function placeInQueue(
  meeting: MeetingState,
  seatId: SeatId | null,
  now: number,
): MyPlace | null {
  const rows = speakingOrder(meeting)
  const index = rows.findIndex((row) => row.seatId === seatId)
  const row = rows[index]
  if (!row) return null
  const speaking = meeting.floor
    ? Math.max(0, clockLeft(meeting.floor.clock, meeting.pausedAt, now))
    : 0
  const before = index * meeting.rules.turnSeconds * 1000
  return {
    row,
    place: index + 1,
    minutes: Math.max(1, Math.ceil((speaking + before) / 60_000)),
  }
}

/** That somebody’s time was up is news for so long; ms. */
const STOPPED_STAYS_MS = 20_000

/**
 * The last turn on the current item, when it ended because its time was up, as long as that is news
 * and nobody else speaks.
 *
 * @param now - the server's time, ms since the epoch.
 */
export function justStopped(meeting: MeetingState, now: number): Turn | null {
  const { floor, phase, currentItemId } = meeting
  const last = meeting.turns.at(-1)
  if (!last || last.end !== 'time-up' || last.itemId !== currentItemId) return null
  if (floor || phase !== 'in-session') return null
  return now - last.endedAt < STOPPED_STAYS_MS ? last : null
}

/** By which of the rules that a session may leave out the queue is ordered. */
export function queueRule({ rules }: MeetingState): 'both' | 'never-spoken' | 'sides' | 'none' {
  if (rules.neverSpokenFirst) return rules.alternateSides ? 'both' : 'never-spoken'
  return rules.alternateSides ? 'sides' : 'none'
}
