import { expect } from 'vitest'
import type { BallotId } from '#app/domain/shared/ids.ts'
import type { BallotMethod } from '#app/domain/voting/ballot-question.ts'
import { recountFile } from '#app/domain/voting/recount-file.ts'
import { writeBallotRecord } from '#app/domain/voting/write-ballot-record.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { castAssistedVote } from '#app/services/voting/cast-assisted-vote.server.ts'
import { castVote } from '#app/services/voting/cast-vote.server.ts'
import { getBallotRecord } from '#app/services/voting/get-ballot-record.server.ts'
import { openVotes, secretPapers } from '#db/schema/ballots.ts'
import {
  CHAIR,
  DECIDE,
  MEETING,
  openMeeting,
  RECORDER,
  seat,
  seatId,
} from '#tests/helpers/meeting-setting.ts'
import { describeEachDatabase } from '#tests/helpers/test-database.ts'

const OPTIONS = ['东门', '西门', '北门']

/** Each method with the answers of six residents; whoever is asked twice says the last. */
const METHODS: [BallotMethod, marks: string[], chosen: number[], wrong: [string, string][]][] =
  [
    [
      { kind: 'single-choice' },
      ['2', '2', '2', '2', '2', 'abstain'],
      [2],
      [
        ['yes', 'mark-unknown'],
        ['1,2', 'marks-too-many'],
        ['4', 'mark-unknown'],
      ],
    ],
    [
      { kind: 'approval', upTo: 2 },
      ['3,2', '2', '1,2', '2', '2,3', '1'],
      [2],
      [
        ['1,2,3', 'marks-too-many'],
        ['2,2', 'mark-twice'],
      ],
    ],
    [
      { kind: 'ranked', count: 'instant-runoff' },
      ['2>1', '2', '2', '2>3', '2>1>3', '3>2'],
      [2],
      [['1>1', 'mark-twice']],
    ],
    [
      { kind: 'ranked', count: 'schulze' },
      ['1>2', '2>1', '2', '2>3', '2>1>3', '3>2'],
      [2],
      [['', 'mark-missing']],
    ],
    [
      { kind: 'seats', seats: 2 },
      ['1,2', '1,2', '2,1', '1,2', '1,2', '3'],
      [1, 2],
      [['1,2,3', 'marks-too-many']],
    ],
    [{ kind: 'five-fingers' }, ['5', '4', '3', '5', '3', '4'], [], [['6', 'mark-unknown']]],
  ]

async function putToVote(
  services: Services,
  secrecy: 'open' | 'secret',
  method: BallotMethod,
): Promise<{ room: Awaited<ReturnType<typeof openMeeting>>; ballotId: BallotId }> {
  const room = await openMeeting(services, { residents: 6 })
  await room.must(CHAIR, { type: 'start-item', itemId: DECIDE })
  await room.must(CHAIR, { type: 'make-last-call' })
  const options = method.kind === 'five-fingers' ? [] : OPTIONS
  await room.must(CHAIR, { type: 'open-ballot', secrecy, seconds: 120, method, options })
  const { ballot } = await room.state()
  if (!ballot) throw new Error('No ballot was opened')
  return { room, ballotId: ballot.ballotId }
}

const cast = (
  services: Services,
  who: number,
  ballotId: BallotId,
  choice: string,
  key: string,
) =>
  castVote(services, seat(`residents-${who}`), {
    ...{ meetingId: MEETING, ballotId, choice, key },
    origin: 'phone',
  })

