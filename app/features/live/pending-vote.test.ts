import { describe, expect, test } from 'vitest'
import type { BallotId } from '#app/domain/shared/ids.ts'
import type { VoteReceipt } from '#app/domain/voting/vote-receipt.ts'
import {
  ASK_AGAIN_AFTER_MS,
  confirmVote,
  fateOfVote,
  voteAgain,
  voteAnswered,
  voteFound,
  voteToSend,
  voteUnanswered,
} from './pending-vote.ts'

const NOW = Date.parse('2026-11-26T12:13:42Z')
const vote = confirmVote(
  { ballotId: 'b1' as BallotId, choice: 'yes', key: 'k'.repeat(32) },
  NOW,
)
const receipt: VoteReceipt = {
  ballotId: vote.ballotId,
  receipt: '7K4Q-19',
  castAt: NOW,
  choice: 'yes',
  version: 1,
  repeated: false,
}

describe('a confirmed vote', () => {
  test('without an answer it goes again by itself, with the same key', () => {
    const waiting = voteUnanswered(vote, NOW + 8000)
    expect(waiting.stage).toBe('waiting')
    expect(voteToSend(waiting, NOW + 9000)).toEqual(vote)
  })

  test('is not sent twice at once', () => {
    expect(voteToSend(vote, NOW)).toBeNull()
  })

  test('after a minute it asks first, and a yes sends the same key', () => {
    const asking = voteUnanswered(vote, NOW + ASK_AGAIN_AFTER_MS)
    expect(asking.stage).toBe('asking')
    expect(voteToSend(asking, NOW + ASK_AGAIN_AFTER_MS)).toBeNull()
    expect(voteAgain(asking, NOW + ASK_AGAIN_AFTER_MS)).toMatchObject({
      stage: 'sending',
      key: vote.key,
      choice: 'yes',
    })
  })

  test('one that waited out a minute without a connection is not sent when it is back', () => {
    const waiting = voteUnanswered(vote, NOW + 1000)
    expect(voteToSend(waiting, NOW + ASK_AGAIN_AFTER_MS)).toBeNull()
  })

  test('after a reload it asks first, however young it is', () => {
    expect(voteFound(vote).stage).toBe('asking')
  })

  test('is recorded once the server says so', () => {
    expect(voteAnswered(vote, { ok: true, value: receipt })).toEqual({
      kind: 'recorded',
      receipt,
    })
  })

  test.each(['busy', 'too-fast', 'internal', 'not-recorded', 'vote-unconfirmed'] as const)(
    '%s is no answer about the vote',
    (code) => {
      expect(voteAnswered(vote, { ok: false, refusal: { code } })).toMatchObject({
        kind: 'pending',
        vote: { stage: 'waiting', key: vote.key },
      })
    },
  )

  test.each(['ballot-closed', 'not-checked-in', 'already-voted'] as const)(
    '%s ends it, with words',
    (code) => {
      expect(voteAnswered(vote, { ok: false, refusal: { code } })).toEqual({
        kind: 'refused',
        refusal: { code },
      })
    },
  )

  describe('[L28] while it asks whether to go again', () => {
    const asking = voteFound(vote)
    const other = { ...receipt, choice: 'no' as const }
    const secret = { ...receipt, choice: null }

    test.each([
      ['nobody was asked yet', undefined, false, 'keep'],
      ['nobody was asked yet, and it is over', undefined, true, 'keep'],
      ['nothing is recorded and the ballot is open', null, false, 'keep'],
      ['nothing is recorded and the ballot has closed', null, true, 'too-late'],
      ['it is recorded', receipt, false, 'settled'],
      ['it is recorded, and the ballot has closed', receipt, true, 'settled'],
      ['a secret one is recorded, whatever it was', secret, false, 'settled'],
      ['an earlier choice is recorded and may be changed', other, false, 'keep'],
      ['an earlier choice is recorded and stays', other, true, 'too-late'],
    ] as const)('%s', (_why, recorded, isClosed, fate) => {
      expect(fateOfVote(asking, recorded, isClosed)).toBe(fate)
    })

    test('one that is still on its way is left alone', () => {
      expect(fateOfVote(vote, null, true)).toBe('keep')
      expect(fateOfVote({ ...vote, stage: 'waiting' }, null, true)).toBe('keep')
    })
  })
})
