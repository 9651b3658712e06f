import { describe, expect } from 'vitest'
import type { DeskCommand } from '#app/domain/matters/matter-command.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { matterEvents, matters, photos, tasks } from '#db/schema/matters.ts'
import { invitees } from '#db/schema/meetings.ts'
import {
  aTask,
  holdMeeting,
  LIN,
  rowsOf,
  settleRiverside,
  TOWN,
  WU,
  XU,
} from '#tests/helpers/matter-setting.ts'
import { aTelephonePhoto } from '#tests/helpers/telephone-photo.ts'
import { test } from '#tests/helpers/test-database.ts'
import { actOnMatter } from './act-on-matter.server.ts'
import { answerReturnVisit } from './answer-return-visit.server.ts'
import { assignTaskToMatter } from './assign-task-to-matter.server.ts'
import { cleanPhoto } from './clean-photo.server.ts'
import { getMatter, getPublicMatter } from './get-matter.server.ts'
import { getPhoto } from './get-photo.server.ts'
import { getReturnVisit } from './get-return-visit.server.ts'
import { getTaskByLink } from './get-task.server.ts'
import { listMatters, listPublicMatters } from './list-matters.server.ts'
import { getPublicFigures } from './public-figures.server.ts'
import { raiseMatter, type MatterToRaise } from './raise-matter.server.ts'
import { releasePhoto } from './release-photo.server.ts'
import { reportOnTask } from './report-on-task.server.ts'

const WORDS = '楼上水泵半夜嗡嗡响，老人睡不好。'

const PUMP: MatterToRaise = {
  key: '11111111-0000-4000-8000-000000000001',
  compoundId: 'lanxi',
  category: 'NOISE',
  title: '地下水泵低频噪声',
  words: WORDS,
  spot: '2幢',
  source: 'door',
  reporter: { personId: 'zhang' },
  reporterPublicName: null,
}

/** Unwraps what has to succeed. */
async function must<Value>(
  result: Promise<{ ok: true; value: Value } | { ok: false; refusal: { code: string } }>,
): Promise<Value> {
  const settled = await result
  if (!settled.ok) throw new Error(`Refused: ${settled.refusal.code}`)
  return settled.value
}

let keys = 0
const act = (services: Services, matterId: string, command: DeskCommand, viewer = LIN) =>
  actOnMatter(services, viewer, { matterId, key: `key-${++keys}`, command })

/** The pump's noise, accepted, with a task for the property company. */
async function atWork(
  services: Services,
  change: Partial<MatterToRaise> = {},
): Promise<string> {
  await settleRiverside(services.db)
  const { matterId } = await must(raiseMatter(services, LIN, { ...PUMP, ...change }))
  await must(act(services, matterId, { type: 'accept', dueOn: '2026-12-06' }))
  const { itemId: _item, ...task } = aTask('task-1')
  await must(
    act(services, matterId, {
      type: 'assign-task',
      by: 'desk',
      task: { ...task, id: 'task-1', meetingId: null, itemId: null },
    }),
  )
  return matterId
}

const report = (services: Services, change: Partial<Parameters<typeof reportOnTask>[2]> = {}) =>
  reportOnTask(
    services,
    { kind: 'lead', version: 1 },
    {
      taskId: 'task-1',
      key: 'report-1',
      text: '软接头换好了',
      percent: 100,
      done: true,
      photos: [],
      photosPublic: false,
      ...change,
    },
  )

const answer = (services: Services, matterId: string, change: object = {}) =>
  answerReturnVisit(services, {
    matterId,
    version: 1,
    key: 'answer-1',
    solved: 'yes',
    satisfaction: 'satisfied',
    reason: null,
    ...change,
  })

