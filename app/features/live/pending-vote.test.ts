import { describe, expect, test } from 'vitest'
import type { BallotId } from '#app/domain/shared/ids.ts'
import type { VoteReceipt } from '#app/domain/voting/vote-receipt.ts'
import {
  ASK_AGAIN_AFTER_MS,
  confirmVote,
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

  test.each(['busy', 'too-fast', 'internal'] as const)(
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
})
