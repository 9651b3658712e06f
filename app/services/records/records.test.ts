import { describe, expect } from 'vitest'
import { GUEST } from '#app/domain/permissions/viewer.ts'
import { NO_EDITS, type MinutesEdits } from '#app/domain/records/edit-minutes.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { meetings } from '#db/schema/meetings.ts'
import { matterEvents } from '#db/schema/matters.ts'
import { resolutions } from '#db/schema/records.ts'
import { WU } from '#tests/helpers/matter-setting.ts'
import {
  CHAIR,
  DECIDE,
  DECIDE_LATER,
  MEETING,
  openMeeting,
  planMeeting,
  RECORDER,
  roomOf,
  seat,
  seatId,
  TALK,
} from '#tests/helpers/meeting-setting.ts'
import { describeEachDatabase, test } from '#tests/helpers/test-database.ts'
import { eq, sql } from 'drizzle-orm'
import { answerInvitation } from '#app/services/invitations/answer-invitation.server.ts'
import { conveneMeeting } from '#app/services/meetings/convene-meeting.server.ts'
import { addToMinutes } from './add-to-minutes.server.ts'
import { confirmMinutes } from './confirm-minutes.server.ts'
import { contentHash } from './content-hash.server.ts'
import { getMinutes } from './get-minutes.server.ts'
import { getResolution } from './get-resolution.server.ts'
import { listDeskResolutions, listPublicResolutions } from './list-resolutions.server.ts'
import { actOnMatter } from '#app/services/matters/act-on-matter.server.ts'
import { wayOn } from '#app/domain/records/way-on.ts'
import { registerMatter } from './register-matter.server.ts'
import { publishResolution } from './publish-resolution.server.ts'
import { saveMinutes } from './save-minutes.server.ts'
import { withdrawResolution } from './withdraw-resolution.server.ts'

/** An evening that agreed on two items and gave a task. */
async function agreedEvening(services: Services, { withTasks = true } = {}) {
  const room = await openMeeting(services)
  for (const itemId of [DECIDE, DECIDE_LATER]) {
    await room.must(CHAIR, { type: 'start-item', itemId })
    await room.must(CHAIR, { type: 'make-last-call' })
    await room.must(CHAIR, { type: 'ask-consensus' })
    await room.must(CHAIR, { type: 'declare-consensus' })
    if (withTasks) {
      await room.must(CHAIR, {
        type: 'assign-task',
        itemId,
        title: '更换软接头',
        lead: { personId: 'p-property-1', name: '安和物业', side: 'property' },
        helpers: [],
        dueOn: '2026-12-10',
      })
    }
    await room.must(CHAIR, { type: 'end-item' })
  }
  return room
}

const saved = (services: Services, revision: number, edits: Partial<MinutesEdits>) =>
  saveMinutes(services, RECORDER, {
    meetingId: MEETING,
    revision,
    edits: { ...NO_EDITS, ...edits },
  })

async function sealed(services: Services, how: { withTasks?: boolean } = {}) {
  const room = await agreedEvening(services, how)
  await room.must(CHAIR, { type: 'close' })
  const done = await confirmMinutes(services, RECORDER, {
    meetingId: MEETING,
    revision: 0,
    unasked: '散会前已宣读',
  })
  if (!done.ok) throw new Error(done.refusal.code)
  return room
}

const publish = (services: Services, itemId: string = DECIDE) =>
  publishResolution(services, CHAIR, { meetingId: MEETING, itemId })

