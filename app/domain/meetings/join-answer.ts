import type { SeatId } from '#app/domain/shared/ids.ts'
import type { Turnout } from '#app/domain/voting/vote-receipt.ts'
import type { Audience } from './audience.ts'
import type { LoggedEvent } from './meeting-event.ts'
import type { MeetingState } from './meeting-state.ts'

/** Who I am in this meeting. */
export type Me = {
  audience: Audience
  role: 'chair' | 'recorder' | 'convener' | 'seat' | 'screen'
  seatId: SeatId | null
  /** What the log calls this member of staff; who has the chair can change while a page is open. */
  actorId?: string
  /** Name of the member of staff, for the log; null for the screen. */
  name: string | null
}

/** What somebody who joins is told. */
export type JoinAnswer = {
  me: Me
  /** ms since the epoch on the server; countdowns follow it, whatever the phone's clock says. */
  serverNow: number
  seq: number
  /** Either the whole state, or the events since `lastSeq`. */
  snapshot: MeetingState | null
  events: LoggedEvent[]
  turnout: Turnout | null
}
