import { IconTemperature } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { COLOURS, FEWEST_ANSWERS } from '#app/domain/meetings/temperature.ts'
import type { TemperatureCheck } from '#app/domain/meetings/temperature.ts'
import { useLive, useLiveStore, useMeetingId } from '#app/features/live/live-context.tsx'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import { useAct } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useRole } from './use-role.ts'
import css from './console.module.css'

/** How often the console asks how many have answered; ms. */
const LOOK_EVERY_MS = 3000

/** The look at the room that is running, else the last one on this item. */
export function TemperaturePanel() {
  const { meeting } = useLive()
  const { temperature } = meeting
  const last = meeting.pastTemperatures.at(-1)
  if (temperature) return <Running check={temperature} />
  return last && last.itemId === meeting.currentItemId ? <Counted check={last} /> : null
}

function Running({ check }: { check: TemperatureCheck }) {
  const { t } = useTranslation('console')
  const { isChair } = useRole()
  const act = useAct()
  const answers = useAnswers(check.checkId)
  return (
    <section className={css.motion} role="status">
      <h2>
        <Icon of={IconTemperature} /> {t('temperature.running')}
      </h2>
      <p className="b">{check.question}</p>
      <p className="sm ink2">
        {answers === null
          ? t('temperature.few', { count: FEWEST_ANSWERS })
          : t('temperature.answered', { count: answers })}
      </p>
      <TroubleNote trouble={act.trouble} />
      {isChair && (
        <Button
          size="small"
          look="primary"
          busy={act.busy !== null}
          onClick={() => void act.act({ type: 'close-temperature', checkId: check.checkId })}
        >
          {t('temperature.close')}
        </Button>
      )}
    </section>
  )
}

function Counted({ check }: { check: TemperatureCheck }) {
  const { t } = useTranslation('console')
  const { counts } = check
  const all = counts ? counts.green + counts.yellow + counts.red : 0
  return (
    <section className={css.motion}>
      <h2>
        <Icon of={IconTemperature} /> {t('temperature.result')}
      </h2>
      <p className="b">{check.question}</p>
      {counts ? (
        <ul className={css.colours}>
          {COLOURS.map((colour) => (
            <li key={colour}>
              <span className={css[colour]} aria-hidden="true" />
              <span className="grow">{t(`temperature.${colour}`)}</span>
              <b className="b">{t('temperature.of', { count: counts[colour], of: all })}</b>
            </li>
          ))}
        </ul>
      ) : (
        <p className="sm ink2">{t('temperature.tooFew', { count: FEWEST_ANSWERS })}</p>
      )}
      <p className="xs muted">{t('temperature.noVote')}</p>
    </section>
  )
}

/** How many have answered; null below five, and before the first answer from the server. */
function useAnswers(checkId: string): number | null {
  const store = useLiveStore()
  const meetingId = useMeetingId()
  const [answers, setAnswers] = useState<number | null>(null)
  useEffect(() => {
    let stopped = false
    const look = async () => {
      const answer = await store.ask('temperature:look', { meetingId, checkId })
      if (!stopped && answer?.ok) setAnswers(answer.value.answers)
    }
    void look()
    const timer = setInterval(() => void look(), LOOK_EVERY_MS)
    return () => {
      stopped = true
      clearInterval(timer)
    }
  }, [store, meetingId, checkId])
  return answers
}