describe('[R3] minutes are saved while the meeting runs, and nothing typed is overwritten', () => {
  test('each save gives a revision; an old page is told, and changes nothing', async ({
    services,
  }) => {
    await openMeeting(services)
    const first = await saved(services, 0, { other: '第一次' })
    expect(first).toMatchObject({ ok: true, value: { revision: 1 } })
    expect(await saved(services, 0, { other: '旧页面' })).toEqual({
      ok: false,
      refusal: { code: 'stale-minutes', revision: 1 },
    })
    expect(await saved(services, 1, { other: '第二次' })).toMatchObject({ ok: true })
    expect(await getMinutes(services, RECORDER, MEETING)).toMatchObject({
      revision: 2,
      phase: 'prepared',
      content: { other: '第二次', chair: '林雅芳' },
    })
  })

  test('two saves at once: one is kept, one is told', async ({ services }) => {
    await openMeeting(services)
    const both = await Promise.all([
      saved(services, 0, { other: '甲' }),
      saved(services, 0, { other: '乙' }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('[R4] minutes are sealed once, after the meeting', () => {
  test('not while it runs', async ({ services }) => {
    await openMeeting(services)
    expect(
      await confirmMinutes(services, RECORDER, {
        meetingId: MEETING,
        revision: 0,
        unasked: '散会前已宣读',
      }),
    ).toEqual({ ok: false, refusal: { code: 'meeting-not-closed' } })
  })

  test('with the hash of what they say and the last hash of the log', async ({ services }) => {
    const room = await sealed(services)
    const view = await getMinutes(services, RECORDER, MEETING)
    expect(view).toMatchObject({ phase: 'confirmed', logHash: (await room.log()).hash })
    expect(view?.contentHash).toBe(contentHash(view?.content))
    expect(await saved(services, 1, { other: '晚了' })).toEqual({
      ok: false,
      refusal: { code: 'minutes-confirmed' },
    })
    const [meeting] = await services.db.select().from(meetings).where(eq(meetings.id, MEETING))
    expect(meeting?.status).toBe('minutes-confirmed')
  })
})

describe('[R5] after that there are only additions, with a reason', () => {
  test('the sealed content stays', async ({ services }) => {
    await sealed(services)
    const before = await getMinutes(services, RECORDER, MEETING)
    const add = (reason: string) =>
      addToMinutes(services, RECORDER, { meetingId: MEETING, reason, text: '应为 6 个' })
    expect(await add(' ')).toEqual({ ok: false, refusal: { code: 'reason-missing' } })
    expect(await add('笔误')).toEqual({ ok: true, value: { position: 1 } })
    const after = await getMinutes(services, RECORDER, MEETING)
    expect(after?.contentHash).toBe(before?.contentHash)
    expect(after?.addenda).toMatchObject([{ reason: '笔误', text: '应为 6 个' }])
  })
})

describe('[R12] numbers are counted per community and year, without gaps', () => {
  test('also when two are published at once', async ({ services }) => {
    await sealed(services)
    const both = await Promise.all([publish(services), publish(services, DECIDE_LATER)])
    expect(both.map((each) => (each.ok ? each.value.number : each.refusal)).toSorted()).toEqual(
      ['〔2026〕730-001号', '〔2026〕730-002号'],
    )
  })
})

describe('[R8] what was not carried is published as the result of a vote', () => {
  test('its title promises nothing, and it is in no list of agreements', async ({
    services,
  }) => {
    const room = await openMeeting(services)
    const ballotId = await room.openBallot(DECIDE, 'open')
    await room.must(CHAIR, { type: 'close-ballot', ballotId })
    await room.must(CHAIR, { type: 'close' })
    await confirmMinutes(services, RECORDER, {
      meetingId: MEETING,
      revision: 0,
      unasked: '散会前已宣读',
    })
    const published = await publish(services)
    if (!published.ok) throw new Error(published.refusal.code)
    const all = await listPublicResolutions(services, { communityId: 'riverside' })
    const line = all.lines[0]
    expect(line).toMatchObject({ outcome: 'not-carried' })
    expect(line?.title).toMatch(/的表决情况$/)
    const agreed = await listPublicResolutions(services, {
      communityId: 'riverside',
      label: line?.label,
    })
    expect(agreed.total).toBe(0)
  })
})

describe('[R13] a decision is published once, and withdrawn with a reason', () => {
  test('not before the minutes are sealed', async ({ services }) => {
    await agreedEvening(services)
    expect(await publish(services)).toEqual({
      ok: false,
      refusal: { code: 'minutes-not-confirmed' },
    })
  })

  test('its hash, its notice, its task as it is today, and the matter is told', async ({
    services,
  }) => {
    await sealed(services)
    const done = await publish(services)
    if (!done.ok) throw new Error(done.refusal.code)
    const view = await getResolution(services, done.value.id)
    expect(view).toMatchObject({
      title: '关于更换水泵软接头的约定',
      label: 'agreement',
      notice: { from: '2026-11-26', until: '2026-12-11', days: 15, day: 0, over: false },
      tasks: [{ leadName: '安和物业', status: 'open' }],
      withdrawn: null,
    })
    const [row] = await services.db.select().from(resolutions)
    if (!row) throw new Error('nothing was published')
    const { number, label, title, content, noticeFrom, noticeUntil } = row
    expect(row.contentHash).toBe(
      contentHash({ number, label, title, content, noticeFrom, noticeUntil }),
    )
    expect(await publish(services)).toEqual({
      ok: false,
      refusal: { code: 'already-published', resolutionId: done.value.id },
    })
    const [meeting] = await services.db.select().from(meetings).where(eq(meetings.id, MEETING))
    expect(meeting?.status).toBe('published')
  })

  test('withdrawn, it stays under its number and may be published again', async ({
    services,
  }) => {
    await sealed(services)
    const first = await publish(services)
    if (!first.ok) throw new Error(first.refusal.code)
    const withdraw = (reason: string) =>
      withdrawResolution(services, CHAIR, { resolutionId: first.value.id, reason })
    expect(await withdraw('')).toEqual({ ok: false, refusal: { code: 'reason-missing' } })
    expect(await withdraw('张residents-1 的电话 13800005678 写错了')).toMatchObject({
      ok: true,
    })
    expect(await withdraw('再来')).toEqual({
      ok: false,
      refusal: { code: 'already-withdrawn' },
    })
    const view = await getResolution(services, first.value.id)
    expect(view?.withdrawn?.reason).toMatch(/^张\*+ 的电话 138\*{4}5678 写错了$/)
    expect(await publish(services)).toMatchObject({ value: { number: '〔2026〕730-002号' } })
    expect(await listPublicResolutions(services, { communityId: 'riverside' })).toMatchObject({
      total: 2,
      onNotice: 1,
    })
  })
})

describe('[R14] who is not of the house sees, changes and publishes nothing', () => {
  test('minutes and publishing', async ({ services }) => {
    await sealed(services)
    for (const viewer of [GUEST, seat('residents-1'), WU]) {
      expect(await getMinutes(services, viewer, MEETING)).toBeNull()
      const refused = { ok: false, refusal: { code: 'no-such-meeting' } }
      expect(
        await publishResolution(services, viewer, { meetingId: MEETING, itemId: DECIDE }),
      ).toEqual(refused)
      expect(
        await saveMinutes(services, viewer, {
          meetingId: MEETING,
          revision: 1,
          edits: NO_EDITS,
        }),
      ).toEqual(refused)
    }
  })

  test('a talk room has no public record in any list, even if one were written', async ({
    services,
  }) => {
    await sealed(services)
    const done = await publish(services)
    if (!done.ok) throw new Error(done.refusal.code)
    await services.db.update(meetings).set({ room: 'talkroom' }).where(eq(meetings.id, MEETING))
    expect(await getResolution(services, done.value.id)).toBeNull()
    expect(await listPublicResolutions(services, { communityId: 'riverside' })).toMatchObject({
      lines: [],
      total: 0,
      onNotice: 0,
    })
    expect(await listDeskResolutions(services, CHAIR)).toMatchObject({ total: 0 })
    expect(await publish(services, TALK)).toMatchObject({ ok: false })
  })
})

test('[R30] minutes say who had asked to be excused, and bear the day on which it was held', async ({
  services,
  clock,
}) => {
  await planMeeting(services)
  await conveneMeeting(services, CHAIR, { meetingId: MEETING, revision: 1 })
  const answered = await answerInvitation(services, seat('residents-1'), {
    ...{ meetingId: MEETING, rsvp: 'no', deputyName: null, note: '要上夜班' },
  })
  expect(answered.ok).toBe(true)
  // Put off by a day, as the log has it.
  clock.advance(24 * 3_600_000)
  const room = roomOf(services)
  await room.must(CHAIR, { type: 'open-doors' })
  const missing = [seatId('residents-1'), seatId('residents-2')]
  const { seats } = await room.state()
  await room.present(seats.map(({ id }) => id).filter((id) => !missing.includes(id)))
  await room.must(CHAIR, { type: 'open', overrideReason: '够了' })
  const drafted = await getMinutes(services, RECORDER, MEETING)
  expect(drafted?.content.absent).toEqual([
    expect.objectContaining({ seatId: seatId('residents-1'), saidNo: true }),
    expect.not.objectContaining({ saidNo: true }),
  ])
  expect(drafted?.masked.document).toMatchObject({ date: '2026年11月27日' })
  const people = drafted?.masked.document.blocks.filter(({ kind }) => kind === 'people')
  expect(people).toEqual([
    expect.objectContaining({ label: '出席' }),
    { kind: 'people', label: '请假', text: '居民代表1人' },
    { kind: 'people', label: '缺席', text: '居民代表1人' },
  ])
  // What they wrote to whoever convenes stays there.
  expect(JSON.stringify(drafted)).not.toContain('要上夜班')
})

describeEachDatabase(
  '[T18] what a session asked of others goes on from an item without a matter',
  (it) => {
    /** Published as something a department is asked to do. */
    async function referral(services: Services, how: { withTasks: boolean }) {
      await sealed(services, how)
      const done = await publish(services)
      if (!done.ok) throw new Error(done.refusal.code)
      await services.db.update(resolutions).set({
        label: 'referral',
        content: sql`${resolutions.content} || '{"nextStep":"refer-to-department"}'::jsonb`,
      })
      return done.value.id
    }
    const lineOf = async (services: Services) =>
      (await listDeskResolutions(services, CHAIR)).lines[0]

    it('it becomes one, accepted and talked about, once; then it is referred', async ({
      services,
    }) => {
      const id = await referral(services, { withTasks: false })
      const line = await lineOf(services)
      expect(line?.matterId).toBeNull()
      expect(line && wayOn(line)).toEqual({ to: 'register', then: 'refer' })
      expect(await registerMatter(services, { ...WU, role: 'town' }, id)).toEqual({
        ok: false,
        refusal: { code: 'no-such-resolution' },
      })
      const both = await Promise.all([
        registerMatter(services, CHAIR, id),
        registerMatter(services, CHAIR, id),
      ])
      const [first] = both
      if (!first.ok) throw new Error(first.refusal.code)
      expect(first.value.to).toBe('refer')
      expect(both[1]).toEqual(first)
      const { matterId } = first.value
      expect(await lineOf(services)).toMatchObject({ matterId })
      const events = await services.db
        .select({ type: matterEvents.type })
        .from(matterEvents)
        .where(eq(matterEvents.matterId, matterId))
        .orderBy(matterEvents.seq)
      expect(events.map(({ type }) => type)).toEqual([
        'submitted',
        'accepted',
        'deliberated',
        'decided',
      ])
      expect(
        await actOnMatter(services, CHAIR, {
          ...{ matterId, key: 'refer-once', command: { type: 'refer', to: '城管执法大队' } },
        }),
      ).toMatchObject({ ok: true })
    })

    it('an item that has one of a task keeps it', async ({ services }) => {
      const id = await referral(services, { withTasks: true })
      const line = await lineOf(services)
      expect(line?.matterId).not.toBeNull()
      expect(await registerMatter(services, CHAIR, id)).toEqual({
        ok: true,
        value: { to: 'refer', matterId: line?.matterId },
      })
    })

    it('what was withdrawn, or settles itself, has no way on', async ({ services }) => {
      const id = await referral(services, { withTasks: false })
      await withdrawResolution(services, CHAIR, { resolutionId: id, reason: '写错了' })
      expect(await registerMatter(services, CHAIR, id)).toEqual({
        ok: false,
        refusal: { code: 'no-way-on' },
      })
    })
  },
)