describe('from the first word to the last', () => {
  test('[T4] a matter that was done and confirmed is closed, and the public figures move', async ({
    services,
    clock,
  }) => {
    const matterId = await atWork(services)
    const before = await getPublicFigures(services, { communityId: 'riverside' })
    expect(before).toMatchObject({ raised: 1, solved: { count: 0, of: 1 }, onTime: { of: 0 } })

    clock.advance(24 * 3_600_000)
    await must(report(services))
    expect((await rowsOf(services, matterId)).matter.status).toBe('reported-done')
    expect(await must(answer(services, matterId))).toEqual({ closed: true, dueOn: null })

    const { matter, tasks: own, events } = await rowsOf(services, matterId)
    expect(matter).toMatchObject({ status: 'closed', solved: true, satisfaction: 'satisfied' })
    expect(own).toMatchObject([{ status: 'done', progress: 100 }])
    expect(events.map(({ type }) => type)).toEqual([
      'submitted',
      'accepted',
      'task-assigned',
      'done-reported',
      'return-visit',
      'closed',
    ])
    expect(await getPublicFigures(services, { communityId: 'riverside' })).toMatchObject({
      raised: 1,
      solved: { count: 1, of: 1 },
      onTime: { count: 1, of: 1 },
      satisfied: { count: 1, of: 1 },
    })
  })

  test('[T5] one that is not solved comes back, due in a week, with its history', async ({
    services,
  }) => {
    const matterId = await atWork(services)
    await must(report(services))
    const said = await must(answer(services, matterId, { solved: 'no', reason: '夜里还响' }))
    expect(said).toEqual({ closed: false, dueOn: '2026-12-03' })

    const { matter, tasks: own, events } = await rowsOf(services, matterId)
    expect(matter).toMatchObject({ status: 'reopened', reopenedCount: 1, dueOn: '2026-12-03' })
    expect(own).toMatchObject([{ status: 'open', progress: 0, dueOn: '2026-12-03' }])
    expect(events).toHaveLength(6)
    await must(report(services, { key: 'report-2', text: '又换了支架' }))
    await must(answer(services, matterId, { key: 'answer-2' }))
    expect((await rowsOf(services, matterId)).matter).toMatchObject({
      status: 'closed',
      reopenedCount: 1,
    })
  })

  test('[T7] history only grows: seqs have no gaps and the row names the last of them', async ({
    services,
  }) => {
    const matterId = await atWork(services)
    await must(report(services))
    await must(answer(services, matterId, { solved: 'partly' }))
    const { matter, events } = await rowsOf(services, matterId)
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
    expect(matter.revision).toBe(events.length)
  })

  test('[T8] a report, an answer and a form that are sent twice happen once', async ({
    services,
  }) => {
    const matterId = await atWork(services)
    expect(await must(raiseMatter(services, LIN, PUMP))).toEqual({ matterId })
    await must(report(services))
    expect(await must(report(services))).toMatchObject({ repeated: true })
    await must(answer(services, matterId))
    expect(await must(answer(services, matterId))).toEqual({ closed: true, dueOn: null })
    expect((await rowsOf(services, matterId)).events).toHaveLength(6)
    expect(await services.db.select().from(matters)).toHaveLength(1)
  })

  test('[T8] an answer that sent it back says so again when it is sent twice', async ({
    services,
  }) => {
    const matterId = await atWork(services)
    await must(report(services))
    const first = await must(answer(services, matterId, { solved: 'no' }))
    expect(await must(answer(services, matterId, { solved: 'no' }))).toEqual(first)
    expect((await rowsOf(services, matterId)).matter.reopenedCount).toBe(1)
  })

  test('[T6] three calls that nobody answered, then staff close it with a reason', async ({
    services,
  }) => {
    const matterId = await atWork(services)
    await must(report(services))
    const missed: DeskCommand = {
      type: 'record-visit',
      visit: {
        method: 'phone',
        reached: false,
        solved: null,
        satisfaction: null,
        reason: null,
      },
    }
    const close: DeskCommand = { type: 'close-unreached', reason: '户主外出务工' }
    await must(act(services, matterId, missed))
    await must(act(services, matterId, missed))
    expect(await act(services, matterId, close)).toEqual({
      ok: false,
      refusal: { code: 'too-few-contacts', made: 2, needed: 3 },
    })
    await must(act(services, matterId, missed))
    await must(act(services, matterId, close))
    expect((await rowsOf(services, matterId)).matter).toMatchObject({
      status: 'closed',
      solved: null,
      satisfaction: null,
    })
  })

  test('[T1] what it is about is put down when it is accepted, and goes with it', async ({
    services,
  }) => {
    await settleRiverside(services.db)
    const { matterId } = await must(raiseMatter(services, LIN, PUMP))
    const accept = { type: 'accept', dueOn: null, topicType: 'maintenance-fund-use' } as const
    await must(act(services, matterId, accept))
    expect(await getMatter(services, LIN, matterId)).toMatchObject({
      status: 'accepted',
      topicType: 'maintenance-fund-use',
    })
  })

  test('two new matters at once get two numbers', async ({ services }) => {
    await settleRiverside(services.db)
    await Promise.all(
      [1, 2, 3].map((n) =>
        must(raiseMatter(services, LIN, { ...PUMP, key: `${PUMP.key.slice(0, -1)}${n}` })),
      ),
    )
    const rows = await services.db.select({ number: matters.number }).from(matters)
    expect(rows.map(({ number }) => number).toSorted()).toEqual([1, 2, 3])
  })

  test('somebody new who raises a matter is put on the community’s books', async ({
    services,
  }) => {
    await settleRiverside(services.db)
    const { matterId } = await must(
      raiseMatter(services, LIN, {
        ...PUMP,
        reporter: { name: '苏美玲', honorific: 'ms', phone: '13900001111' },
      }),
    )
    expect(await getMatter(services, LIN, matterId)).toMatchObject({
      words: WORDS,
      reporter: { name: '苏美玲', phone: '13900001111' },
    })
  })
})

