import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { clockLeft } from '#app/domain/meetings/clock.ts'
import { bellAt } from '#app/features/live/bell-stage.ts'
import { useLive, useServerNow } from '#app/features/live/live-context.tsx'

const BUZZ = { soon: [150], over: [150, 100, 150] } as const

/** To whoever has the floor: that their time is nearly up, and that it is. Said once each, and felt. */
export function TurnNote({ before }: { /** What stands there until then. */ before: string }) {
  const { t } = useTranslation('live')
  const { meeting } = useLive()
  const now = useServerNow()
  const { floor, rules, pausedAt } = meeting
  const stage = floor
    ? bellAt(clockLeft(floor.clock, pausedAt, now), rules.warnSeconds * 1000)
    : null
  const felt = useRef(stage)
  useEffect(() => {
    if (stage && stage !== felt.current) navigator.vibrate?.([...BUZZ[stage]])
    felt.current = stage
  }, [stage])
  return (
    <span role="status" {...(stage && { className: 'b', style: { color: 'var(--amber-t)' } })}>
      {stage ? t(`hand.bell.${stage}`, { count: rules.warnSeconds }) : before}
    </span>
  )
}
