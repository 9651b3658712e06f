import { describe, expect } from 'vitest'
import { GUEST } from '#app/domain/permissions/viewer.ts'
import { NO_EDITS } from '#app/domain/records/edit-minutes.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { addToMinutes } from '#app/services/records/add-to-minutes.server.ts'
import { answerProposal } from '#app/services/records/answer-proposal.server.ts'
import {
  askParticipants,
  type AskingStep,
} from '#app/services/records/ask-participants.server.ts'
import { confirmMinutes } from '#app/services/records/confirm-minutes.server.ts'
import { getMinutes } from '#app/services/records/get-minutes.server.ts'
import { getTableMinutes } from '#app/services/records/get-table-minutes.server.ts'
import { proposeCorrection } from '#app/services/records/propose-correction.server.ts'
import { saveMinutes } from '#app/services/records/save-minutes.server.ts'
import { withdrawProposal } from '#app/services/records/withdraw-proposal.server.ts'
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

const WANG = seat('residents-1')
const SU = seat('residents-2')
const STRANGER = seat('residents-1', 'another-meeting')

/** An evening that is over, with words for its first item. */
async function written(services: Services) {
  const room = await openMeeting(services)
  await room.must(CHAIR, { type: 'start-item', itemId: TALK })
  await room.must(CHAIR, { type: 'end-item' })
  await room.must(CHAIR, { type: 'close' })
  const saved = await saveMinutes(services, RECORDER, {
    meetingId: MEETING,
    revision: 0,
    edits: {
      ...NO_EDITS,
      items: [{ itemId: TALK, summary: '占道车位 5 个，王伟的电话是 13800005678' }],
    },
  })
  if (!saved.ok) throw new Error(saved.refusal.code)
}

const step = (services: Services, taken: AskingStep, viewer = RECORDER) =>
  askParticipants(services, viewer, { meetingId: MEETING, step: taken })
const ask = (services: Services, days = 3) => step(services, { type: 'ask', days })
const propose = (services: Services, viewer = WANG, key = 'key-1', text = '应为 6 个') =>
  proposeCorrection(services, viewer, {
    meetingId: MEETING,
    key,
    target: { of: 'item', itemId: TALK },
    text,
  })
const answer = (services: Services, proposalId: string, accepted: boolean, words = '') =>
  answerProposal(services, RECORDER, { meetingId: MEETING, proposalId, accepted, words })
const seal = async (services: Services, unasked = '') => {
  const revision = (await getMinutes(services, RECORDER, MEETING))?.revision ?? 0
  return confirmMinutes(services, CHAIR, { meetingId: MEETING, revision, unasked })
}
async function proposed(
  services: Services,
  ...given: Parameters<typeof propose> extends [unknown, ...infer Rest] ? Rest : never
) {
  const done = await propose(services, ...given)
  if (!done.ok) throw new Error(done.refusal.code)
  return done.value.id
}

