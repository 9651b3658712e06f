import { expect } from 'vitest'
import { draftMinutes } from '#app/domain/records/draft-minutes.ts'
import type { BallotId } from '#app/domain/shared/ids.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { openVotes } from '#db/schema/ballots.ts'
import { assistedVotes } from '#db/schema/room.ts'
import {
  CHAIR,
  CONVENER,
  DECIDE,
  DECIDE_LATER,
  MEETING,
  openMeeting,
  RECORDER,
  seat,
  seatId,
} from '#tests/helpers/meeting-setting.ts'
import { describeEachDatabase } from '#tests/helpers/test-database.ts'
import { castAssistedVote } from './cast-assisted-vote.server.ts'
import { castVote } from './cast-vote.server.ts'
import { countAssisted } from './count-assisted.server.ts'
import { getBallotRecord } from './get-ballot-record.server.ts'
import type { VoteAnswer } from './cast-votes.server.ts'
import type { VoteWriter } from './vote-writer.server.ts'

const ELDER = seatId('residents-1')

async function voting(services: Services, secrecy: 'open' | 'secret' = 'open') {
  const room = await openMeeting(services)
  const ballotId = await room.openBallot(DECIDE, secrecy)
  const asked = {
    ...{
      meetingId: MEETING,
      ballotId,
      seatId: ELDER,
      key: 'assisted-key-1',
      witness: '黄建国',
    },
    choice: 'yes' as const,
  }
  return { room, ballotId, asked }
}

