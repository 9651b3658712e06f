import { describe, expect } from 'vitest'
import type { SeatId } from '#app/domain/shared/ids.ts'
import {
  aTask,
  holdMeeting,
  LIN,
  rowsOf,
  settleRiverside,
} from '#tests/helpers/matter-setting.ts'
import { test } from '#tests/helpers/test-database.ts'
import { invitees } from '#db/schema/meetings.ts'
import { assignTaskToMatter } from './assign-task-to-matter.server.ts'
import { getMatter, getPublicMatter } from './get-matter.server.ts'

describe('[T9] a task that a session gives is on its matter', () => {
  test('an item without a matter becomes one, in progress, due when the task is', async ({
    services,
  }) => {
    await settleRiverside(services.db)
    await holdMeeting(services.db, 'council-1', 'council')
    const { matterId } = await services.db.transaction((tx) =>
      assignTaskToMatter(tx, services, aTask('task-1')),
    )

    const { matter, tasks, events } = await rowsOf(services, matterId)
    expect(matter).toMatchObject({
      number: 1,
      title: '地下水泵低频噪声',
      status: 'in-progress',
      dueOn: '2026-12-03',
      source: 'meeting',
      category: 'PUBLIC',
    })
    expect(tasks).toMatchObject([
      { id: 'task-1', leadName: '安和物业', status: 'open', meetingId: 'council-1' },
    ])
    expect(events.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'submitted'],
      [2, 'accepted'],
      [3, 'task-assigned'],
    ])
    expect(matter.revision).toBe(3)
    expect(events[2]).toMatchObject({ actorName: '林雅芳', actorPublic: '河滨社区' })
  })

  test('the same task twice is one task', async ({ services }) => {
    await settleRiverside(services.db)
    await holdMeeting(services.db, 'council-1', 'council')
    const give = () =>
      services.db.transaction((tx) => assignTaskToMatter(tx, services, aTask('task-1')))
    const first = await give()
    expect(await give()).toEqual(first)
    expect((await rowsOf(services, first.matterId)).events).toHaveLength(3)
  })

  test('a second task goes on the same matter, which is due when the last one is', async ({
    services,
  }) => {
    await settleRiverside(services.db)
    await holdMeeting(services.db, 'council-1', 'council')
    const { matterId } = await services.db.transaction((tx) =>
      assignTaskToMatter(tx, services, aTask('task-1')),
    )
    await services.db.transaction((tx) =>
      assignTaskToMatter(tx, services, aTask('task-2', { matterId, dueOn: '2026-12-20' })),
    )
    const { matter, tasks } = await rowsOf(services, matterId)
    expect(matter.dueOn).toBe('2026-12-20')
    expect(tasks.map(({ id }) => id)).toEqual(['task-1', 'task-2'])
  })

  test('a matter of another community is left alone', async ({ services }) => {
    await settleRiverside(services.db)
    await holdMeeting(services.db, 'council-1', 'council')
    const { matterId } = await services.db.transaction((tx) =>
      assignTaskToMatter(tx, services, aTask('task-1')),
    )
    const other = await services.db.transaction((tx) =>
      assignTaskToMatter(tx, services, {
        ...aTask('task-2', { matterId }),
        communityId: 'hillside',
        compoundId: 'shanqian',
      }),
    )
    expect(other.matterId).not.toBe(matterId)
    expect((await rowsOf(services, matterId)).tasks).toHaveLength(1)
  })

  test('[T12] what a talk room agrees on becomes a neighbours’ matter', async ({
    services,
  }) => {
    await settleRiverside(services.db)
    await holdMeeting(services.db, 'talk-1', 'talkroom')
    const { matterId } = await services.db.transaction((tx) =>
      assignTaskToMatter(tx, services, { ...aTask('task-1'), meetingId: 'talk-1' }),
    )
    expect((await rowsOf(services, matterId)).matter.category).toBe('NEIGH')
  })

  test('[T17] the public reads the lead by office, a helper by surname, and no door in the task', async ({
    services,
  }) => {
    await settleRiverside(services.db)
    await holdMeeting(services.db, 'council-1', 'council')
    await services.db.insert(invitees).values({
      id: 'seat-chen',
      meetingId: 'council-1',
      personId: 'chen',
      side: 'property',
      role: 'delegate',
      title: '安和物业项目经理',
      canVote: true,
    })
    const { matterId } = await services.db.transaction((tx) =>
      assignTaskToMatter(tx, services, {
        ...aTask('task-1'),
        title: '张秀英家3幢2单元501室门口的水管',
        lead: { personId: null, name: '陈志强', side: 'property' },
        helpers: [{ name: '张秀英', side: 'residents' }],
        seats: [
          { id: 'seat-chen' as SeatId, ...CHEN },
          { id: 'seat-zhang' as SeatId, name: '张秀英', side: 'residents', title: '居民代表' },
        ],
      }),
    )

    const shown = JSON.stringify(await getPublicMatter(services, matterId))
    expect(shown).not.toMatch(/陈志强|张秀英|501/)
    expect(shown).toContain('张**家3幢*单元***室门口的水管')
    const desk = await getMatter(services, LIN, matterId)
    expect(desk?.tasks).toMatchObject([
      {
        title: '张秀英家3幢2单元501室门口的水管',
        lead: { name: '安和物业项目经理', person: '陈志强' },
        helpers: [{ name: '张**', side: 'residents' }],
      },
    ])
  })
})

const CHEN = { name: '陈志强', side: 'property', title: '安和物业项目经理' } as const
