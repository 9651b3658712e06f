import { expect } from 'vitest'
import type { SeatViewer } from '#app/domain/permissions/viewer.ts'
import type { BallotId } from '#app/domain/shared/ids.ts'
import type { Choice } from '#app/domain/voting/ballot.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { castVote } from '#app/services/voting/cast-vote.server.ts'
import { myVote } from '#app/services/voting/my-vote.server.ts'
import { openVotes, secretPapers, secretTurnout } from '#db/schema/ballots.ts'
import {
  CHAIR,
  CONVENER,
  DECIDE,
  DECIDE_LATER,
  MEETING,
  openMeeting,
  seat,
  seatId,
} from '#tests/helpers/meeting-setting.ts'
import { describeEachDatabase } from '#tests/helpers/test-database.ts'

const vote = (
  services: Services,
  viewer: SeatViewer,
  ballotId: BallotId,
  choice: Choice,
  key: string,
) => castVote(services, viewer, { meetingId: MEETING, ballotId, choice, key, origin: 'phone' })

describeEachDatabase('votes', (test) => {
  test('[L11] a vote is answered with a receipt, and the same key with the same one', async ({
    services,
    db,
    clock,
  }) => {
    const room = await openMeeting(services)
    const ballotId = await room.openBallot(DECIDE, 'open')
    const first = await vote(services, seat('residents-1'), ballotId, 'yes', 'key-00001')
    clock.advance(5000)
    const again = await vote(services, seat('residents-1'), ballotId, 'yes', 'key-00001')
    expect(first).toMatchObject({
      ok: true,
      value: { choice: 'yes', version: 1, repeated: false },
    })
    expect(again).toEqual({ ok: true, value: { ...(first.ok && first.value), repeated: true } })
    expect(first.ok && first.value.receipt).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{2}$/)
    expect(await db.select().from(openVotes)).toHaveLength(1)
    expect(
      await myVote(services, seat('residents-1'), { meetingId: MEETING, ballotId }),
    ).toEqual(first.ok && first.value)
  })

  test('[L12] an open vote may be changed until the close, and the old key changes nothing any more', async ({
    services,
  }) => {
    const room = await openMeeting(services)
    const ballotId = await room.openBallot(DECIDE, 'open')
    const voter = seat('residents-1')
    await vote(services, voter, ballotId, 'yes', 'key-first')
    expect(await vote(services, voter, ballotId, 'no', 'key-second')).toMatchObject({
      ok: true,
      value: { choice: 'no', version: 2, repeated: false },
    })
    expect(await vote(services, voter, ballotId, 'yes', 'key-first')).toMatchObject({
      ok: true,
      value: { choice: 'no', version: 2, repeated: true },
    })
    await room.must(CHAIR, { type: 'close-ballot', ballotId })
    expect((await room.state()).ballot?.verdict?.counts.heads).toMatchObject({
      yes: '0',
      no: '1',
    })
  })

  test('[L13] a secret vote stands: another one is refused and shown which stands', async ({
    services,
  }) => {
    const room = await openMeeting(services)
    const ballotId = await room.openBallot(DECIDE, 'secret')
    const voter = seat('residents-1')
    const first = await vote(services, voter, ballotId, 'yes', 'key-first')
    const other = await vote(services, voter, ballotId, 'no', 'key-second')
    expect(first).toMatchObject({ ok: true, value: { choice: null } })
    expect(other).toMatchObject({
      ok: false,
      refusal: {
        code: 'already-voted',
        standing: { receipt: first.ok && first.value.receipt, choice: null },
      },
    })
  })

  test('[L14] whoever may not vote is told why', async ({ services }) => {
    const room = await openMeeting(services)
    await room.must(CONVENER, {
      type: 'set-absent',
      seatId: seatId('residents-2'),
      reason: '先走了',
    })
    const ballotId = await room.openBallot(DECIDE, 'open')
    const none = 'no-such-ballot-here' as BallotId
    const cases = [
      [seat('residents-2'), ballotId, 'not-checked-in'],
      [seat('residents-1'), none, 'no-such-ballot'],
      [{ ...seat('residents-1'), seatId: 'somebody' }, ballotId, 'not-on-roll'],
      [seat('residents-1', 'elsewhere'), ballotId, 'no-such-meeting'],
    ] as const
    for (const [viewer, id, code] of cases) {
      expect(await vote(services, viewer, id, 'yes', 'key-00001')).toEqual({
        ok: false,
        refusal: { code },
      })
    }
    await room.must(CHAIR, { type: 'close-ballot', ballotId })
    expect(await vote(services, seat('residents-1'), ballotId, 'yes', 'key-00001')).toEqual({
      ok: false,
      refusal: { code: 'ballot-closed' },
    })
  })

  test('[L15] a vote whose answer was lost is found after the close, and after its voter has left', async ({
    services,
  }) => {
    const room = await openMeeting(services)
    const ballotId = await room.openBallot(DECIDE, 'open')
    await vote(services, seat('residents-1'), ballotId, 'yes', 'key-00001')
    const gone = {
      type: 'set-absent',
      seatId: seatId('residents-1'),
      reason: '先走了',
    } as const
    await room.must(CONVENER, gone)
    const again = () => vote(services, seat('residents-1'), ballotId, 'yes', 'key-00001')
    expect(await again()).toMatchObject({ ok: true, value: { repeated: true } })
    await room.must(CHAIR, { type: 'close-ballot', ballotId })
    expect(await again()).toMatchObject({ ok: true, value: { repeated: true } })
    expect((await room.state()).ballot?.verdict?.counts.heads).toMatchObject({
      yes: '1',
      present: '6',
    })
  })

  test('[V4] twenty votes of one elector at once are one vote', async ({ services, db }) => {
    const room = await openMeeting(services)
    const ballotId = await room.openBallot(DECIDE, 'secret')
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        vote(services, seat('residents-1'), ballotId, 'yes', `key-${index}-at-once`),
      ),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await db.select().from(secretPapers)).toHaveLength(1)
    expect(await db.select().from(secretTurnout)).toHaveLength(1)
  })

  test('[L16] votes race the close: what was acknowledged is in the verdict, and nothing else', async ({
    services,
    db,
  }) => {
    const residents = 24
    const room = await openMeeting(services, { residents })
    const ballotId = await room.openBallot(DECIDE, 'open')
    const voters = Array.from({ length: residents }, (_, index) =>
      seat(`residents-${index + 1}`),
    )
    const answers = Promise.all(
      voters.map(async (voter, index) => {
        // Spread over turns of the loop, so that some come before the close, some with it, some after.
        for (let turn = 0; turn < index * 3; turn += 1) await new Promise(setImmediate)
        return vote(services, voter, ballotId, 'yes', `race-key-${index}`)
      }),
    )
    const closed = room.must(CHAIR, { type: 'close-ballot', ballotId })
    await closed
    const inVerdict = (await room.state()).ballot?.verdict?.counts.heads?.participating
    const acked = (await answers).filter((answer) => answer.ok).length
    expect(Number(inVerdict)).toBe(acked)
    expect(await db.select().from(openVotes)).toHaveLength(acked)
    for (const answer of await answers) {
      if (!answer.ok) expect(answer.refusal.code).toBe('ballot-closed')
    }
  })

  test('[L17] one vote the database cannot take does not cost the others theirs', async ({
    services,
  }) => {
    const room = await openMeeting(services, { residents: 12 })
    const ballotId = await room.openBallot(DECIDE, 'open')
    const answers = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) =>
        vote(
          services,
          seat(`residents-${index + 1}`),
          ballotId,
          'yes',
          index === 5 ? 'poison-\u0000-key' : `good-key-${index}`,
        ),
      ),
    )
    expect(answers.filter((each) => each.status === 'rejected')).toHaveLength(1)
    expect(answers.filter((each) => each.status === 'fulfilled' && each.value.ok)).toHaveLength(
      11,
    )
  })

  /** The database says `code` of one voter's row: every time, or the first time only. */
  async function poison(services: Services, code: string, often: 'always' | 'once') {
    const { query } = services.database
    await query('create sequence poison_tries', [])
    await query(
      `create function poison() returns trigger language plpgsql as $$ begin
         if new.key = 'poison-key' and (nextval('poison_tries') = 1 or ${String(often === 'always')})
         then raise exception 'poison' using errcode = '${code}'; end if;
         return new;
       end $$`,
      [],
    )
    await query(
      'create trigger poison before insert on open_vote for each row execute function poison()',
      [],
    )
    return async () => {
      await query('drop function poison cascade', [])
      await query('drop sequence poison_tries', [])
    }
  }
  const castByTwelve = (services: Services, ballotId: BallotId) =>
    Promise.allSettled(
      Array.from({ length: 12 }, (_, index) => {
        const key = index === 5 ? 'poison-key' : `good-key-${index}`
        return vote(services, seat(`residents-${index + 1}`), ballotId, 'yes', key)
      }),
    )

  test.for(['22001', '22P02', '23503', '23514', '54000'])(
    '[L17] the database says %s of one of twelve: eleven are recorded',
    async (code, { services }) => {
      const room = await openMeeting(services, { residents: 12 })
      const ballotId = await room.openBallot(DECIDE, 'open')
      const heal = await poison(services, code, 'always')
      const answers = await castByTwelve(services, ballotId)
      await heal()
      const recorded = answers.filter((each) => each.status === 'fulfilled' && each.value.ok)
      expect(recorded).toHaveLength(11)
      expect(answers[5]?.status).toBe('rejected')
    },
  )

  test.for(['40001', '40P01', '53300', '55P03', '57014', '57P01'])(
    '[L17] the database says %s once: all twelve are recorded, each once',
    async (code, { services }) => {
      const room = await openMeeting(services, { residents: 12 })
      const ballotId = await room.openBallot(DECIDE, 'open')
      const heal = await poison(services, code, 'once')
      const answers = await castByTwelve(services, ballotId)
      await heal()
      for (const answer of answers)
        expect(answer).toMatchObject({ status: 'fulfilled', value: { ok: true } })
      const [counted] = await services.database.query<{ votes: number }>(
        'select count(*)::int as votes from open_vote where ballot_id = $1',
        [ballotId],
      )
      expect(counted?.votes).toBe(12)
    },
  )

  test('[L40] no vote without its ballot, and no ballot with votes goes', async ({
    services,
  }) => {
    const room = await openMeeting(services)
    const ballotId = await room.openBallot(DECIDE, 'open')
    await vote(services, seat('residents-1'), ballotId, 'yes', 'key-00001')
    const { query } = services.database
    for (const statement of [
      `insert into open_vote (ballot_id, elector_id, choice, key, receipt, origin, cast_at)
       values ('no-such-ballot', 'e', 'yes', 'k', 'r', 'phone', now()), ('${ballotId}', 'e', 'yes', 'k', 'r', 'phone', now())`,
      `insert into secret_turnout (ballot_id, elector_id, key, receipt, origin, cast_at)
       values ('no-such-ballot', 'e', 'k', 'r', 'phone', now())`,
      "insert into secret_paper (ballot_id, paper_id, choice) values ('no-such-ballot', 'p', 'yes')",
      `delete from ballot where id = '${ballotId}'`,
    ]) {
      await expect(query(statement, []), statement).rejects.toMatchObject({ code: '23503' })
    }
    const rows = await query('select elector_id from open_vote', [])
    expect(rows).toEqual([{ elector_id: seatId('residents-1') }])
  })

  test('[L19] everybody is told how many have voted, and nobody what', async ({ services }) => {
    const room = await openMeeting(services)
    const ballotId = await room.openBallot(DECIDE, 'open')
    const told = new Promise((resolve) => {
      services.feed.subscribe((notice) => {
        if (notice.type === 'turnout') resolve(notice)
      })
    })
    await vote(services, seat('residents-1'), ballotId, 'no', 'key-00001')
    expect(await told).toEqual({
      type: 'turnout',
      meetingId: MEETING,
      turnout: { ballotId, cast: 1, version: 1 },
    })
  })

  test('[L20] a void ballot takes no votes and decides nothing', async ({ services }) => {
    const room = await openMeeting(services)
    const ballotId = await room.openBallot(DECIDE, 'open')
    await room.must(CHAIR, { type: 'void-ballot', ballotId, reason: '题目有误' })
    expect(
      await vote(services, seat('residents-1'), ballotId, 'yes', 'key-00001'),
    ).toMatchObject({ refusal: { code: 'ballot-closed' } })
    const next = await room.openBallot(DECIDE_LATER, 'open')
    expect(await vote(services, seat('residents-1'), next, 'yes', 'key-00002')).toMatchObject({
      ok: true,
    })
  })
})
