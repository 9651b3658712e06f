import type { LoggedEvent } from '#app/domain/meetings/meeting-event.ts'
import type { Turnout } from '#app/domain/voting/vote-receipt.ts'

/** Something a meeting's rooms are to be told. */
export type FeedNotice =
  | {
      type: 'events'
      meetingId: string
      /** The seq before the first of `events`. */
      after: number
      events: readonly LoggedEvent[]
    }
  /** This process has added to a log: what other processes have to hear, so that they read on. */
  | { type: 'head'; meetingId: string; seq: number }
  | { type: 'turnout'; meetingId: string; turnout: Turnout }
  /** A personal link was revoked: whoever sits there is to leave. */
  | { type: 'removed'; meetingId: string; seatId: string }
  /** The link of the hall's screen was revoked: every screen it opened is to go dark. */
  | { type: 'screens-removed'; meetingId: string }

/** Tells this process what was committed. Nothing is published that could still be rolled back. */
export type MeetingFeed = {
  publish: (meetingId: string, after: number, events: readonly LoggedEvent[]) => void
  publishHead: (meetingId: string, seq: number) => void
  publishTurnout: (meetingId: string, turnout: Turnout) => void
  publishRemoved: (meetingId: string, seatId: string) => void
  publishScreensRemoved: (meetingId: string) => void
  /** @returns what ends the subscription. */
  subscribe: (listener: (notice: FeedNotice) => void) => () => void
}

export function createMeetingFeed(): MeetingFeed {
  const listeners = new Set<(notice: FeedNotice) => void>()
  const tell = (notice: FeedNotice) => {
    for (const listener of listeners) listener(notice)
  }
  return {
    publish: (meetingId, after, events) => tell({ type: 'events', meetingId, after, events }),
    publishHead: (meetingId, seq) => tell({ type: 'head', meetingId, seq }),
    publishTurnout: (meetingId, turnout) => tell({ type: 'turnout', meetingId, turnout }),
    publishRemoved: (meetingId, seatId) => tell({ type: 'removed', meetingId, seatId }),
    publishScreensRemoved: (meetingId) => tell({ type: 'screens-removed', meetingId }),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
