import { IconCheck, IconCircle, IconCircleHalf2, IconMoodSad, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { stagesOf, type Stage } from '#app/domain/matters/stages.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Icon, type IconDrawing } from '#app/ui/icon.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { noonOf } from './due.tsx'
import css from './matters.module.css'

const STATE_CLASS = { done: 'd', failed: 'x', now: 'n', next: undefined } as const

/** How far a matter has come: six marks on a line. */
export function StagesBar({
  matter,
  late,
}: {
  matter: Parameters<typeof stagesOf>[0]
  /** Past its day or sent back: what is now stands out in red. */
  late: boolean
}) {
  const { t } = useTranslation('matters')
  const format = useFormat()
  const stages = stagesOf(matter)
  const noteOf = ({ at, dueOn, state }: Stage) => {
    if (at) return format.shortDay(at)
    if (dueOn) return t('due.on', { day: format.shortDay(noonOf(dueOn)) })
    return state === 'next' ? '—' : ''
  }
  return (
    <ol
      className={classNames('trk5', css.stages, !late && css.calm)}
      style={{ gridTemplateColumns: `repeat(${stages.length}, minmax(5rem, 1fr))` }}
      aria-label={t('stage.label')}
    >
      {stages.map((stage) => (
        <li
          key={stage.name}
          className={STATE_CLASS[stage.state]}
          aria-current={stage.state === 'now' ? 'step' : undefined}
        >
          <Icon of={iconOf(stage)} />
          <b>
            {stage.round === null
              ? t(`stage.${stage.name}`)
              : t('stage.reportedRound', { round: stage.round })}
            <span className="vh">{t(`stage.${stage.state}`)}</span>
          </b>
          <span>{noteOf(stage)}</span>
        </li>
      ))}
    </ol>
  )
}

function iconOf({ name, state }: Stage): IconDrawing {
  switch (state) {
    case 'done':
      return IconCheck
    case 'failed':
      return name === 'notSolved' ? IconMoodSad : IconX
    case 'now':
      return IconCircleHalf2
    case 'next':
      return IconCircle
  }
}
