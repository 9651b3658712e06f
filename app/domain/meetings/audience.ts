import type { LoggedEvent, MeetingEvent, TaskLead } from './meeting-event.ts'
import type { Officer } from './meeting.ts'

/**
 * Who is told of an event. `staff`: chair, recorder and those who mind the
 * door. `seats`: everybody with a personal link. `screen`: the hall, where
 * people from outside may be standing.
 */
export const AUDIENCES = ['staff', 'seats', 'screen'] as const
export type Audience = (typeof AUDIENCES)[number]

/**
 * An event as one audience may see it. Every audience sees that something
 * happened, so sequence numbers have no gaps; what is not theirs is taken out
 * before anything is sent.
 */
export function seenBy(event: MeetingEvent, audience: Audience): MeetingEvent {
  if (audience === 'staff') return event
  switch (event.type) {
    case 'convened':
      return audience === 'screen'
        ? { ...event, seats: event.seats.map((seat) => ({ ...seat, name: seat.publicName })) }
        : event
    case 'seat-added':
      return audience === 'screen'
        ? { ...event, seat: { ...event.seat, name: event.seat.publicName } }
        : event
    case 'checked-in':
      return { ...event, reason: null }
    case 'marked-absent':
    case 'conflict-flagged':
    case 'conflict-cleared':
    case 'warned':
    case 'warning-lifted':
      return { ...event, reason: '' }
    case 'hand-raised': {
      const { witness: _witness, ...raised } = event
      return raised
    }
    case 'deputy-seated':
    case 'deputy-left':
      return audience === 'screen' ? { ...event, name: event.publicName } : event
    case 'item-skipped':
      return audience === 'screen' ? { ...event, reason: null } : event
    case 'chair-handed-over':
      return audience === 'screen'
        ? { ...event, reason: '', from: forHall(event.from), to: forHall(event.to) }
        : event
    case 'hand-moved':
      return { ...event, reason: null }
    case 'objection-raised':
      return audience === 'screen' ? { ...event, text: null } : event
    case 'task-assigned':
      return {
        ...event,
        lead: forTask(event.lead, audience),
        helpers: event.helpers.map((helper) => forTask(helper, audience)),
      }
    case 'moved':
    case 'cancelled':
    case 'item-added':
    case 'doors-opened':
    case 'party-reviewed':
    case 'opened':
    case 'item-started':
    case 'item-ended':
    case 'time-added':
    case 'hand-withdrawn':
    case 'floor-given':
    case 'floor-taken':
    case 'floor-extended':
    case 'point-parked':
    case 'last-call-made':
    case 'consensus-asked':
    case 'objection-withdrawn':
    case 'consensus-reached':
    case 'consensus-failed':
    case 'ballot-opened':
    case 'ballot-closed':
    case 'ballot-voided':
    case 'item-moved':
    case 'item-carried-over':
    case 'place-changed':
    case 'party-named':
    case 'motion-made':
    case 'motion-seconded':
    case 'motion-edited':
    case 'motion-withdrawn':
    case 'motion-referred':
    case 'motion-postponed':
    case 'temperature-opened':
    case 'temperature-closed':
    case 'screen-pinned':
    case 'message-shown':
    case 'message-cleared':
    case 'minutes-shown':
    case 'minutes-hidden':
    case 'paused':
    case 'resumed':
    case 'adjourned':
    case 'reopened':
    case 'closed':
      return event
  }
}

/** A logged event as one audience may see it. */
export function loggedSeenBy(logged: LoggedEvent, audience: Audience): LoggedEvent {
  return { ...logged, event: seenBy(logged.event, audience) }
}

/** Everybody at the table knows who has a task; strangers in the hall are told the side. */
function forTask(lead: TaskLead, audience: Audience): TaskLead {
  return { ...lead, personId: null, ...(audience === 'screen' ? { name: '' } : {}) }
}

/** Staff chair under their own name; of a delegate in the chair the hall is not told it. */
function forHall(officer: Officer): Officer {
  return officer.seatId === undefined ? officer : { ...officer, name: '' }
}
