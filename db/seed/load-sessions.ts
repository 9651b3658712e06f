import type { SeatViewer, StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { Room, Stance } from '#app/domain/meetings/meeting.ts'
import { SPEAKING_RULES_2026_2 } from '#app/domain/meetings/speaking-rules.ts'
import type { RoomCommand } from '#app/domain/meetings/room-command.ts'
import { VOTING_SIDES, type Side } from '#app/domain/organisation/side.ts'
import type { ItemId, SeatId } from '#app/domain/shared/ids.ts'
import type { Choice } from '#app/domain/voting/ballot.ts'
import { actInMeeting } from '#app/services/meetings/act-in-meeting.server.ts'
import { checkIn } from '#app/services/meetings/check-in.server.ts'
import { conveneMeeting } from '#app/services/meetings/convene-meeting.server.ts'
import { hallCode } from '#app/services/meetings/hall-code.server.ts'
import { loadMeeting } from '#app/services/meetings/load-meeting.server.ts'
import { castVote } from '#app/services/voting/cast-vote.server.ts'
import { agendaItems, invitees, meetings } from '#db/schema/meetings.ts'
import { and, eq } from 'drizzle-orm'
import { leadOf, type MatterIds } from './load-matters.ts'
import { must } from './must.ts'
import type { SeedRoster } from './people.ts'
import type { SeedItem, SeedSeat, SeedSession } from './sessions.ts'
import type { Timeline } from './timeline.ts'

/** A session being played: where it is, and who may do what in it. */
export type Played = {
  meetingId: string
  communityId: string
  compound: string
  chair: StaffViewer
  recorder: StaffViewer
  seats: ReadonlyMap<SeedSeat, SeatViewer>
  itemIds: readonly ItemId[]
}

export type SessionPlan = {
  key: string
  compound: string
  communityId: string
  room: Room
  number: number
  startsAt: Date
  durationMinutes: number
  venue: string
  chair: StaffViewer
  recorder: StaffViewer
  items: readonly SeedItem[]
  /** Those who are asked; the compound's whole roster when it is left out. */
  invites?: readonly SeedSeat[] | undefined
}

/** Writes the plan of a session as the desk would have saved it. */
export async function draftSession(
  { services }: Timeline,
  plan: SessionPlan,
  roster: SeedRoster,
  matterIds: MatterIds,
): Promise<Played> {
  const { db, newId, now } = services
  const meetingId = newId()
  const [earlier] = await db
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(eq(meetings.compoundId, plan.compound), eq(meetings.room, plan.room)))
    .limit(1)
  await db.insert(meetings).values({
    id: meetingId,
    communityId: plan.communityId,
    compoundId: plan.compound,
    room: plan.room,
    // Numbers count on from the last one; what came before the demo was held on paper.
    number: earlier || plan.number === 1 ? null : plan.number - 1,
    status: 'draft',
    startsAt: plan.startsAt,
    durationMinutes: plan.durationMinutes,
    venue: plan.venue,
    chairId: plan.chair.personId,
    recorderId: plan.recorder.personId,
    contactId: plan.recorder.personId,
    rules: SPEAKING_RULES_2026_2,
    createdBy: plan.chair.personId,
    createdAt: now(),
  })
  const itemIds = plan.items.map(() => newId() as ItemId)
  await db.insert(agendaItems).values(
    plan.items.map((item, position) => ({
      id: must(itemIds[position], 'item id'),
      meetingId,
      position,
      kind: item.kind,
      title: item.title,
      minutes: item.minutes,
      matterId:
        item.matter === undefined ? null : must(matterIds.get(item.matter), item.matter),
      topicType: item.topicType ?? null,
      proposal: item.proposal ?? null,
      method: item.method,
      secrecy: item.secrecy,
    })),
  )

  const seats = new Map<SeedSeat, SeatViewer>()
  const invited = roster.memberships.filter(
    (member) =>
      (member.compoundId === plan.compound ||
        member.personId.startsWith(`${plan.communityId}-police-`) ||
        member.personId.startsWith(`${plan.communityId}-cadre-`)) &&
      member.personId !== plan.chair.personId &&
      member.personId !== plan.recorder.personId &&
      (plan.invites?.includes(seatOf(member.personId)) ?? true),
  )
  await db.insert(invitees).values(
    invited.map((member) => {
      const id = newId()
      const seat = seatOf(member.personId)
      const { communityId } = plan
      seats.set(seat, {
        kind: 'seat',
        meetingId,
        seatId: id,
        personId: member.personId,
        communityId,
        linkVersion: 1,
      })
      const title = member.building ? `${member.title}·${member.building}` : member.title
      return {
        id,
        meetingId,
        personId: member.personId,
        side: member.side,
        role: 'delegate' as const,
        title,
        canVote: plan.room === 'council' && VOTING_SIDES.includes(member.side),
      }
    }),
  )
  const { communityId, compound, chair, recorder } = plan
  return { meetingId, communityId, compound, chair, recorder, seats, itemIds }
}