describe('who may do what', () => {
  test('another community’s desk cannot see it, act on it or name it', async ({ services }) => {
    const matterId = await atWork(services)
    expect(await getMatter(services, WU, matterId)).toBeNull()
    expect(await act(services, matterId, { type: 'add-note', text: '看过' }, WU)).toEqual({
      ok: false,
      refusal: { code: 'no-such-matter' },
    })
    expect(await raiseMatter(services, WU, { ...PUMP, key: 'another-key' })).toEqual({
      ok: false,
      refusal: { code: 'no-such-compound' },
    })
    const page = await listMatters(services, WU, { state: 'all', search: '水泵' })
    expect(page).toMatchObject({ total: 0, lines: [] })
  })

  test('[T13] the words, name and telephone are for the desk of the community alone', async ({
    services,
  }) => {
    const matterId = await atWork(services)
    await must(report(services))
    const desk = await getMatter(services, LIN, matterId)
    expect(desk).toMatchObject({ words: WORDS, reporter: { name: '张秀英' }, mayHandle: true })

    const others = [
      await getMatter(services, TOWN, matterId),
      await getPublicMatter(services, matterId),
      await getTaskByLink(services, { id: 'task-1', version: 1 }),
      await listMatters(services, TOWN, {}),
      await listPublicMatters(services, { communityId: 'riverside' }),
    ]
    for (const view of others) {
      const sent = JSON.stringify(view)
      expect(sent).toContain('地下水泵低频噪声')
      expect(sent).not.toMatch(/嗡嗡|张秀英|13800005678|林雅芳|陈志强/)
    }
    expect(await act(services, matterId, { type: 'add-note', text: '看过' }, TOWN)).toEqual({
      ok: false,
      refusal: { code: 'not-allowed' },
    })
  })

  test('[T13] what the resident answers is told in public as an answer, not in their words', async ({
    services,
  }) => {
    const matterId = await atWork(services)
    await must(report(services))
    await must(answer(services, matterId, { solved: 'no', reason: '我家老人夜里睡不好' }))
    const sent = JSON.stringify(await getPublicMatter(services, matterId))
    expect(sent).toContain('"solved":"no"')
    expect(sent).not.toMatch(/老人|张秀英/)
    expect(JSON.stringify(await getMatter(services, LIN, matterId))).toContain('夜里睡不好')
  })

  test('[T13] a report that names somebody is told in public with the name covered', async ({
    services,
  }) => {
    const matterId = await atWork(services)
    // 许晓燕 has no part in this matter: her name is covered like everybody's of the community.
    const text = '已和2幢501室张秀英、13800005678 说好，许晓燕看过'
    await must(report(services, { text }))
    const sent = JSON.stringify(await getPublicMatter(services, matterId))
    expect(sent).toContain('说好')
    expect(sent).not.toMatch(/张秀英|13800005678|501/)
    // So is what the desk itself says in public.
    await must(
      actOnMatter(services, LIN, {
        ...{ matterId, key: 'a-note', isPublic: true },
        command: { type: 'add-note', text: '许晓燕 13900001111 回电' },
      }),
    )
    const told = JSON.stringify(await getPublicMatter(services, matterId))
    expect(told).toContain('139****1111')
    expect(told).not.toMatch(/许晓燕|13900001111/)
  })

  test('before it is accepted nobody reads it in public', async ({ services }) => {
    await settleRiverside(services.db)
    const { matterId } = await must(raiseMatter(services, LIN, PUMP))
    expect(await getPublicMatter(services, matterId)).toBeNull()
    await must(act(services, matterId, { type: 'reject', reason: '在打官司' }))
    expect(await getPublicMatter(services, matterId)).toBeNull()
    expect(await getReturnVisit(services, { id: matterId, version: 1 })).toMatchObject({
      rejectReason: '在打官司',
    })
  })

  test('[T12] neighbours’ matters are in no public page, list or figure', async ({
    services,
  }) => {
    const matterId = await atWork(services, { category: 'NEIGH' })
    expect(await getPublicMatter(services, matterId)).toBeNull()
    expect(await getMatter(services, TOWN, matterId)).toBeNull()
    expect(await getMatter(services, XU, matterId)).not.toBeNull()
    const found = await listPublicMatters(services, {
      communityId: 'riverside',
      search: '水泵',
    })
    expect(found.total).toBe(0)
    expect(await getPublicFigures(services, { communityId: 'riverside' })).toMatchObject({
      raised: 0,
    })
  })

  test('[T12] a talk room’s matter is there only for those who were part of it', async ({
    services,
  }) => {
    await settleRiverside(services.db)
    await holdMeeting(services.db, 'talk-1', 'talkroom')
    const { matterId } = await services.db.transaction((tx) =>
      assignTaskToMatter(tx, services, { ...aTask('task-1'), meetingId: 'talk-1' }),
    )
    // Even when somebody later files it under another heading.
    await services.db.update(matters).set({ category: 'NOISE' })
    const sees = async (viewer: StaffViewer) =>
      (await getMatter(services, viewer, matterId)) !== null
    expect([await sees(LIN), await sees(XU), await sees(TOWN)]).toEqual([true, false, false])
    expect(await getPublicMatter(services, matterId)).toBeNull()
    expect(await getPublicFigures(services, { communityId: 'riverside' })).toMatchObject({
      raised: 0,
    })

    await services.db.insert(invitees).values({
      id: 'seat-xu',
      meetingId: 'talk-1',
      personId: 'xu',
      side: 'committees',
      role: 'delegate',
      title: '调解员',
      canVote: false,
    })
    expect(await sees(XU)).toBe(true)
  })

  test('[T13] a town reads of a matter no step that its desk keeps to itself', async ({
    services,
  }) => {
    const matterId = await atWork(services)
    await must(act(services, matterId, { type: 'add-note', text: '打了三次没人接' }))
    const latest = async (viewer: StaffViewer) =>
      (await listMatters(services, viewer, {})).lines[0]?.latest?.type
    expect([await latest(LIN), await latest(TOWN)]).toEqual(['note', 'task-assigned'])
  })

  test('[T15] a link that was replaced opens nothing', async ({ services }) => {
    const matterId = await atWork(services)
    await services.db.update(tasks).set({ linkVersion: 2 })
    await services.db.update(matters).set({ linkVersion: 2 })
    expect(await getTaskByLink(services, { id: 'task-1', version: 1 })).toBeNull()
    expect(await getReturnVisit(services, { id: matterId, version: 1 })).toBeNull()
    expect(await report(services)).toEqual({ ok: false, refusal: { code: 'no-such-task' } })
    expect(await answer(services, matterId)).toEqual({
      ok: false,
      refusal: { code: 'no-such-matter' },
    })
  })

  test('a matter is merged only into one of the same community that still stands', async ({
    services,
  }) => {
    const matterId = await atWork(services)
    const other = await must(raiseMatter(services, LIN, { ...PUMP, key: 'second-key' }))
    const elsewhere = await must(
      raiseMatter(services, WU, {
        ...PUMP,
        key: 'third-key',
        compoundId: 'shanqian',
        reporter: null,
      }),
    )
    const mergeInto = (intoId: string) =>
      act(services, other.matterId, { type: 'merge', ownId: other.matterId, intoId })
    expect(await mergeInto(elsewhere.matterId)).toMatchObject({
      refusal: { code: 'no-such-merge-target' },
    })
    await must(mergeInto(matterId))
    expect(await getMatter(services, LIN, matterId)).toMatchObject({
      mergedFrom: [{ id: other.matterId }],
    })
  })
})

