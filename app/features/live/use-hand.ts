import { useCallback, useEffect, useState } from 'react'
import type { Stance, TurnKind } from '#app/domain/meetings/meeting.ts'
import { useLive, useLiveStore, useMeetingId } from './live-context.tsx'
import { makeKey } from './make-key.ts'
import { fateOfHand, type PendingHand } from './pending-hand.ts'
import { recall, remember } from './session-memory.ts'
import type { Trouble } from './trouble.tsx'

export type Hand = {
  raise: (stance: Stance, kind?: TurnKind) => void
  /** A hand that waits for the connection, or for the answer. */
  pending: PendingHand | null
  forget: () => void
  trouble: Trouble | 'item-over' | null
}

/** My hand, also while there is no connection: it waits here and goes once. */
export function useHand(): Hand {
  const store = useLiveStore()
  const meetingId = useMeetingId()
  const view = useLive()
  const { seatId } = view.me
  const place = `hand:${meetingId}:${seatId ?? ''}`
  const [pending, setPending] = useState<PendingHand | null>(null)
  const [trouble, setTrouble] = useState<Hand['trouble']>(null)

  const keep = useCallback(
    (hand: PendingHand | null) => {
      setPending(hand)
      remember(place, hand)
    },
    [place],
  )

  useEffect(() => {
    const found = recall(place) as PendingHand | null
    if (found?.key && found.seatId === seatId) setPending({ ...found, stage: 'waiting' })
  }, [place, seatId])

  const send = useCallback(
    async (hand: PendingHand) => {
      keep({ ...hand, stage: 'sending' })
      const answer = await store.ask('meeting:command', {
        meetingId,
        key: hand.key,
        command: {
          type: 'raise-hand',
          seatId: hand.seatId,
          stance: hand.stance,
          kind: hand.kind,
        },
      })
      if (!answer) return keep({ ...hand, stage: 'waiting' })
      keep(null)
      if (!answer.ok && answer.refusal.code !== 'hand-already-raised')
        setTrouble(answer.refusal)
    },
    [keep, meetingId, store],
  )

  useEffect(() => {
    if (pending?.stage !== 'waiting' || view.link !== 'live') return
    const fate = fateOfHand(pending, view.meeting)
    if (fate === 'keep') return void send(pending)
    keep(null)
    if (fate === 'item-over') setTrouble('item-over')
  }, [pending, view.link, view.meeting, keep, send])

  return {
    pending,
    trouble,
    forget: () => keep(null),
    raise(stance, kind) {
      const itemId = view.meeting.currentItemId
      if (!seatId || !itemId || pending) return
      setTrouble(null)
      keep({ key: makeKey(), seatId, stance, kind, itemId, stage: 'waiting' })
    },
  }
}
