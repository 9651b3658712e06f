/** Everything that crosses the live connection. Imported by the server and by the browser. */
import { z } from 'zod'
import type { JoinAnswer } from '#app/domain/meetings/join-answer.ts'
import type { LoggedEvent } from '#app/domain/meetings/meeting-event.ts'
import type { MeetingRefusalCode } from '#app/domain/meetings/meeting-refusal.ts'
import { roomCommand } from '#app/domain/meetings/room-command.ts'
import { COLOURS, type TemperatureAnswer } from '#app/domain/meetings/temperature.ts'
import {
  ID_PATTERN,
  KEY_PATTERN,
  type BallotId,
  type MeetingId,
} from '#app/domain/shared/ids.ts'
import { MARK_PATTERN, type MarkRefusal } from '#app/domain/voting/mark.ts'
import type { Turnout, VoteReceipt, VoteRefusalCode } from '#app/domain/voting/vote-receipt.ts'

export type { JoinAnswer, Turnout, VoteReceipt, VoteRefusalCode }

// Apart, so that a phone that needs these two numbers does not load the schemas below.
export { LIVE_PATH, LIVE_PROTOCOL } from './protocol.ts'

const id = z.string().regex(ID_PATTERN)
const meetingId = id.transform((value) => value as MeetingId)
const ballotId = id.transform((value) => value as BallotId)
const key = z.string().regex(KEY_PATTERN)

/**
 * Sent in the handshake's `auth`: which face of the product this page is. One
 * browser may hold a staff sign-in, a seat's link and a screen side by side.
 */
export const liveHandshake = z.object({ face: z.enum(['staff', 'seat', 'screen']) })
export type LiveHandshake = z.output<typeof liveHandshake>

/** What a browser may ask. Each request gets exactly one answer, through its acknowledgement. */
export const liveRequests = {
  /** `lastSeq` is the last event this page has, or null on a first visit. */
  'meeting:join': z.object({
    meetingId,
    protocol: z.number().int(),
    lastSeq: z.number().int().min(0).nullable(),
  }),
  'meeting:command': z.object({ meetingId, key, command: roomCommand }),
  'ballot:cast': z.object({ meetingId, ballotId, choice: z.string().regex(MARK_PATTERN), key }),
  /** My own vote in a ballot, for a page that was reloaded. */
  'ballot:mine': z.object({ meetingId, ballotId }),
  /** My colour in a look at how the room feels; once, and attributed to nobody. */
  'temperature:answer': z.object({ meetingId, checkId: id, colour: z.enum(COLOURS), key }),
  /** Whether I have answered, and how many have, from five on. */
  'temperature:look': z.object({ meetingId, checkId: id }),
  /** The hall's six digits; for its screen and for staff. */
  'checkin:code': z.object({ meetingId }),
  /** Whose phones are connected, to whichever process; for staff and the chair. */
  'phones:online': z.object({ meetingId }),
}

export type LiveAnswers = {
  'meeting:join': JoinAnswer
  'meeting:command': { seq: number; repeated: boolean }
  'ballot:cast': VoteReceipt
  'ballot:mine': VoteReceipt | null
  'temperature:answer': TemperatureAnswer
  'temperature:look': TemperatureAnswer
  'checkin:code': { code: string; changesAt: number; url: string }
  'phones:online': { seatIds: string[] }
}

export type LiveRefusal = {
  code:
    | 'bad-request'
    | 'reload-needed'
    | 'no-such-meeting'
    | 'too-fast'
    | 'internal'
    | MeetingRefusalCode
    | VoteRefusalCode
    | MarkRefusal['code']
  /** For `internal`: the same as in our log. */
  requestId?: string
  /** For `already-voted`: the vote that stands. */
  standing?: VoteReceipt
  /** Numbers the words need: how many are missing, which sides. */
  detail?: Record<string, string | number | string[]>
}
export type LiveRefusalCode = LiveRefusal['code']

export type LiveRequestName = keyof typeof liveRequests
export type Sent<Name extends LiveRequestName> = z.input<(typeof liveRequests)[Name]>
export type Parsed<Name extends LiveRequestName> = z.output<(typeof liveRequests)[Name]>
export type Reply<Name extends LiveRequestName> =
  { ok: true; value: LiveAnswers[Name] } | { ok: false; refusal: LiveRefusal }

export type ClientToServer = {
  [Name in LiveRequestName]: (request: Sent<Name>, reply: (answer: Reply<Name>) => void) => void
}

/** `after` is the seq the receiver must have; with anything less it asks to join again. */
export type EventsPush = { meetingId: MeetingId; after: number; events: LoggedEvent[] }

export type ServerToClient = {
  'meeting:events': (push: EventsPush) => void
  'ballot:turnout': (turnout: Turnout & { meetingId: MeetingId }) => void
  /** The right to be here is gone. */
  'meeting:removed': (gone: { meetingId: MeetingId }) => void
  'server:restarting': () => void
}