describe('photos', () => {
  test('[T16] a photo is the desk’s and the lead’s until it is released', async ({
    services,
  }) => {
    const matterId = await atWork(services)
    const photo = await must(cleanPhoto(await aTelephonePhoto(300, 400)))
    await must(report(services, { photos: [photo, photo] }))
    const [stored] = await services.db.select().from(photos)
    if (!stored) throw new Error('No photo was stored')
    const guest = { kind: 'guest' as const }
    const task = { kind: 'task' as const, id: 'task-1', version: 1 }
    const visit = { kind: 'visit' as const, id: matterId, version: 1 }
    const sees = async (
      viewer: StaffViewer | typeof guest,
      link: typeof task | typeof visit | null,
    ) => (await getPhoto(services, viewer, stored.id, link)) !== null

    expect(await sees(LIN, null)).toBe(true)
    expect(await sees(guest, task)).toBe(true)
    expect(await sees(guest, { ...task, version: 2 })).toBe(false)
    expect([await sees(guest, null), await sees(guest, visit), await sees(WU, null)]).toEqual([
      false,
      false,
      false,
    ])
    expect((await getPublicMatter(services, matterId))?.steps[0]?.photos).toEqual([])

    expect(await releasePhoto(services, WU, { photoId: stored.id, isPublic: true })).toEqual({
      ok: false,
      refusal: { code: 'no-such-photo' },
    })
    await must(releasePhoto(services, LIN, { photoId: stored.id, isPublic: true }))
    expect([await sees(guest, null), await sees(guest, visit)]).toEqual([true, true])
    expect(await getPhoto(services, LIN, stored.id, null)).toMatchObject({ forAll: true })
    await must(releasePhoto(services, LIN, { photoId: stored.id, isPublic: false }))
    expect(await getPhoto(services, LIN, stored.id, null)).toMatchObject({ forAll: false })
    await must(releasePhoto(services, LIN, { photoId: stored.id, isPublic: true }))
    expect((await getPublicMatter(services, matterId))?.steps[0]?.photos).toHaveLength(1)
  })

  test('[T12] a released photo of a neighbours’ matter is still not public', async ({
    services,
  }) => {
    await atWork(services, { category: 'NEIGH' })
    const photo = await must(cleanPhoto(await aTelephonePhoto(300, 400)))
    await must(report(services, { photos: [photo], photosPublic: true }))
    const [stored] = await services.db.select().from(photos)
    expect(await getPhoto(services, { kind: 'guest' }, stored?.id ?? '', null)).toBeNull()
  })
})