describeEachDatabase('minutes that participants correct', (test) => {
  test('[R16] asked on a Thursday for three days, a weekend runs on to Monday', async ({
    services,
  }) => {
    await written(services)
    expect(await ask(services)).toEqual({ ok: true, value: { until: '2026-11-30' } })
    expect(await ask(services)).toMatchObject({ refusal: { code: 'already-asked' } })
    expect(await getMinutes(services, RECORDER, MEETING)).toMatchObject({
      phase: 'proposals',
      revision: 1,
      asking: { open: true, until: '2026-11-30' },
    })
    expect(await step(services, { type: 'take-back-asking' })).toMatchObject({ ok: true })
    expect(await getMinutes(services, RECORDER, MEETING)).toMatchObject({ phase: 'prepared' })
  })

  test('[R16] also of minutes nobody has typed in', async ({ services }) => {
    const room = await openMeeting(services)
    expect(await ask(services)).toMatchObject({ refusal: { code: 'meeting-not-closed' } })
    await room.must(CHAIR, { type: 'close' })
    expect(await ask(services)).toMatchObject({ ok: true })
    expect(await getTableMinutes(services, WANG, MEETING)).toMatchObject({ phase: 'proposals' })
  })

  test('[R17] a proposal keeps what stood there, is made once, and is answered', async ({
    services,
  }) => {
    await written(services)
    await ask(services)
    const id = await proposed(services)
    expect(await proposed(services)).toBe(id)
    const view = await getMinutes(services, RECORDER, MEETING)
    expect(view?.proposals).toMatchObject([
      {
        id,
        text: '应为 6 个',
        quoted: '占道车位 5 个，王伟的电话是 13800005678',
        by: { name: '张residents-1', title: '代表' },
        state: 'open',
      },
    ])
    expect(await step(services, { type: 'take-back-asking' })).toMatchObject({
      refusal: { code: 'has-proposals' },
    })
    expect(await answer(services, id, false)).toMatchObject({
      refusal: { code: 'answer-missing' },
    })
    expect(await answer(services, id, false, '记录里是 5 个')).toMatchObject({ ok: true })
    expect(await answer(services, id, true, '核对过，是 6 个')).toMatchObject({ ok: true })
    expect((await getTableMinutes(services, SU, MEETING))?.proposals).toMatchObject([
      { state: 'accepted', answer: '核对过，是 6 个', answeredBy: '许晓燕' },
    ])
  })

  test('[R17] sent twice at once it is there once', async ({ services }) => {
    await written(services)
    await ask(services)
    const both = await Promise.allSettled([propose(services), propose(services)])
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true)
    expect((await getMinutes(services, RECORDER, MEETING))?.proposals).toHaveLength(1)
  })

  test('[R17] its author takes it back while it has no answer, and nobody else does', async ({
    services,
  }) => {
    await written(services)
    await ask(services)
    const id = await proposed(services)
    const takeBack = (viewer: typeof WANG) =>
      withdrawProposal(services, viewer, { meetingId: MEETING, proposalId: id })
    expect(await takeBack(SU)).toMatchObject({ refusal: { code: 'no-such-proposal' } })
    expect(await takeBack(WANG)).toMatchObject({ ok: true })
    expect(await takeBack(WANG)).toMatchObject({ ok: true })
    expect(await answer(services, id, true)).toMatchObject({
      refusal: { code: 'no-such-proposal' },
    })
    expect((await getTableMinutes(services, SU, MEETING))?.proposals).toEqual([])
    expect((await getTableMinutes(services, WANG, MEETING))?.proposals).toHaveLength(1)
    const again = await proposed(services, WANG, 'key-2')
    await answer(services, again, true)
    expect(
      await withdrawProposal(services, WANG, { meetingId: MEETING, proposalId: again }),
    ).toMatchObject({ refusal: { code: 'proposal-answered' } })
  })

  test('[R17] the last day counts whole, the next is too late', async ({ services, clock }) => {
    await written(services)
    await ask(services)
    clock.set('2026-11-30T15:59:00Z')
    expect(await propose(services)).toMatchObject({ ok: true })
    clock.set('2026-11-30T16:01:00Z')
    expect(await propose(services, SU, 'key-3')).toMatchObject({
      refusal: { code: 'asking-over' },
    })
  })

  test('[R18] sealed when it is over and each has an answer', async ({ services, clock }) => {
    await written(services)
    expect(await seal(services)).toMatchObject({ refusal: { code: 'participants-not-asked' } })
    await ask(services)
    const id = await proposed(services)
    expect(await seal(services)).toMatchObject({
      refusal: { code: 'asking-open', until: '2026-11-30' },
    })
    clock.set('2026-12-01T02:00:00Z')
    expect(await seal(services)).toMatchObject({
      refusal: { code: 'proposals-unanswered', count: 1 },
    })
    await answer(services, id, true, '已改')
    expect(await seal(services)).toMatchObject({ ok: true })
    expect(await getMinutes(services, RECORDER, MEETING)).toMatchObject({
      phase: 'confirmed',
      review: { kind: 'asked', proposals: 1, accepted: 1, until: '2026-11-30' },
    })
    expect(await propose(services, SU, 'late')).toMatchObject({
      refusal: { code: 'minutes-confirmed' },
    })
    expect(await answer(services, id, false, '又改')).toMatchObject({
      refusal: { code: 'minutes-confirmed' },
    })
  })

  test('[R18] sealed without asking, with the reason on the record', async ({ services }) => {
    await written(services)
    expect(await seal(services, ' 当场宣读 ')).toMatchObject({ ok: true })
    expect(await getMinutes(services, RECORDER, MEETING)).toMatchObject({
      review: { kind: 'unasked', reason: '当场宣读' },
    })
  })

  test('[R18] a proposal that comes as they are sealed is in before, or refused', async ({
    services,
  }) => {
    await written(services)
    await ask(services)
    await step(services, { type: 'end-asking', reason: '都看过了' })
    const [sealed, late] = await Promise.all([seal(services), propose(services)])
    expect(sealed).toMatchObject({ ok: true })
    expect(late.ok).toBe(false)
  })

  describe('[R19] unsealed minutes and proposals are for that table and its staff', () => {
    test('nobody reads them before being asked', async ({ services }) => {
      await written(services)
      expect(await getTableMinutes(services, WANG, MEETING)).toBeNull()
      expect(await propose(services)).toMatchObject({ refusal: { code: 'not-asked' } })
    })

    test('then whoever has a seat there, with doors and telephones covered', async ({
      services,
    }) => {
      await written(services)
      await ask(services)
      const id = await proposed(services)
      const read = await getTableMinutes(services, SU, MEETING)
      expect(read?.proposals.map((each) => each.id)).toEqual([id])
      expect(read?.proposals[0]?.quoted).toBe('占道车位 5 个，王伟的电话是 138****5678')
      await answer(services, id, false, '电话 13800005678 是对的')
      await step(services, { type: 'end-asking', reason: '都看过了' })
      await seal(services)
      const added = { meetingId: MEETING, reason: '3幢501来电', text: '改为 13900001111' }
      expect(await addToMinutes(services, CHAIR, added)).toMatchObject({ ok: true })
      const sealed = await getTableMinutes(services, SU, MEETING)
      expect(sealed?.addenda).toHaveLength(1)
      for (const seen of [read, sealed]) {
        expect(JSON.stringify(seen)).not.toMatch(/13800005678|13900001111|501/)
      }
      for (const viewer of [GUEST, STRANGER, WU, RECORDER]) {
        expect(await getTableMinutes(services, viewer, MEETING)).toBeNull()
      }
      for (const viewer of [GUEST, STRANGER, WANG, WU]) {
        expect(await getMinutes(services, viewer, MEETING)).toBeNull()
      }
    })

    test('who may not is told that there is nothing', async ({ services }) => {
      await written(services)
      await ask(services)
      const id = await proposed(services)
      const nothing = { ok: false, refusal: { code: 'no-such-meeting' } }
      expect(await propose(services, STRANGER, 'key-4')).toEqual(nothing)
      expect(await step(services, { type: 'ask', days: 3 }, WU)).toEqual(nothing)
      for (const viewer of [WANG, WU, GUEST]) {
        expect(
          await answerProposal(services, viewer, {
            meetingId: MEETING,
            proposalId: id,
            accepted: true,
            words: '',
          }),
        ).toEqual(nothing)
      }
    })
  })
})
