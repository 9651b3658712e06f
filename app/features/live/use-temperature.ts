import { useCallback, useEffect, useRef, useState } from 'react'
import type {
  Colour,
  TemperatureAnswer,
  TemperatureCheck,
} from '#app/domain/meetings/temperature.ts'
import { useLive, useLiveStore, useMeetingId } from './live-context.tsx'
import { makeKey } from './make-key.ts'
import type { Trouble } from './trouble.tsx'

/** How many have answered is asked for again after so long; it is not pushed, so that no answer can be timed. */
const LOOK_AGAIN_AFTER_MS = 4000

export type MyTemperature = TemperatureAnswer & {
  answer: (colour: Colour) => void
  busy: boolean
  trouble: Trouble | null
}

/** A look at how the room feels: whether I have answered, and how many have, from five on. */
export function useTemperature(check: TemperatureCheck): MyTemperature {
  const { checkId, closedAt } = check
  const store = useLiveStore()
  const meetingId = useMeetingId()
  const { link } = useLive()
  const [known, setKnown] = useState<TemperatureAnswer>({ answered: false, answers: null })
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  // The same press again, after no answer came, is the same decision.
  const key = useRef<{ colour: Colour; key: string } | null>(null)

  useEffect(() => {
    if (link !== 'live' || closedAt !== null) return
    let left = false
    let timer: ReturnType<typeof setTimeout>
    const look = async () => {
      const answer = await store.ask('temperature:look', { meetingId, checkId })
      if (left) return
      if (answer?.ok) setKnown(answer.value)
      timer = setTimeout(() => void look(), LOOK_AGAIN_AFTER_MS)
    }
    void look()
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [store, meetingId, checkId, link, closedAt])

  const send = useCallback(
    async (colour: Colour) => {
      if (key.current?.colour !== colour) key.current = { colour, key: makeKey() }
      setBusy(true)
      setTrouble(null)
      const answer = await store.ask('temperature:answer', {
        meetingId,
        checkId,
        colour,
        key: key.current.key,
      })
      setBusy(false)
      if (!answer) return setTrouble({ code: 'no-answer' })
      if (answer.ok) return setKnown(answer.value)
      if (answer.refusal.code === 'already-answered') {
        return setKnown((before) => ({ ...before, answered: true }))
      }
      setTrouble(answer.refusal)
    },
    [store, meetingId, checkId],
  )

  return { ...known, answer: (colour) => void send(colour), busy, trouble }
}
