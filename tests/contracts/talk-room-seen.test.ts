import { asc, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { assignTaskToMatter } from '#app/services/matters/assign-task-to-matter.server.ts'
import { conveneMeeting } from '#app/services/meetings/convene-meeting.server.ts'
import { listOfficers } from '#app/services/meetings/list-officers.server.ts'
import { viewAggregates } from '#app/services/organisation/view-aggregates.server.ts'
import { countDesk } from '#app/services/sessions/count-desk.server.ts'
import { getPlan } from '#app/services/sessions/get-plan.server.ts'
import { saveAgenda } from '#app/services/sessions/save-agenda.server.ts'
import { saveInvitees } from '#app/services/sessions/save-invitees.server.ts'
import { viewDesk } from '#app/services/sessions/view-desk.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { matters, tasks } from '#db/schema/matters.ts'
import { agendaItems, meetings } from '#db/schema/meetings.ts'
import { bodies, memberships } from '#db/schema/organisation.ts'
import { aTask, holdMeeting } from '#tests/helpers/matter-setting.ts'
import { CHAIR, MEETING, planMeeting, roomOf, TALK } from '#tests/helpers/meeting-setting.ts'
import { aDraft, staff, staffRiverside } from '#tests/helpers/session-setting.ts'
import { describeEachDatabase } from '#tests/helpers/test-database.ts'

/** A talk that 林雅芳 leads, with a task that is overdue; its matter is filed as noise by now. */
async function talkWithTask(services: Services): Promise<string> {
  const { db } = services
  await staffRiverside(db)
  await holdMeeting(db, 'talk-1', 'talkroom')
  await holdMeeting(db, 'council-1', 'council')
  const { matterId } = await db.transaction((tx) =>
    assignTaskToMatter(tx, services, { ...aTask('task-1'), meetingId: 'talk-1' }),
  )
  await db.update(matters).set({ category: 'NOISE' }).where(eq(matters.id, matterId))
  await db.update(tasks).set({ dueOn: '2026-11-20' })
  return matterId
}

/** Two neighbours, one of property and one of the owners, with 林雅芳 and 许晓燕; it has begun. */
async function openTalk(services: Services) {
  await planMeeting(services, { room: 'talkroom', residents: 2 })
  const convened = await conveneMeeting(services, CHAIR, { meetingId: MEETING, revision: 1 })
  if (!convened.ok) throw new Error(convened.refusal.code)
  const room = roomOf(services)
  await room.must(CHAIR, { type: 'open-doors' })
  for (const { id } of (await room.state()).seats) {
    await room.must(CHAIR, { type: 'set-present', seatId: id, reason: '当面核对' })
  }
  await room.must(CHAIR, { type: 'open', overrideReason: null })
  return room
}

const anAccount = (personId: string) => ({
  ...{ id: `account-${personId}`, personId, login: personId, passwordHash: '-' },
  ...{ role: 'cadre' as const, scopeId: 'riverside' },
})

describeEachDatabase('what a talk room leaves', (test) => {
  test('[P5][T12] its tasks and matters are on the desk of its chair, and on nobody else’s', async ({
    services,
    db,
  }) => {
    const matterId = await talkWithTask(services)
    const seenBy = async (login: 'lin' | 'xu') => {
      const viewer = await staff(db, login)
      const desk = await viewDesk(services, viewer, { communityId: 'riverside', week: null })
      return { desk, counts: await countDesk(services, viewer, 'riverside') }
    }
    expect(await seenBy('lin')).toMatchObject({
      desk: { overdue: [{ matterId }], overdueCount: 1 },
      counts: { overdue: 1 },
    })
    const other = await seenBy('xu')
    expect(other).toMatchObject({
      desk: { overdue: [], overdueCount: 0 },
      counts: { overdue: 0 },
    })
    expect(JSON.stringify(other)).not.toMatch(/软接头|低频噪声/)

    for (const status of ['submitted', 'reported-done'] as const) {
      await db.update(matters).set({ status })
      const { desk, counts } = await seenBy('xu')
      expect([desk.screening, desk.visits, counts.screening], status).toEqual([
        { count: 0, oldestDays: null },
        { count: 0 },
        0,
      ])
    }
  })

  test('[P5] what it gave its parties to do is in no count beside the next session', async ({
    services,
    db,
  }) => {
    await talkWithTask(services)
    await db
      .update(meetings)
      .set({ startsAt: services.now() })
      .where(eq(meetings.id, 'council-1'))
    const next = async (login: 'lin' | 'xu') => {
      const viewer = await staff(db, login)
      return (await viewDesk(services, viewer, { communityId: 'riverside', week: null })).next
    }
    await db.update(meetings).set({ status: 'closed' }).where(eq(meetings.id, 'talk-1'))
    expect(await next('lin')).toMatchObject({ id: 'council-1', tasks: { all: 1 } })
    expect(await next('xu')).toMatchObject({ id: 'council-1', tasks: { all: 0 } })
  })

  test('[P5] it is in no figure of a town', async ({ services, db }) => {
    await talkWithTask(services)
    const figures = await viewAggregates(services, await staff(db, 'fang'))
    expect(figures?.find(({ id }) => id === 'riverside')).toMatchObject({
      raised: 0,
      overdue: 0,
    })
  })

  test('[P5] nobody without a part in it can put its matter on an agenda', async ({
    services,
    db,
  }) => {
    const matterId = await talkWithTask(services)
    await db.update(matters).set({ status: 'reopened' })
    const [lin, xu] = [await staff(db, 'lin'), await staff(db, 'xu')]
    const meetingId = await aDraft(services, xu)
    const offered = async (viewer: StaffViewer) =>
      (await getPlan(services, viewer, meetingId))?.matters.map(({ id }) => id)
    const put = (viewer: StaffViewer, revision: number) =>
      saveAgenda(services, viewer, {
        ...{ meetingId, revision },
        items: [
          {
            ...{ id: null, kind: 'discussion', title: '噪声', minutes: 10, matterId },
            ...{ topicType: null, proposal: null, method: 'none' },
          },
        ],
      })
    expect(await offered(xu)).toEqual([])
    expect(await put(xu, 1)).toMatchObject({ refusal: { code: 'no-such-matter' } })
    expect(await offered(lin)).toEqual([matterId])
    expect(await put(lin, 1)).toMatchObject({ ok: true })
    // What stands on the plan by now stays when somebody else saves it.
    expect(await put(xu, 2)).toMatchObject({ ok: true })
  })

  test('[M26] what two neighbours put off goes to a plan of theirs, and to no others', async ({
    services,
    db,
    clock,
  }) => {
    const room = await openTalk(services)
    clock.advance(60_000)
    await planMeeting(services, { id: 'others', room: 'talkroom', residents: 3 })
    clock.advance(60_000)
    await planMeeting(services, { id: 'again', room: 'talkroom', residents: 2 })
    clock.advance(-120_000)
    await room.must(CHAIR, { type: 'carry-over-item', itemId: TALK, reason: '等鉴定' })
    const carried = async (meetingId: string) =>
      (
        await db
          .select({ from: agendaItems.carriedFrom })
          .from(agendaItems)
          .where(eq(agendaItems.meetingId, meetingId))
          .orderBy(asc(agendaItems.position))
      ).flatMap(({ from }) => from?.reason ?? [])
    expect(await carried('others')).toEqual([])
    expect(await carried('again')).toEqual(['等鉴定'])

    // Thrown away, it gives it back; a new one takes it once it is known to be of the same people.
    await db.delete(meetings).where(eq(meetings.id, 'again'))
    await db.insert(accounts).values(['lin', 'xu'].map(anAccount))
    const names = ['residents-1', 'residents-2', 'property-1', 'owners-1']
    await db.insert(bodies).values({
      ...{ id: 'table', kind: 'residents', communityId: 'riverside' },
      ...{ name: '各方', nameEn: 'All' },
    })
    await db.insert(memberships).values(
      names.map((name) => ({
        ...{
          id: `m-${name}`,
          personId: `p-${name}`,
          bodyId: 'table',
          side: 'residents' as const,
        },
        ...{ title: '代表', titleEn: 'x', compoundId: 'lanxi', validFrom: '2026-01-01' },
      })),
    )
    const meetingId = await aDraft(services, CHAIR, 'talkroom')
    const ask = (asked: readonly string[], revision: number) =>
      saveInvitees(services, CHAIR, {
        ...{ meetingId, revision, chairId: 'lin', recorderId: 'xu' },
        wanted: asked.map((name) => ({ membershipId: `m-${name}`, canVote: false })),
      })
    expect(await ask(names.slice(1), 1)).toEqual({ ok: true, value: { revision: 2 } })
    expect(await carried(meetingId)).toEqual([])
    expect(await ask(names, 2)).toEqual({ ok: true, value: { revision: 4 } })
    expect(await carried(meetingId)).toEqual(['等鉴定'])
    expect(await ask(names, 4)).toEqual({ ok: true, value: { revision: 5 } })
  })

  test('[P5] its chair goes to nobody of the staff who would not find it', async ({
    services,
    db,
  }) => {
    const room = await openTalk(services)
    await db.insert(accounts).values(['xu', 'guo'].map(anAccount))
    const offered = await listOfficers(services, CHAIR, MEETING)
    expect(offered.map(({ id }) => id)).toEqual(['xu'])
    const give = (personId: string) =>
      room.act(CHAIR, { type: 'hand-over-chair', to: { personId }, reason: '有事' })
    expect(await give('guo')).toMatchObject({ refusal: { code: 'no-such-seat' } })
    expect(await give('xu')).toMatchObject({ ok: true })
  })
})