describe('[T10] the desk’s list', () => {
  test('what is late comes first, and the last day counts whole', async ({
    services,
    clock,
  }) => {
    const matterId = await atWork(services)
    await must(
      raiseMatter(services, LIN, { ...PUMP, key: 'second-key', title: '东门路灯不亮' }),
    )
    const order = async () =>
      (await listMatters(services, LIN, {})).lines.map(({ title, urgency }) => [title, urgency])

    clock.set('2026-12-03T15:59:00Z')
    expect(await order()).toEqual([
      ['地下水泵低频噪声', 'due-soon'],
      ['东门路灯不亮', 'to-screen'],
    ])
    clock.set('2026-12-03T16:00:00Z')
    expect((await order())[0]).toEqual(['地下水泵低频噪声', 'overdue'])
    await must(report(services))
    expect(await order()).toEqual([
      ['地下水泵低频噪声', 'awaiting-visit'],
      ['东门路灯不亮', 'to-screen'],
    ])
    await must(answer(services, matterId))
    expect(await order()).toEqual([['东门路灯不亮', 'to-screen']])
    const closed = await listMatters(services, LIN, { state: 'closed' })
    expect(closed.lines).toMatchObject([{ id: matterId, urgency: 'rest' }])
  })

  test('it is found by number, words, compound, category, source and lead', async ({
    services,
  }) => {
    await atWork(services)
    const finds = async (filter: Parameters<typeof listMatters>[2]) =>
      (await listMatters(services, LIN, filter)).total
    expect(await finds({ search: '0001' })).toBe(1)
    expect(await finds({ search: '水泵' })).toBe(1)
    expect(await finds({ search: '2幢' })).toBe(1)
    expect(await finds({ search: '%' })).toBe(0)
    expect(await finds({ search: '嗡嗡' })).toBe(0)
    expect(await finds({ compoundId: 'shanqian' })).toBe(0)
    expect(await finds({ category: 'NOISE', source: 'door', lead: 'property' })).toBe(1)
    expect(await finds({ lead: 'police' })).toBe(0)
    expect(await finds({ urgency: 'overdue' })).toBe(0)
  })

  test('a page holds its share, and counts speak of all of them', async ({ services }) => {
    await settleRiverside(services.db)
    for (const n of [1, 2, 3])
      await must(raiseMatter(services, LIN, { ...PUMP, key: `key-${n}` }))
    const second = await listMatters(services, LIN, { page: 2, perPage: 2 })
    expect(second).toMatchObject({ total: 3, page: 2, pages: 2 })
    expect(second.lines).toHaveLength(1)
    expect(second.byUrgency['to-screen']).toBe(3)
    expect((await services.db.select().from(matterEvents)).length).toBe(3)
  })
})
