import { useCallback, useEffect, useRef, useState } from 'react'
import type { BallotState } from '#app/domain/meetings/meeting-state.ts'
import type { Mark } from '#app/domain/voting/mark.ts'
import type { VoteReceipt } from '#app/domain/voting/vote-receipt.ts'
import { serverTime } from '#app/ui/clock.ts'
import { useLive, useLiveStore, useMeetingId } from './live-context.tsx'
import { makeKey } from './make-key.ts'
import {
  confirmVote,
  fateOfVote,
  voteAgain,
  voteAnswered,
  voteFound,
  voteToSend,
  voteUnanswered,
  type PendingVote,
} from './pending-vote.ts'
import { hearOtherTabs, tellOtherTabs } from './other-tabs.ts'
import { recall, remember } from './session-memory.ts'
import type { Trouble } from './trouble.tsx'

/** How long a vote that got no answer waits before it goes again; ms. */
const SEND_AGAIN_AFTER_MS = 1500

export type MyVote = {
  /** What the server has recorded for me; `undefined` until it has been asked. */
  receipt: VoteReceipt | null | undefined
  pending: PendingVote | null
  trouble: Trouble | null
  cast: (choice: Mark) => void
  /** The answer to "send it again?". */
  again: () => void
  giveUp: () => void
}

/**
 * My vote in one ballot. Once confirmed it keeps going with the same key while
 * the page is open; after a reload, or a minute, it asks first.
 *
 * @param known - what the page's loader already knew.
 */
export function useVote(ballot: BallotState, known: VoteReceipt | null | undefined): MyVote {
  const { ballotId } = ballot
  const store = useLiveStore()
  const meetingId = useMeetingId()
  const { link, offsetMs, me } = useLive()
  const place = `vote:${ballotId}:${me.seatId ?? ''}`
  const [receipt, setReceipt] = useState(known)
  const [asked, setAsked] = useState<string | null>(null)
  const [pending, setPending] = useState<PendingVote | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const offset = useRef(offsetMs)
  offset.current = offsetMs

  const keep = useCallback(
    (vote: PendingVote | null) => {
      setPending(vote)
      remember(place, vote)
    },
    [place],
  )

  useEffect(() => {
    const found = recall(place) as PendingVote | null
    if (found?.key && found.ballotId === ballotId) setPending(voteFound(found))
  }, [place, ballotId])

  // What is recorded settles it: a vote whose answer got lost is not asked about again.
  // Asked anew after the close, since only then is "nothing recorded" the last word.
  const isClosed = ballot.closedAt !== null
  const question = isClosed ? 'closed' : 'open'
  useEffect(() => {
    if (link !== 'live') return setAsked(null)
    let left = false
    void store.ask('ballot:mine', { meetingId, ballotId }).then((answer) => {
      if (left || !answer?.ok) return
      setReceipt(answer.value)
      setAsked(question)
    })
    return () => {
      left = true
    }
  }, [link, question, store, meetingId, ballotId])

  // A reloaded page that finds its vote recorded has nothing left to ask; one
  // that comes back after the close says that it was too late.
  useEffect(() => {
    if (!pending || link !== 'live') return
    const fate = fateOfVote(pending, asked === question ? receipt : undefined, isClosed)
    if (fate === 'keep') return
    keep(null)
    if (fate === 'too-late') setTrouble({ code: 'ballot-closed' })
  }, [pending, receipt, asked, question, isClosed, link, keep])

  // Another tab of the same person has voted, or a phone lay in a pocket meanwhile.
  useEffect(() => hearOtherTabs(place, (told) => setReceipt(told)), [place])

  const send = useCallback(
    async (vote: PendingVote) => {
      keep(vote)
      const { choice, key } = vote
      const answer = await store.ask('ballot:cast', { meetingId, ballotId, choice, key })
      if (!answer) return keep(voteUnanswered(vote, serverTime(offset.current)))
      const outcome = voteAnswered(vote, answer)
      if (outcome.kind === 'pending') return keep(outcome.vote)
      keep(null)
      if (outcome.kind === 'recorded') {
        tellOtherTabs(place, outcome.receipt)
        return setReceipt(outcome.receipt)
      }
      if (outcome.refusal.standing) setReceipt(outcome.refusal.standing)
      setTrouble(outcome.refusal)
    },
    [ballotId, keep, meetingId, place, store],
  )

  useEffect(() => {
    if (pending?.stage !== 'waiting' || link !== 'live') return
    const timer = setTimeout(() => {
      const now = serverTime(offset.current)
      const next = voteToSend(pending, now)
      if (next) void send(next)
      else keep(voteUnanswered(pending, now))
    }, SEND_AGAIN_AFTER_MS)
    return () => clearTimeout(timer)
  }, [pending, link, send, keep])

  return {
    receipt,
    pending,
    trouble,
    cast(choice) {
      setTrouble(null)
      const key = makeKey()
      void send(confirmVote({ ballotId, choice, key }, serverTime(offsetMs)))
    },
    again() {
      if (pending) void send(voteAgain(pending, serverTime(offsetMs)))
    },
    giveUp: () => keep(null),
  }
}