describeEachDatabase('ballots by method', (test) => {
  test('[V33] a session that adopted one half counts its quorum by one half', async ({
    services,
  }) => {
    const room = await openMeeting(services, { residents: 6, quorum: [1, 2] })
    const ballotId = await room.openBallot(DECIDE, 'open')
    for (const who of [1, 2, 3, 4]) {
      await cast(services, who, ballotId, 'yes', `key-of-${who}-here`)
    }
    // Four residents and whoever is left hold five of eight: over a half, and under two thirds.
    for (const gone of ['residents-5', 'residents-6', 'property-1']) {
      await room.must(CHAIR, {
        type: 'set-absent',
        seatId: seatId(gone),
        reason: '先走',
      })
    }
    await room.must(CHAIR, { type: 'close-ballot', ballotId })
    expect((await room.state()).ballot?.verdict).toMatchObject({
      quorumMet: true,
      passed: true,
      tests: [{ test: 'quorum', have: '5', of: '8', share: '1/2' }, { test: 'pass' }],
    })
  })

  for (const [method, marks, chosen, wrong] of METHODS) {
    const name = method.kind === 'ranked' ? `${method.kind} ${method.count}` : method.kind
    for (const secrecy of ['open', 'secret'] as const) {
      test(`[M40, M41, C1] ${name}, ${secrecy}: cast, counted, and the record gives the same to anyone`, async ({
        services,
        db,
      }) => {
        const { room, ballotId } = await putToVote(services, secrecy, method)
        for (const [text, code] of wrong) {
          expect(await cast(services, 1, ballotId, text, 'key-wrong')).toEqual({
            ok: false,
            refusal: { code },
          })
        }
        for (const [index, mark] of marks.entries()) {
          const done = await cast(services, index + 1, ballotId, mark, `key-${index}-vote`)
          expect(done).toMatchObject({ ok: true, value: { version: 1 } })
          expect(done.ok && done.value.choice === null).toBe(secrecy === 'secret')
        }
        if (secrecy === 'open') {
          const last = marks.length
          const changed = await cast(services, last, ballotId, marks[0]!, 'key-changed')
          expect(changed).toMatchObject({ ok: true, value: { version: 2 } })
        }
        await room.must(CHAIR, { type: 'close-ballot', ballotId })

        const { ballot, decisions } = await room.state()
        const verdict = ballot?.verdict
        expect(verdict?.passed).toBe(chosen.length > 0)
        const numbers = decisions.flatMap((each) =>
          each.by === 'ballot' ? (each.chosen ?? []).map(({ number }) => number) : [],
        )
        expect(numbers).toEqual(chosen)
        expect(await db.select().from(secretPapers)).toHaveLength(
          secrecy === 'secret' ? marks.length : 0,
        )
        // 3,2 is 2,3: the same answer is the same text.
        const kept = await db.select({ choice: openVotes.choice }).from(openVotes)
        expect(kept.map(({ choice }) => choice)).not.toContain('3,2')

        const source = await getBallotRecord(services, ballotId)
        const text = [...writeBallotRecord(source!)].join('')
        expect(text).toContain('council730.ballot/2')
        const recounted = recountFile(text)
        expect(recounted).toMatchObject({ ok: true, value: { recount: { difference: null } } })
        expect(recounted.ok && recounted.value.recount.verdict).toEqual(verdict)
      })
    }

    test(`[V27, C5] ${name}: four secret papers are never broken down`, async ({
      services,
    }) => {
      const { room, ballotId } = await putToVote(services, 'secret', method)
      for (const index of [1, 2, 3, 4]) {
        await cast(services, index, ballotId, marks[index - 1]!, `key-${index}-few`)
      }
      await room.must(CHAIR, { type: 'close-ballot', ballotId })
      const verdict = (await room.state()).ballot?.verdict
      expect(verdict).toMatchObject({ splitWithheld: true, counts: {} })
      expect(JSON.stringify(verdict?.method ?? null)).not.toMatch(
        /"votes":|"have":|"counts":\[\d/,
      )
      expect(await getBallotRecord(services, ballotId)).toBeNull()
    })
  }

  test('[V22] what staff enter for somebody answers the question too', async ({ services }) => {
    const { ballotId } = await putToVote(services, 'open', { kind: 'approval', upTo: 2 })
    const enter = (choice: string) =>
      castAssistedVote(services, RECORDER, {
        ...{ meetingId: MEETING, ballotId, seatId: seatId('residents-1'), choice },
        ...{ key: 'key-assisted', witness: '陈伟' },
      })
    expect(await enter('yes')).toEqual({ ok: false, refusal: { code: 'mark-unknown' } })
    expect(await enter('3,1')).toMatchObject({ ok: true, value: { choice: '1,3' } })
  })
})
