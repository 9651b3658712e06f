import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Services } from '#app/runtime/services.server.ts'
import { conveneMeeting } from '#app/services/meetings/convene-meeting.server.ts'
import { loadMeeting } from '#app/services/meetings/load-meeting.server.ts'
import {
  answerObjection,
  objectToResult,
} from '#app/services/owners-votes/object-to-result.server.ts'
import { prepareOwnersVote } from '#app/services/owners-votes/prepare-owners-vote.server.ts'
import { recordContact } from '#app/services/owners-votes/record-contact.server.ts'
import { addToMinutes } from '#app/services/records/add-to-minutes.server.ts'
import { confirmMinutes } from '#app/services/records/confirm-minutes.server.ts'
import { createDraft } from '#app/services/sessions/create-draft.server.ts'
import { cancelSession, moveSession } from '#app/services/sessions/move-session.server.ts'
import { meetings } from '#db/schema/meetings.ts'
import { electorContacts, ownersVotes, resultObjections } from '#db/schema/owners-votes.ts'
import { minutesAddenda } from '#db/schema/records.ts'
import { LIN, settleRiverside } from '#tests/helpers/matter-setting.ts'
import {
  CHAIR,
  MEETING,
  openMeeting,
  planMeeting,
  RECORDER,
} from '#tests/helpers/meeting-setting.ts'
import {
  freezeRoll,
  mustStep,
  openOwnersVote,
  RAISE_FUND,
} from '#tests/helpers/owners-vote-setting.ts'
import { describeEachDatabase } from '#tests/helpers/test-database.ts'

const FLATS = [1, 2, 3].map(() => ({ area: 8000n }))

/** The same, twice at once. */
const twice = <Value>(send: () => Promise<Value>) => Promise.all([send(), send()])

/** A counted result whose objections are still taken. */
async function published(services: Services, clock: { set: (at: string) => void }) {
  await freezeRoll(services, FLATS)
  const voteId = await openOwnersVote(services, clock)
  clock.set('2026-12-21T01:00:00Z')
  for (const type of ['close', 'tally', 'publish'] as const) {
    await mustStep(services, voteId, { type })
  }
  return voteId
}

describeEachDatabase('what is sent twice happens once', (test) => {
  test('[H14] an addition to sealed minutes', async ({ services, db }) => {
    const room = await openMeeting(services)
    await room.must(CHAIR, { type: 'close' })
    const sealed = await confirmMinutes(services, CHAIR, {
      ...{ meetingId: MEETING, revision: 0, unasked: '没有发言' },
    })
    expect(sealed.ok).toBe(true)
    const add = (text: string) => () =>
      addToMinutes(services, RECORDER, { meetingId: MEETING, reason: '漏记', text })
    expect(await twice(add('到会 12 人'))).toEqual(
      Array(2).fill({ ok: true, value: { position: 1 } }),
    )
    expect(await add('到会 13 人')()).toEqual({ ok: true, value: { position: 2 } })
    expect(await db.$count(minutesAddenda)).toBe(2)
  })

  test('[H14] an objection to a result, and of two answers the first', async ({
    services,
    db,
    clock,
  }) => {
    const voteId = await published(services, clock)
    const object = (words: string) => () =>
      objectToResult(services, { voteId, name: '王先生', contact: '', words })
    for (const sent of await twice(object('没收到票'))) expect(sent.ok).toBe(true)
    const [objection, ...others] = await db.select().from(resultObjections)
    expect(others).toEqual([])
    expect(await object('面积不对')()).toMatchObject({ ok: true })
    expect(await db.$count(resultObjections)).toBe(2)

    const objectionId = objection?.id ?? ''
    const answers = ['已核对', '不成立'].map((answer) =>
      answerObjection(services, LIN, { voteId, objectionId, answer }),
    )
    const refused = (await Promise.all(answers)).flatMap((each) =>
      each.ok ? [] : [each.refusal.code],
    )
    expect(refused).toEqual(['answered-already'])
  })

  test('[H14] a new owners’ vote', async ({ services, db }) => {
    await freezeRoll(services, FLATS)
    const prepare = () => prepareOwnersVote(services, LIN, RAISE_FUND, 'a-form-key')
    expect(await twice(prepare)).toEqual(
      Array(2).fill({ ok: true, value: { id: 'a-form-key' } }),
    )
    expect(await db.$count(ownersVotes)).toBe(1)
  })

  test('[H14] a reminder, within the minute', async ({ services, db, clock }) => {
    await freezeRoll(services, FLATS)
    const voteId = await openOwnersVote(services, clock)
    const remind = () =>
      recordContact(services, LIN, {
        ...{ voteId, electorIds: ['0001'], kind: 'reminded', way: 'message', doneOn: null },
      })
    const counts = (await twice(remind)).flatMap((each) => (each.ok ? [each.value] : []))
    expect(counts).toContainEqual({ recorded: 1, passedOver: 0 })
    expect(counts).toContainEqual({ recorded: 0, passedOver: 1 })
    clock.set('2026-12-12T01:02:00Z')
    expect(await remind()).toMatchObject({ value: { recorded: 1 } })
    expect(await db.$count(electorContacts)).toBe(2)
  })

  test('[H14] the beginning of a session', async ({ services, db }) => {
    await settleRiverside(db)
    const begin = () =>
      createDraft(services, CHAIR, {
        ...{ key: 'a-form-key', communityId: 'riverside', compoundId: 'lanxi' },
        ...{ room: 'council', venue: '', parts: { opening: '上次的事', closing: '自由发言' } },
      })
    expect(await twice(begin)).toEqual(
      Array(2).fill({ ok: true, value: { meetingId: 'a-form-key' } }),
    )
    expect(await db.$count(meetings)).toBe(1)
  })

  test('[H14] moving a session that was announced', async ({ services, db }) => {
    await planMeeting(services)
    await conveneMeeting(services, CHAIR, { meetingId: MEETING, revision: 1 })
    const startsAt = new Date('2026-12-03T11:30:00Z')
    const move = () =>
      moveSession(services, CHAIR, { meetingId: MEETING, startsAt, venue: '', reason: '停电' })
    for (const moved of await twice(move)) expect(moved).toEqual({ ok: true, value: null })
    const log = await loadMeeting(services, MEETING)
    expect(log?.events.filter(({ event }) => event.type === 'moved')).toHaveLength(1)
    expect(await db.select().from(meetings)).toMatchObject([{ startsAt, revision: 2 }])
  })

  test('[M16] a plan is not moved or called off behind the notice that goes out meanwhile', async ({
    services,
    db,
  }) => {
    const startsAt = new Date('2026-12-03T11:30:00Z')
    for (const change of ['move', 'cancel'] as const) {
      const meetingId = change === 'move' ? MEETING : 'another'
      await planMeeting(services, { id: meetingId })
      await Promise.all([
        conveneMeeting(services, CHAIR, { meetingId, revision: 1 }),
        change === 'move'
          ? moveSession(services, CHAIR, { meetingId, startsAt, venue: '', reason: '停电' })
          : cancelSession(services, CHAIR, { meetingId, reason: '停电' }),
      ])
      const [row] = await db.select().from(meetings).where(eq(meetings.id, meetingId))
      const state = (await loadMeeting(services, meetingId))?.state
      // Whichever came first, the plan and the log say the same.
      if (state) {
        expect(row?.startsAt.getTime()).toBe(state.startsAt)
        expect(row?.status === 'cancelled').toBe(state.cancelledReason !== undefined)
      } else {
        expect(row?.status).toBe(change === 'move' ? 'draft' : 'cancelled')
      }
    }
  })
})
