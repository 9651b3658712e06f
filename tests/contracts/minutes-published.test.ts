import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { GUEST } from '#app/domain/permissions/viewer.ts'
import { checkCodeOf } from '#app/domain/records/check-code.ts'
import { NO_EDITS } from '#app/domain/records/edit-minutes.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { getLog } from '#app/services/meetings/get-log.server.ts'
import { confirmMinutes } from '#app/services/records/confirm-minutes.server.ts'
import { contentHash } from '#app/services/records/content-hash.server.ts'
import { exportMinutes } from '#app/services/records/export-minutes.server.ts'
import { findByCheckCode } from '#app/services/records/find-by-check-code.server.ts'
import { getMinutes } from '#app/services/records/get-minutes.server.ts'
import {
  exportPublicMinutes,
  getPublicMinutes,
  publishedMinutesOf,
} from '#app/services/records/get-public-minutes.server.ts'
import { publishMinutes } from '#app/services/records/publish-minutes.server.ts'
import { saveMinutes } from '#app/services/records/save-minutes.server.ts'
import { verifyRecords } from '#app/services/records/verify-records.server.ts'
import { withdrawMinutes } from '#app/services/records/withdraw-minutes.server.ts'
import { meetings } from '#db/schema/meetings.ts'
import { minutes, publishedMinutes } from '#db/schema/records.ts'
import { WU } from '#tests/helpers/matter-setting.ts'
import {
  CHAIR,
  MEETING,
  openMeeting,
  RECORDER,
  seat,
  TALK,
} from '#tests/helpers/meeting-setting.ts'
import { describeEachDatabase } from '#tests/helpers/test-database.ts'

async function sealed(services: Services) {
  const room = await openMeeting(services)
  await room.must(CHAIR, { type: 'start-item', itemId: TALK })
  await room.must(CHAIR, { type: 'end-item' })
  await room.must(CHAIR, { type: 'close' })
  const summary = '张residents-1 说 3幢2单元501室 太吵，电话 13800005678'
  const saved = await saveMinutes(services, RECORDER, {
    meetingId: MEETING,
    revision: 0,
    edits: { ...NO_EDITS, items: [{ itemId: TALK, summary }] },
  })
  if (!saved.ok) throw new Error(saved.refusal.code)
  const done = await confirmMinutes(services, CHAIR, {
    meetingId: MEETING,
    revision: 1,
    unasked: '当场宣读，张residents-1 在，电话 13900001111',
  })
  if (!done.ok) throw new Error(done.refusal.code)
  return done.value.contentHash
}

const publish = (services: Services, viewer = CHAIR) =>
  publishMinutes(services, viewer, { meetingId: MEETING })
async function published(services: Services) {
  await sealed(services)
  const done = await publish(services)
  if (!done.ok) throw new Error(done.refusal.code)
  return done.value.id
}

