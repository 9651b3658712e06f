import { replay } from '#app/domain/meetings/evolve.ts'
import type { Seat, Secrecy } from '#app/domain/meetings/meeting.ts'
import { DEFAULT_SPEAKING_RULES } from '#app/domain/meetings/speaking-rules.ts'
import type { LoggedEvent, MeetingEvent } from '#app/domain/meetings/meeting-event.ts'
import type { BallotId, ItemId, MeetingId, SeatId } from '#app/domain/shared/ids.ts'
import { ruleProfileFor } from '#app/domain/voting/rule-profiles.ts'
import { createSessions } from '#app/http/session.server.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { CHAIN_START, chainHashes } from '#app/services/meetings/hash-chain.server.ts'
import { insertBallot } from '#app/services/voting/open-ballot.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { invitees, meetingEvents, meetings } from '#db/schema/meetings.ts'
import { people, places } from '#db/schema/organisation.ts'

export type PreparedMeeting = {
  meetingId: string
  ballotId: string
  seatIds: string[]
  /** Seq of the last event of its log. */
  seq: number
}

export type PreparedHall = {
  meetings: PreparedMeeting[]
  /** One `Cookie` header a phone: it holds a seat in every meeting. */
  cookies: string[]
  /** The `Cookie` header of who chairs them all. */
  chairCookie: string
}

/** Rows one statement carries. */
const CHUNK = 500

/**
 * Writes meetings in session with an open ballot, everybody present, and a
 * session for every phone, so that a benchmark begins where the vote begins.
 */
export async function prepareHall(
  services: Services,
  { phones, meetings: count, secrecy }: { phones: number; meetings: number; secrecy: Secrecy },
): Promise<PreparedHall> {
  const { db, newId, now } = services
  const place = { demo: false, code: newId(), name: '测', nameEn: 'Bench' }
  const communityId = newId()
  const compoundId = newId()
  await db.insert(places).values([
    { ...place, id: communityId, kind: 'community', communityId },
    {
      ...place,
      id: compoundId,
      kind: 'compound',
      communityId,
      parentId: communityId,
      code: newId(),
    },
  ])
  const persons = Array.from({ length: phones + 2 }, () => newId())
  for (const ids of inChunks(persons)) {
    await db
      .insert(people)
      .values(ids.map((id) => ({ id, communityId, name: '测试', honorific: 'ms' as const })))
  }
  const [chairId = '', recorderId = '', ...voters] = persons

  const prepared: PreparedMeeting[] = []
  for (let number = 1; number <= count; number += 1) {
    const meetingId = newId() as MeetingId
    await db.insert(meetings).values({
      id: meetingId,
      communityId,
      compoundId,
      room: 'council',
      number,
      status: 'in-session',
      startsAt: now(),
      durationMinutes: 90,
      venue: '测',
      chairId,
      recorderId,
      rules: DEFAULT_SPEAKING_RULES,
      createdBy: chairId,
      createdAt: now(),
      noticeSentAt: now(),
    })
    const seatIds = voters.map(() => newId())
    const seats = seatIds.map((id, index) => seatFor(id as SeatId, index))
    for (const rows of inChunks(seats.map((seat, index) => ({ seat, index })))) {
      await db.insert(invitees).values(
        rows.map(({ seat, index }) => ({
          id: seat.id,
          meetingId,
          personId: voters[index] ?? '',
          side: seat.side,
          role: seat.role,
          title: seat.title,
          canVote: true,
        })),
      )
    }
    prepared.push({
      meetingId,
      seatIds,
      ...(await writeLog(services, {
        meetingId,
        communityId,
        chairId,
        recorderId,
        seats,
        secrecy,
      })),
    })
  }

  const sessions = createSessions({
    ...services,
    secret: services.config.sessionSecret,
    https: false,
  })
  const cookies: string[] = []
  for (let phone = 0; phone < phones; phone += 1) {
    const session = await sessions.getSession(null)
    session.set(
      'seats',
      Object.fromEntries(
        prepared.map(({ meetingId, seatIds }) => [
          meetingId,
          { seatId: seatIds[phone] ?? '', version: 1 },
        ]),
      ),
    )
    cookies.push((await sessions.commitSession(session)).split(';')[0] ?? '')
  }
  const accountId = newId()
  await db.insert(accounts).values({
    id: accountId,
    personId: chairId,
    login: accountId,
    passwordHash: 'none',
    role: 'cadre',
    scopeId: communityId,
  })
  const chair = await sessions.getSession(null)
  chair.set('accountId', accountId)
  const chairCookie = (await sessions.commitSession(chair)).split(';')[0] ?? ''
  return { meetings: prepared, cookies, chairCookie }
}

