import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { Services } from '#app/runtime/services.server.ts'
import { answerInvitation } from '#app/services/invitations/answer-invitation.server.ts'
import { getCalendarEntry } from '#app/services/invitations/get-calendar-entry.server.ts'
import { getInvitation } from '#app/services/invitations/get-invitation.server.ts'
import { openedSeat } from '#app/services/invitations/opened-seat.server.ts'
import { openLink } from '#app/services/invitations/open-link.server.ts'
import { conveneMeeting } from '#app/services/meetings/convene-meeting.server.ts'
import { addDays, localDateOf, type LocalDate } from '#app/domain/calendar/local-date.ts'
import type { ResolutionContent } from '#app/domain/records/resolution.ts'
import { GUEST, type SeatViewer } from '#app/domain/permissions/viewer.ts'
import { invitees, meetings } from '#db/schema/meetings.ts'
import { resolutions } from '#db/schema/records.ts'
import { aDraft, staff, staffRiverside } from '#tests/helpers/session-setting.ts'
import { test } from '#tests/helpers/test-database.ts'
import { getSession } from './get-session.server.ts'
import { listSessions } from './list-sessions.server.ts'
import { cancelSession, moveSession } from './move-session.server.ts'
import { viewDesk } from './view-desk.server.ts'

async function convened(services: Services) {
  await staffRiverside(services.db)
  const lin = await staff(services.db, 'lin')
  const meetingId = await aDraft(services, lin)
  const sent = await conveneMeeting(services, lin, { meetingId, revision: 1 })
  if (!sent.ok) throw new Error(sent.refusal.code)
  const session = await getSession(services, lin, meetingId)
  if (!session) throw new Error('a session that was just convened is there')
  const token = session.invited.find((each) => each.name === '王秀英')?.token ?? ''
  return { lin, meetingId, session, token }
}

async function seatOf(services: Services, token: string): Promise<SeatViewer> {
  const opened = await openLink(services, token)
  if (!opened.ok) throw new Error(opened.refusal.code)
  const seat = await openedSeat(services, opened.value)
  if (!seat) throw new Error('an opened seat is a seat')
  return seat
}

describe('[P6] a personal link is one seat until it is revoked', () => {
  test('opening it is seen by the convener, once', async ({ services, clock }) => {
    const { lin, meetingId, token } = await convened(services)
    const seat = await seatOf(services, token)
    expect(seat).toMatchObject({ meetingId, personId: 'wang', communityId: 'riverside' })
    clock.advance(60_000)
    await seatOf(services, token)
    const after = await getSession(services, lin, meetingId)
    expect(after?.invited.filter((each) => each.opened).map((each) => each.name)).toEqual([
      '王秀英',
    ])
  })

  test('raising the version closes the link and the sessions that opened it', async ({
    db,
    services,
  }) => {
    const { token } = await convened(services)
    const opened = await openLink(services, token)
    if (!opened.ok) throw new Error(opened.refusal.code)
    await db
      .update(invitees)
      .set({ linkVersion: 2 })
      .where(eq(invitees.id, opened.value.seatId))
    expect(await openLink(services, token)).toEqual({
      ok: false,
      refusal: { code: 'no-such-invitation' },
    })
    expect(await openedSeat(services, opened.value)).toBeNull()
  })
})

describe('[S12] answers reach the convener', () => {
  test('a deputy, then yes after all', async ({ services }) => {
    const { lin, meetingId, token } = await convened(services)
    const seat = await seatOf(services, token)
    await answerInvitation(services, seat, {
      meetingId,
      rsvp: 'deputy',
      deputyName: '王小明',
      note: null,
    })
    expect(await getInvitation(services, seat)).toMatchObject({
      name: '王秀英',
      rsvp: 'deputy',
      deputyName: '王小明',
    })
    await answerInvitation(services, seat, {
      meetingId,
      rsvp: 'yes',
      deputyName: null,
      note: null,
    })
    const desk = await viewDesk(services, lin, { communityId: 'riverside', week: null })
    expect(desk.next?.sides.find((side) => side.side === 'residents')).toEqual({
      side: 'residents',
      invited: 2,
      coming: 1,
      answered: 1,
    })
  })

  test('for another session they do not', async ({ services }) => {
    const { token } = await convened(services)
    const seat = await seatOf(services, token)
    expect(
      await answerInvitation(services, seat, {
        meetingId: 'another',
        rsvp: 'yes',
        deputyName: null,
        note: null,
      }),
    ).toEqual({ ok: false, refusal: { code: 'no-such-invitation' } })
  })
})

