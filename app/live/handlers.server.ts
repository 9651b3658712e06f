import type { MeetingRefusal } from '#app/domain/meetings/meeting-refusal.ts'
import type { Audience } from '#app/domain/meetings/audience.ts'
import { GUEST, type Viewer } from '#app/domain/permissions/viewer.ts'
import type { MeetingId } from '#app/domain/shared/ids.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { VoteReceipt } from '#app/domain/voting/vote-receipt.ts'
import { actInMeeting, type ActServices } from '#app/services/meetings/act-in-meeting.server.ts'
import {
  answerTemperature,
  lookAtTemperature,
} from '#app/services/meetings/answer-temperature.server.ts'
import { hallCode } from '#app/services/meetings/hall-code.server.ts'
import { joinMeeting } from '#app/services/meetings/join-meeting.server.ts'
import { memberOfMeeting } from '#app/services/meetings/member-of-meeting.server.ts'
import { castVote, type CastVoteRefusal } from '#app/services/voting/cast-vote.server.ts'
import { myVote } from '#app/services/voting/my-vote.server.ts'
import type { VoteWriter } from '#app/services/voting/vote-writer.server.ts'
import type { OpenDatabase } from '#db/database.ts'
import type { LiveHandlers } from './answer.server.ts'
import { LIVE_PROTOCOL, type LiveRefusal } from './contract.ts'
import { createWaitingLine } from './waiting-line.ts'

/** One open page, as the handlers see it. */
export type Peer = {
  /** Who this page is at a meeting, as its cookie says now. */
  findViewer: (meetingId: string) => Promise<Viewer>
  /** Who it was when it joined: what commands and votes are done as. Null before it has. */
  viewerAt: (meetingId: string) => Viewer | null
  join: (meetingId: string, viewer: Viewer, audience: Audience) => Promise<void>
  leave: (meetingId: string) => Promise<void>
  /** `https://host` as this page's browser calls us. */
  origin: string
}

export type LiveServices = ActServices & {
  database: Pick<OpenDatabase, 'query'>
  votes: VoteWriter
  config: { sessionSecret: string }
}

/** Those who come together share their reads; a whole hall answered in one go would keep votes waiting. */
const JOINS_AT_ONCE = 64

/** @param seatsOnline - the seats of a meeting whose phones are connected, to whichever process. */
export function createHandlers(
  services: LiveServices,
  seatsOnline: (meetingId: MeetingId) => Promise<string[]>,
): LiveHandlers<Peer> {
  const viewerFor = async (peer: Peer, meetingId: string) =>
    peer.viewerAt(meetingId) ?? (await peer.findViewer(meetingId))

  const memberAt = async (peer: Peer, meetingId: string) => {
    const viewer = await viewerFor(peer, meetingId)
    return viewer === GUEST ? null : memberOfMeeting(services, viewer, meetingId)
  }

  const joinInLine = createWaitingLine(JOINS_AT_ONCE)

  return {
    'meeting:join': async ({ meetingId, protocol, lastSeq }, peer) => {
      if (protocol !== LIVE_PROTOCOL) return refuse({ code: 'reload-needed' })
      return joinInLine(async () => {
        const viewer = await peer.findViewer(meetingId)
        const joined = await joinMeeting(services, viewer, {
          meetingId,
          lastSeq,
          enter: (audience) => peer.join(meetingId, viewer, audience),
        })
        if (!joined.ok) await peer.leave(meetingId)
        return joined
      })
    },
    'meeting:command': async ({ meetingId, key, command }, peer) => {
      const viewer = await viewerFor(peer, meetingId)
      const acted = await actInMeeting(services, viewer, { meetingId, key, command })
      return acted.ok ? acted : refuse(inWire(acted.refusal))
    },
    // Not `async`, nor what it calls: each layer of that is a promise and three turns for every vote.
    'ballot:cast': ({ meetingId, ballotId, choice, key }, peer) => {
      const vote = { meetingId, ballotId, choice, key, origin: 'phone' } as const
      const castAs = (viewer: Viewer) => castVote(services, viewer, vote).then(castInWire)
      const here = peer.viewerAt(meetingId)
      return here ? castAs(here) : peer.findViewer(meetingId).then(castAs)
    },
    'ballot:mine': async ({ meetingId, ballotId }, peer) => {
      const viewer = await viewerFor(peer, meetingId)
      return ok(await myVote(services, viewer, { meetingId, ballotId }))
    },
    'temperature:answer': async ({ meetingId, checkId, colour, key }, peer) => {
      const viewer = await viewerFor(peer, meetingId)
      const said = await answerTemperature(services, viewer, {
        meetingId,
        checkId,
        colour,
        key,
      })
      return said.ok ? said : refuse(inWire(said.refusal))
    },
    'temperature:look': async ({ meetingId, checkId }, peer) => {
      const viewer = await viewerFor(peer, meetingId)
      const seen = await lookAtTemperature(services, viewer, { meetingId, checkId })
      return seen.ok ? seen : refuse(inWire(seen.refusal))
    },
    'checkin:code': async ({ meetingId }, peer) => {
      const member = await memberAt(peer, meetingId)
      if (!member) return refuse({ code: 'no-such-meeting' })
      // Who could read the code at home would not have to come.
      if (member.me.audience === 'seats') return refuse({ code: 'not-yours-to-do' })
      const { code, changesAt } = hallCode(services, meetingId)
      const url = `${peer.origin}/m/${meetingId}/checkin?code=${code}`
      return ok({ code, changesAt, url })
    },
    'phones:online': async ({ meetingId }, peer) => {
      const member = await memberAt(peer, meetingId)
      if (!member) return refuse({ code: 'no-such-meeting' })
      const { audience, role } = member.me
      if (audience !== 'staff' && role !== 'chair') return refuse({ code: 'not-yours-to-do' })
      return ok({ seatIds: await seatsOnline(meetingId) })
    },
  }
}

function castInWire(
  cast: Result<VoteReceipt, CastVoteRefusal>,
): Result<VoteReceipt, LiveRefusal> {
  return cast.ok ? cast : refuse(inWire(cast.refusal))
}

type Inner = MeetingRefusal | CastVoteRefusal | { code: 'no-such-meeting' | 'busy' }

/** A refusal with the numbers its words need. */
function inWire(refusal: Inner): LiveRefusal {
  switch (refusal.code) {
    case 'already-voted':
      return { code: refusal.code, standing: refusal.standing }
    case 'not-ready': {
      const { code, ...detail } = refusal
      return { code, detail }
    }
    case 'law-not-met': {
      const { code, ...detail } = refusal
      return { code, detail }
    }
    case 'turns-used-up':
      return { code: refusal.code, detail: { turns: refusal.turns } }
    case 'silenced':
      return { code: refusal.code, detail: { warnings: refusal.warnings } }
    case 'rule-off':
      return { code: refusal.code, detail: { rule: refusal.rule } }
    default:
      return { code: refusal.code }
  }
}