async function writeLog(
  services: Services,
  hall: {
    meetingId: MeetingId
    communityId: string
    chairId: string
    recorderId: string
    seats: Seat[]
    secrecy: Secrecy
  },
): Promise<{ ballotId: string; seq: number }> {
  const { db, newId, now } = services
  const at = now().getTime()
  const itemId = newId() as ItemId
  const ballotId = newId() as BallotId
  const rule = ruleProfileFor('deliberation', '350524', '2026-11-24')?.rule
  if (!rule) throw new Error('No rule for a session')
  const opened: Extract<MeetingEvent, { type: 'ballot-opened' }> = {
    type: 'ballot-opened',
    ballotId,
    itemId,
    title: '测',
    secrecy: hall.secrecy,
    changeable: hall.secrecy === 'open',
    rule,
    label: 'agreement',
    roll: hall.seats.map((seat) => seat.id),
    dueAt: at + 3_600_000,
  }
  const events: MeetingEvent[] = [
    {
      type: 'convened',
      room: 'council',
      title: '测',
      compoundName: '测',
      venue: '测',
      startsAt: at,
      durationMinutes: 90,
      agenda: [
        {
          id: itemId,
          kind: 'decision',
          title: '测',
          minutes: 30,
          matterId: null,
          topicType: 'soft-matter',
          proposal: '测',
          method: 'ballot',
          secrecy: hall.secrecy,
          inNotice: true,
        },
      ],
      seats: hall.seats,
      chair: { id: hall.chairId, name: '测', title: '' },
      recorder: { id: hall.recorderId, name: '测', title: '' },
      rules: DEFAULT_SPEAKING_RULES,
    },
    { type: 'doors-opened' },
    ...hall.seats.map((seat) => ({
      type: 'checked-in' as const,
      seatId: seat.id,
      by: 'code' as const,
      reason: null,
    })),
    {
      type: 'opened',
      present: hall.seats.length,
      invited: hall.seats.length,
      missingSides: [],
      overrideReason: null,
    },
    { type: 'item-started', itemId },
    { type: 'last-call-made', itemId },
    opened,
  ]
  const logged: LoggedEvent[] = events.map((event, index) => ({
    seq: index + 1,
    at,
    actorId: hall.chairId,
    event,
  }))
  // What the app would refuse to fold would not be a meeting.
  replay(logged)
  const hashes = chainHashes(CHAIN_START, hall.meetingId, logged)
  for (const rows of inChunks(logged)) {
    await db.insert(meetingEvents).values(
      rows.map(({ seq, actorId, event }) => ({
        meetingId: hall.meetingId,
        seq,
        type: event.type,
        data: event,
        actorId,
        at: new Date(at),
        hash: hashes[seq - 1] ?? '',
      })),
    )
  }
  await db.transaction((tx) =>
    insertBallot(
      tx,
      { meetingId: hall.meetingId, communityId: hall.communityId, at: new Date(at) },
      opened,
    ),
  )
  return { ballotId, seq: logged.length }
}

function seatFor(id: SeatId, index: number): Seat {
  return {
    id,
    name: `测试${index}`,
    publicName: '测女士',
    publicNameEn: 'Ms Ce',
    side: 'residents',
    role: 'delegate',
    title: '居民代表',
    canVote: true,
  }
}

function inChunks<Row>(rows: readonly Row[]): Row[][] {
  const chunks: Row[][] = []
  for (let from = 0; from < rows.length; from += CHUNK)
    chunks.push(rows.slice(from, from + CHUNK))
  return chunks
}