describeEachDatabase('minutes in public', (test) => {
  test('[R26] what is published is what the desk was shown, word for word', async ({
    services,
  }) => {
    await sealed(services)
    const before = await getMinutes(services, RECORDER, MEETING)
    const done = await publish(services)
    if (!done.ok) throw new Error(done.refusal.code)
    const view = await getPublicMinutes(services, done.value.id)
    expect(view?.content.document).toEqual(before?.masked.document)
    expect(view?.content.minutesHash).toBe(before?.contentHash)
    // Why nobody was asked for corrections is somebody's words as well, and the desk was told of it.
    expect(JSON.stringify(view)).not.toMatch(/13900001111|张residents-1/)
    expect(before?.masked.findings.map(({ found }) => found)).toContain('13900001111')
    expect(view?.notice).toMatchObject({ from: '2026-11-26', until: '2026-12-11' })
    expect(JSON.stringify(view)).not.toMatch(/residents-1|501|13800005678/)
    expect(await publishedMinutesOf(services, MEETING)).toEqual({ id: done.value.id })
  })

  test('[R26] not before they are sealed', async ({ services }) => {
    await openMeeting(services)
    expect(await publish(services)).toMatchObject({
      refusal: { code: 'minutes-not-confirmed' },
    })
  })

  test('[R26] published once, withdrawn with a reason, and then again', async ({
    services,
  }) => {
    const id = await published(services)
    expect(await publish(services)).toMatchObject({ refusal: { code: 'minutes-published' } })
    for (const viewer of [{ ...RECORDER, role: 'recorder' as const }, WU]) {
      expect(await publish(services, viewer)).toMatchObject({
        refusal: { code: 'no-such-meeting' },
      })
    }
    const withdraw = (reason: string, viewer = CHAIR) =>
      withdrawMinutes(services, viewer, { meetingId: MEETING, reason })
    expect(await withdraw(' ')).toMatchObject({ refusal: { code: 'reason-missing' } })
    expect(await withdraw('x', WU)).toMatchObject({ refusal: { code: 'no-such-meeting' } })
    expect(await withdraw('写错了')).toMatchObject({ ok: true })
    expect(await getPublicMinutes(services, id)).toMatchObject({
      withdrawn: { reason: '写错了' },
    })
    expect(await publishedMinutesOf(services, MEETING)).toBeNull()
    expect(await publish(services)).toMatchObject({ ok: true })
  })

  test('[R26] two at once: one is published, nothing twice', async ({ services }) => {
    await sealed(services)
    const both = await Promise.all([publish(services), publish(services)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await services.db.select().from(publishedMinutes)).toHaveLength(1)
  })

  test('[R14] a talk room’s minutes are never in public, by no address and no code', async ({
    services,
  }) => {
    const id = await published(services)
    const [row] = await services.db.select().from(publishedMinutes)
    await services.db.update(meetings).set({ room: 'talkroom' }).where(eq(meetings.id, MEETING))
    expect(await getPublicMinutes(services, id)).toBeNull()
    expect(await exportPublicMinutes(services, id)).toBeNull()
    expect(await findByCheckCode(services, checkCodeOf(row?.contentHash ?? ''))).toBeNull()
    await withdrawMinutes(services, CHAIR, { meetingId: MEETING, reason: 'x' })
    expect(await publish(services)).toMatchObject({ refusal: { code: 'not-for-the-public' } })
  })

  test('[R27] a check code finds its record and says whether it is unchanged', async ({
    services,
  }) => {
    const hash = await sealed(services)
    const code = checkCodeOf(hash)
    const unchanged = { sealedHash: hash, hashNow: hash }
    expect(await findByCheckCode(services, code)).toMatchObject({
      ...unchanged,
      kind: 'minutes',
      path: null,
    })
    expect(
      await findByCheckCode(services, ` ${code.toLowerCase().replaceAll('-', ' ')} `),
    ).toMatchObject(unchanged)
    const done = await publish(services)
    if (!done.ok) throw new Error(done.refusal.code)
    const view = await getPublicMinutes(services, done.value.id)
    expect(await findByCheckCode(services, checkCodeOf(view?.contentHash ?? ''))).toMatchObject(
      {
        kind: 'minutes-public',
        path: `/minutes/${done.value.id}`,
      },
    )
    for (const typed of ['', '1234', 'not a code', `${'0'.repeat(12)}`, '%_%_%_%_%_%_']) {
      expect(await findByCheckCode(services, typed)).toBeNull()
    }

    const [row] = await services.db.select().from(minutes)
    if (!row) throw new Error('no minutes')
    await services.db.update(minutes).set({ content: { ...row.content, chair: '别人' } })
    const changed = await findByCheckCode(services, code)
    expect(changed?.hashNow).not.toBe(changed?.sealedHash)
    expect(await verifyRecords(services.db, MEETING)).toMatchObject([
      { what: 'minutes', sound: false },
      { what: 'published minutes', sound: true },
    ])
  })

  test('[R28] an exported file gives its own hash, and the events each fact rests on', async ({
    services,
  }) => {
    const hash = await sealed(services)
    const exported = await exportMinutes(services, RECORDER, MEETING)
    const file = JSON.parse(JSON.stringify(exported?.file)) as NonNullable<
      typeof exported
    >['file']
    expect(file.contentHash).toBe(hash)
    expect(contentHash(file.sealed)).toBe(hash)
    expect(file.sources['opened']).toHaveLength(1)
    const done = await publish(services)
    if (!done.ok) throw new Error(done.refusal.code)
    const open = await exportPublicMinutes(services, done.value.id)
    expect(contentHash(JSON.parse(JSON.stringify(open?.sealed)))).toBe(open?.contentHash)
    for (const viewer of [GUEST, seat('residents-1'), WU]) {
      expect(await exportMinutes(services, viewer, MEETING)).toBeNull()
    }
  })

  test('[R23] a replay’s log is for the staff of that community alone', async ({
    services,
  }) => {
    await openMeeting(services)
    const log = await getLog(services, RECORDER, MEETING)
    expect(log?.events.map(({ seq }) => seq)).toEqual(log?.events.map((_, index) => index + 1))
    for (const viewer of [GUEST, seat('residents-1'), WU]) {
      expect(await getLog(services, viewer, MEETING)).toBeNull()
    }
  })
})
