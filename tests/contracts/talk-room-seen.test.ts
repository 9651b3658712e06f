import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { assignTaskToMatter } from '#app/services/matters/assign-task-to-matter.server.ts'
import { viewAggregates } from '#app/services/organisation/view-aggregates.server.ts'
import { countDesk } from '#app/services/sessions/count-desk.server.ts'
import { getPlan } from '#app/services/sessions/get-plan.server.ts'
import { saveAgenda } from '#app/services/sessions/save-agenda.server.ts'
import { viewDesk } from '#app/services/sessions/view-desk.server.ts'
import { matters, tasks } from '#db/schema/matters.ts'
import { meetings } from '#db/schema/meetings.ts'
import { aTask, holdMeeting } from '#tests/helpers/matter-setting.ts'
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
})
