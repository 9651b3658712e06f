import { useEffect, useState } from 'react'
import { serverTime } from '#app/ui/clock.ts'
import type { LiveAnswers } from '#app/live/contract.ts'
import { useLive, useLiveStore, useMeetingId } from './live-context.tsx'

/** The hall's six digits and where they lead, asked for again each time they change. */
export function useHallCode(wanted: boolean): LiveAnswers['checkin:code'] | null {
  const store = useLiveStore()
  const meetingId = useMeetingId()
  const { link, offsetMs } = useLive()
  const [code, setCode] = useState<LiveAnswers['checkin:code'] | null>(null)
  useEffect(() => {
    if (!wanted || link !== 'live') return
    let timer: ReturnType<typeof setTimeout>
    let left = false
    const ask = async () => {
      const answer = await store.ask('checkin:code', { meetingId })
      if (left) return
      if (answer?.ok) setCode(answer.value)
      const wait = answer?.ok ? answer.value.changesAt - serverTime(offsetMs) : 5000
      // A little late rather than a little early: the code before is still taken.
      timer = setTimeout(() => void ask(), Math.max(1000, wait) + 300)
    }
    void ask()
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [wanted, link, offsetMs, store, meetingId])
  return wanted ? code : null
}
