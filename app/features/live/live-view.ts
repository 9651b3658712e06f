import { evolve } from '#app/domain/meetings/evolve.ts'
import type { JoinAnswer, Me } from '#app/domain/meetings/join-answer.ts'
import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import type { Turnout } from '#app/domain/voting/vote-receipt.ts'
import type { EventsPush } from '#app/live/contract.ts'

/** `starting`: the page came with the meeting as it was, and the socket is not up yet. */
export type Link = 'starting' | 'live' | 'lost' | 'reload' | 'gone'

/** What a page knows of a running meeting. */
export type LiveView = {
  meeting: MeetingState
  /** The last event folded into `meeting`. */
  seq: number
  me: Me
  turnout: Turnout | null
  link: Link
  /** The connection has been away for so long that the page has to say so. */
  offline: boolean
  /** Server time of the last word from the server, ms since the epoch. */
  heardAt: number
  /** How far the server's clock is ahead of this device's, in ms. */
  offsetMs: number
}

/**
 * The view a page begins with.
 *
 * @param first - an answer with a snapshot, as everybody gets on a first visit.
 * @returns null for an answer that has none.
 */
export function firstView(first: JoinAnswer): LiveView | null {
  if (!first.snapshot) return null
  return {
    meeting: first.snapshot,
    seq: first.seq,
    me: first.me,
    turnout: first.turnout,
    link: 'starting',
    offline: false,
    heardAt: first.serverNow,
    offsetMs: 0,
  }
}

/** Takes in the answer to joining: the whole state, or what has happened since. Never goes back in time. */
export function joined(view: LiveView, answer: JoinAnswer): LiveView {
  const heard = { ...view, me: answer.me, heardAt: answer.serverNow }
  if (answer.snapshot && answer.seq >= view.seq) {
    return { ...heard, meeting: answer.snapshot, seq: answer.seq, turnout: answer.turnout }
  }
  const folded = foldEvents(heard, answer.events)
  return { ...folded, turnout: newerTurnout(folded.turnout, answer.turnout) }
}

/** Takes in pushed events. `gap` means that some in between are missing and the page has to join again. */
export function pushed(
  view: LiveView,
  { after, events }: Pick<EventsPush, 'after' | 'events'>,
): { view: LiveView; gap: boolean } {
  if (after > view.seq) return { view, gap: true }
  return { view: foldEvents(view, events), gap: false }
}

/** Takes in how many have voted; old news is dropped. */
export function countedTurnout(view: LiveView, turnout: Turnout): LiveView {
  return { ...view, turnout: newerTurnout(view.turnout, turnout) }
}

function foldEvents(view: LiveView, events: EventsPush['events']): LiveView {
  let { meeting, seq, heardAt } = view
  for (const event of events) {
    if (event.seq <= seq) continue
    meeting = evolve(meeting, event)
    seq = event.seq
    heardAt = Math.max(heardAt, event.at)
  }
  return seq === view.seq ? view : { ...view, meeting, seq, heardAt }
}

function newerTurnout(known: Turnout | null, heard: Turnout | null): Turnout | null {
  if (!known || !heard) return heard ?? known
  return known.ballotId === heard.ballotId && known.version > heard.version ? known : heard
}