describeEachDatabase('a vote that staff enter for somebody', (test) => {
  test('[L32] counts once, is marked as assisted, and keeps who helped and who watched', async ({
    services,
    db,
  }) => {
    const { asked } = await voting(services)
    const first = await castAssistedVote(services, CONVENER, asked)
    expect(first).toMatchObject({ ok: true, value: { choice: 'yes', repeated: false } })
    expect(await castAssistedVote(services, CONVENER, asked)).toMatchObject({
      ok: true,
      value: { repeated: true },
    })
    expect(await db.select().from(openVotes)).toMatchObject([
      { electorId: ELDER, origin: 'assisted', choice: 'yes' },
    ])
    expect(await db.select().from(assistedVotes)).toMatchObject([
      { electorId: ELDER, staffId: CONVENER.personId, witness: '黄建国' },
    ])
  })

  test('[L32] needs a witness who is somebody else', async ({ services, db }) => {
    const { asked } = await voting(services)
    for (const witness of ['', '  ', CONVENER.name]) {
      expect(await castAssistedVote(services, CONVENER, { ...asked, witness })).toEqual({
        ok: false,
        refusal: { code: 'witness-missing' },
      })
    }
    expect(await db.select().from(openVotes)).toEqual([])
  })

  test('[L32] is not the chair’s to enter, nor a neighbour’s', async ({ services }) => {
    const { asked } = await voting(services)
    expect(await castAssistedVote(services, CHAIR, asked)).toMatchObject({
      refusal: { code: 'chair-is-neutral' },
    })
    expect(await castAssistedVote(services, seat('residents-2'), asked)).toMatchObject({
      refusal: { code: 'not-yours-to-do' },
    })
    const stranger = { ...CONVENER, communityIds: [] }
    expect(await castAssistedVote(services, stranger, asked)).toMatchObject({
      refusal: { code: 'no-such-meeting' },
    })
  })

  test('[L32] never replaces the vote its voter cast, and leaves no witness behind', async ({
    services,
    db,
  }) => {
    const { asked, ballotId } = await voting(services)
    await castVote(services, seat('residents-1'), {
      ...{ meetingId: MEETING, ballotId, key: 'own-vote-key-1' },
      ...{ choice: 'no', origin: 'phone' },
    })
    expect(await castAssistedVote(services, CONVENER, asked)).toMatchObject({
      refusal: { code: 'already-voted' },
    })
    expect(await db.select().from(openVotes)).toMatchObject([{ choice: 'no', origin: 'phone' }])
    expect(await db.select().from(assistedVotes)).toEqual([])
  })

  test('[L32] never replaces one its voter casts while staff are entering theirs', async ({
    services,
    db,
  }) => {
    const { asked, ballotId } = await voting(services)
    const { votes } = services
    const cast: VoteWriter['cast'] = async (theirs) => {
      await castVote(services, seat('residents-1'), {
        ...{ meetingId: MEETING, ballotId, key: 'own-vote-key-1' },
        ...{ choice: 'no', origin: 'phone' },
      })
      return votes.cast(theirs)
    }
    expect(
      await castAssistedVote({ ...services, votes: { ...votes, cast } }, CONVENER, asked),
    ).toMatchObject({ refusal: { code: 'already-voted', standing: { choice: 'no' } } })
    expect(await db.select().from(openVotes)).toMatchObject([
      { choice: 'no', origin: 'phone', version: 1 },
    ])
    expect(await db.select().from(assistedVotes)).toEqual([])
  })

  test('[L32] is refused after the close, and for whoever is not here', async ({
    services,
    db,
  }) => {
    const { asked, room, ballotId } = await voting(services)
    await room.must(CONVENER, { type: 'set-absent', seatId: ELDER, reason: '走了' })
    expect(await castAssistedVote(services, CONVENER, asked)).toMatchObject({
      refusal: { code: 'not-checked-in' },
    })
    const other = { ...asked, seatId: seatId('residents-2') }
    await room.must(CHAIR, { type: 'close-ballot', ballotId })
    expect(await castAssistedVote(services, CONVENER, other)).toMatchObject({
      refusal: { code: 'ballot-closed' },
    })
    expect(await db.select().from(assistedVotes)).toEqual([])
  })

  for (const counts of ['first', 'second'] as const) {
    test(`[L32] entered by two at once, keeps the witness of the ${counts}, whose entry counts`, async ({
      services,
      db,
    }) => {
      // Secret, where the first vote is the last word.
      const { asked } = await voting(services, 'secret')
      const { votes } = services
      // The second comes when the first has written down its witness, and before any vote is in.
      const cast: VoteWriter['cast'] = async (mine) => {
        let early: VoteAnswer | null = null
        const between: VoteWriter['cast'] = async (theirs) => {
          if (counts === 'first') early = await votes.cast(mine)
          return votes.cast(theirs)
        }
        const second = await castAssistedVote(
          { ...services, votes: { ...votes, cast: between } },
          RECORDER,
          { ...asked, key: 'assisted-key-2', witness: '陈秀英' },
        )
        expect(second.ok).toBe(counts === 'second')
        return early ?? votes.cast(mine)
      }
      const first = await castAssistedVote(
        { ...services, votes: { ...votes, cast } },
        CONVENER,
        asked,
      )
      expect(first.ok).toBe(counts === 'first')
      expect(await db.select().from(assistedVotes)).toMatchObject([
        counts === 'first'
          ? { staffId: CONVENER.personId, witness: '黄建国' }
          : { staffId: RECORDER.personId, witness: '陈秀英' },
      ])
    })
  }

  for (const secrecy of ['open', 'secret'] as const) {
    test(`[L32] how many there were is told at the close of a ${secrecy} ballot, and whose nowhere`, async ({
      services,
      db,
    }) => {
      const { asked, room, ballotId } = await voting(services, secrecy)
      expect(await countAssisted(db, ballotId)).toBe(0)
      await castAssistedVote(services, CONVENER, asked)
      await castVote(services, seat('residents-2'), {
        ...{ meetingId: MEETING, ballotId, key: 'own-vote-key-2' },
        ...{ choice: 'no', origin: 'phone' },
      })
      expect(await countAssisted(db, ballotId)).toBe(1)
      await room.must(CHAIR, { type: 'close-ballot', ballotId })
      const { events, state } = await room.log()
      expect(state.ballot).toMatchObject({ assisted: 1 })
      const closed = events.find(({ event }) => event.type === 'ballot-closed')
      expect(closed?.event).toMatchObject({ assisted: 1 })
      expect(JSON.stringify(closed)).not.toContain(ELDER)
      expect(JSON.stringify(events)).not.toContain('黄建国')
      expect(draftMinutes(state, events, null).items[1]?.ballot).toMatchObject({ assisted: 1 })
    })
  }

  test('[L32] the record that anybody may count again says that there were some, and of five or more how many', async ({
    services,
    db,
  }) => {
    const room = await openMeeting(services, { residents: 12 })
    const help = async (ballotId: BallotId, numbers: readonly number[]) => {
      for (const number of numbers) {
        const cast = await castAssistedVote(services, CONVENER, {
          ...{ meetingId: MEETING, ballotId, seatId: seatId(`residents-${number}`) },
          ...{ choice: 'yes', key: `assisted-key-${number}`, witness: '黄建国' },
        })
        expect(cast.ok).toBe(true)
      }
      await room.must(CHAIR, { type: 'close-ballot', ballotId })
      return (await getBallotRecord({ db }, ballotId))?.about?.assisted
    }
    expect(await help(await room.openBallot(DECIDE, 'open'), [1])).toBe('few')
    await room.must(CHAIR, { type: 'end-item' })
    expect(await help(await room.openBallot(DECIDE_LATER, 'open'), [1, 2, 3, 4, 5])).toBe(5)
  })

  test('[L32] a ballot in which nobody was helped says nothing of it', async ({ services }) => {
    const { room, ballotId } = await voting(services)
    await room.must(CHAIR, { type: 'close-ballot', ballotId })
    expect((await room.state()).ballot).not.toHaveProperty('assisted')
  })
})