function seatOf(personId: string): SeedSeat {
  return personId.split('-').slice(-2).join('-') as SeedSeat
}

export async function sendNotice({ services }: Timeline, played: Played): Promise<void> {
  const { meetingId, chair } = played
  const sent = await conveneMeeting(services, chair, { meetingId, revision: 1 })
  if (!sent.ok) throw new Error(`The notice was refused: ${sent.refusal.code}`)
}

/** Who answered the invitation, a day later: most come, the absent said so, a few never answer. */
export async function answerInvitations(
  { services: { db, now } }: Timeline,
  played: Played,
  absent: readonly SeedSeat[],
  silent: readonly SeedSeat[],
): Promise<void> {
  for (const [seat, viewer] of played.seats) {
    if (silent.includes(seat)) continue
    await db
      .update(invitees)
      .set({ rsvp: absent.includes(seat) ? 'no' : 'yes', rsvpAt: now(), firstOpenedAt: now() })
      .where(eq(invitees.id, viewer.seatId))
  }
}

/** Gives a command as the chair. */
export async function order(
  { services }: Timeline,
  { meetingId, chair }: Played,
  command: RoomCommand,
): Promise<void> {
  const key = services.newId()
  const done = await actInMeeting(services, chair, { meetingId, key, command })
  if (!done.ok) throw new Error(`${command.type} was refused: ${done.refusal.code}`)
}

/** Everybody who comes checks in with the hall's code, a few seconds apart. */
export async function fillHall(
  timeline: Timeline,
  played: Played,
  from: Date,
  absent: readonly SeedSeat[],
): Promise<void> {
  const { services, setClock } = timeline
  const { meetingId } = played
  setClock(from)
  await order(timeline, played, { type: 'open-doors' })
  let seconds = 20
  for (const [seat, viewer] of played.seats) {
    if (absent.includes(seat)) continue
    seconds += 23
    setClock(new Date(from.getTime() + seconds * 1000))
    const { code } = hallCode(services, meetingId)
    const came = await checkIn(services, viewer, { meetingId, code })
    if (!came.ok) throw new Error(`${seat} was not let in: ${came.refusal.code}`)
  }
}

/** Raises a hand, gets the floor, speaks, sits down. @returns when the turn is over. */
export async function speak(
  timeline: Timeline,
  played: Played,
  [seat, stance, seconds]: SeedItem['turns'][number],
  at: Date,
): Promise<Date> {
  const { setClock } = timeline
  setClock(at)
  await raiseHand(timeline, played, seat, stance)
  const { seatId } = must(played.seats.get(seat), seat)
  setClock(later(at, 6))
  await order(timeline, played, { type: 'give-floor', seatId: seatId as SeatId })
  const end = later(at, 6 + seconds)
  setClock(end)
  await order(timeline, played, { type: 'take-floor', end: 'finished' })
  return later(end, 9)
}

export async function raiseHand(
  { services }: Timeline,
  { meetingId, seats }: Played,
  seat: SeedSeat,
  stance: Stance,
): Promise<void> {
  const viewer = must(seats.get(seat), seat)
  const seatId = viewer.seatId as SeatId
  const key = services.newId()
  const command = { type: 'raise-hand' as const, seatId, stance }
  const raised = await actInMeeting(services, viewer, { meetingId, key, command })
  if (!raised.ok) throw new Error(`The hand of ${seat} was refused: ${raised.refusal.code}`)
}