describe('[S11] a session after its notice is moved or called off, with the reason', () => {
  test('moving it is in the log, on the desk and in the calendar', async ({ services }) => {
    const { lin, meetingId } = await convened(services)
    const before = await getCalendarEntry(services, GUEST, meetingId)
    const startsAt = new Date('2026-12-01T20:00:00+08:00')
    const moved = { meetingId, startsAt, venue: '', reason: '停电' }
    expect(await moveSession(services, lin, moved)).toEqual({ ok: true, value: null })
    expect((await getSession(services, lin, meetingId))?.startsAt).toEqual(startsAt)
    const after = await getCalendarEntry(services, GUEST, meetingId)
    expect(after?.startsAt).toEqual(startsAt)
    expect(after?.revision).toBeGreaterThan(before?.revision ?? 0)
  })

  test('into the past, or without a reason, it stays', async ({ services, clock }) => {
    const { lin, meetingId } = await convened(services)
    const move = (startsAt: Date, reason: string) =>
      moveSession(services, lin, { meetingId, startsAt, venue: '', reason })
    expect(await move(clock.now(), '停电')).toMatchObject({ refusal: { code: 'in-the-past' } })
    const later = new Date(clock.now().getTime() + 86_400_000)
    expect(await move(later, ' ')).toMatchObject({ refusal: { code: 'reason-missing' } })
  })

  test('calling it off is for a cadre, and takes it off the desk', async ({ db, services }) => {
    const { lin, meetingId } = await convened(services)
    const off = { meetingId, reason: '台风' }
    expect(await cancelSession(services, await staff(db, 'xu'), off)).toEqual({
      ok: false,
      refusal: { code: 'no-such-session' },
    })
    expect(await cancelSession(services, lin, off)).toEqual({ ok: true, value: null })
    const [row] = await db.select().from(meetings).where(eq(meetings.id, meetingId))
    expect(row).toMatchObject({ status: 'cancelled', cancelledReason: '台风' })
    const desk = await viewDesk(services, lin, { communityId: 'riverside', week: null })
    expect(desk.next).toBeNull()
    expect(await getCalendarEntry(services, GUEST, meetingId)).toMatchObject({
      cancelled: true,
    })
    expect(await cancelSession(services, lin, off)).toMatchObject({
      refusal: { code: 'session-over' },
    })
  })
})

test('[P5] nobody elsewhere sees a session in a list, and nobody but its parties a talk room', async ({
  db,
  services,
}) => {
  const { lin } = await convened(services)
  await aDraft(services, lin, 'talkroom')
  const lines = async (login: 'lin' | 'xu' | 'wu' | 'fang') => {
    const { drafts, coming } = await listSessions(services, await staff(db, login))
    return [drafts.length, coming.length]
  }
  expect(await lines('lin')).toEqual([1, 1])
  // xu records the talk room; a town reads what was announced; a stranger reads nothing.
  expect(await lines('xu')).toEqual([1, 1])
  expect(await lines('fang')).toEqual([0, 1])
  expect(await lines('wu')).toEqual([0, 0])
})

test('the desk shows a notice that runs before those that just ended', async ({
  db,
  services,
}) => {
  const { lin, meetingId } = await convened(services)
  const today = localDateOf(services.now())
  const notice = (number: number, noticeUntil: LocalDate) => ({
    ...{ id: `r-${number}`, number: `〔2026〕730-${number}号`, itemId: `item-${number}` },
    ...{ communityId: 'riverside', compoundId: 'lanxi', meetingId, title: '充电棚选址' },
    ...{ label: 'resolution' as const, content: {} as ResolutionContent, contentHash: '' },
    ...{ publishedAt: services.now(), publishedBy: '林志远' },
    ...{ noticeFrom: addDays(today, -20), noticeUntil },
  })
  const ended = [1, 2, 3, 4].map((number) => notice(number, addDays(today, -number)))
  await db.insert(resolutions).values([...ended, notice(5, today)])
  const { notices } = await viewDesk(services, lin, { communityId: 'riverside', week: null })
  expect(notices.map(({ id, over }) => [id, over])).toEqual([
    ['r-5', false],
    ['r-4', true],
    ['r-3', true],
    ['r-2', true],
  ])
  expect(notices[0]).toMatchObject({ day: 20, days: 20 })
})