/** Plays a past session from the doors to the close, as it was told. */
export async function playSession(
  timeline: Timeline,
  played: Played,
  session: SeedSession,
  startsAt: Date,
): Promise<void> {
  const { setClock } = timeline
  await fillHall(timeline, played, later(startsAt, -25 * 60), session.absent)
  setClock(startsAt)
  await order(timeline, played, {
    type: 'open',
    overrideReason: session.overrideReason ?? null,
  })
  let at = later(startsAt, 30)
  for (const [index, item] of session.items.entries()) {
    at = await playItem(
      timeline,
      played,
      session,
      item,
      must(played.itemIds[index], 'item'),
      at,
    )
  }
  setClock(at)
  await order(timeline, played, { type: 'close' })
}

async function playItem(
  timeline: Timeline,
  played: Played,
  session: SeedSession,
  item: SeedItem,
  itemId: ItemId,
  from: Date,
): Promise<Date> {
  const { setClock, day } = timeline
  setClock(from)
  await order(timeline, played, { type: 'start-item', itemId })
  let at = later(from, 60)
  for (const turn of item.turns) at = await speak(timeline, played, turn, at)
  for (const text of item.parked ?? []) {
    setClock(at)
    await order(timeline, played, { type: 'park-point', text })
  }
  if (item.decided?.by === 'consensus') {
    setClock(at)
    await order(timeline, played, { type: 'ask-consensus' })
    at = later(at, 45)
    setClock(at)
    await order(timeline, played, { type: 'declare-consensus' })
  }
  if (item.decided?.by === 'ballot') at = await playBallot(timeline, played, item, at)
  for (const task of item.tasks ?? []) {
    at = later(at, 40)
    setClock(at)
    const side = sideOfSeat(task.lead)
    await order(timeline, played, {
      type: 'assign-task',
      itemId,
      title: task.title,
      lead: await leadOf(timeline, played.compound, side),
      helpers: await Promise.all(
        task.helpers.map((helper) => leadOf(timeline, played.compound, sideOfSeat(helper))),
      ),
      dueOn: day(-session.daysAgo + task.dueAfter),
    })
  }
  return later(at, 120)
}

async function playBallot(
  timeline: Timeline,
  played: Played,
  item: SeedItem,
  from: Date,
): Promise<Date> {
  const { services, setClock } = timeline
  const { meetingId } = played
  if (item.decided?.by !== 'ballot') return from
  setClock(from)
  await order(timeline, played, { type: 'make-last-call' })
  setClock(later(from, 20))
  await order(timeline, played, { type: 'open-ballot', secrecy: item.secrecy, seconds: 180 })
  const log = must(await loadMeeting(services, meetingId), 'meeting')
  const ballot = must(log.state.ballot, 'ballot')
  const voters = [...played.seats.values()].filter(
    ({ seatId }) =>
      ballot.roll.some((elector) => elector === seatId) &&
      Object.hasOwn(log.state.presence, seatId),
  )
  const { yes, no, abstain } = item.decided
  const choices: Choice[] = [
    ...Array<Choice>(yes).fill('yes'),
    ...Array<Choice>(no).fill('no'),
    ...Array<Choice>(abstain).fill('abstain'),
  ]
  let seconds = 30
  for (const [index, choice] of choices.entries()) {
    const viewer = voters[index]
    if (!viewer) break
    seconds += 5
    setClock(later(from, seconds))
    const cast = await castVote(services, viewer, {
      meetingId,
      ballotId: ballot.ballotId,
      choice,
      key: services.newId(),
      origin: 'phone',
    })
    if (!cast.ok) throw new Error(`A vote was refused: ${cast.refusal.code}`)
  }
  const end = later(from, seconds + 30)
  setClock(end)
  await order(timeline, played, {
    type: 'close-ballot',
    ballotId: ballot.ballotId,
  })
  return later(end, 30)
}

function sideOfSeat(seat: SeedSeat): 'property' | 'owners' | 'committees' | 'police' {
  const role = seat.split('-')[0] as 'property' | 'owners' | 'police' | 'cadre' | Side
  return role === 'property' || role === 'owners' || role === 'police' ? role : 'committees'
}

export function later(at: Date, seconds: number): Date {
  return new Date(at.getTime() + seconds * 1000)
}
