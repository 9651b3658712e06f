import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MinutesView } from '#app/domain/records/minutes-view.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Icon } from '#app/ui/icon.tsx'

const PHASES = ['draft', 'prepared', 'proposals', 'confirmed'] as const

/** The four phases in a row, of which one is now. Those that were passed over are not ticked. */
export function MinutesPhases({ minutes }: { minutes: MinutesView }) {
  const { t } = useTranslation('minutes')
  const format = useFormat()
  const { phase, asking, confirmedAt } = minutes
  const at = PHASES.indexOf(phase)
  const until = asking.until ? format.shortDay(new Date(`${asking.until}T00:00+08:00`)) : ''
  const note = (each: (typeof PHASES)[number]): string | null => {
    switch (each) {
      case 'draft':
        return t('phase.draftNote')
      case 'prepared':
        return t('phase.preparedNote')
      case 'proposals':
        if (asking.until === null) return null
        return asking.open ? t('phase.proposalsNote', { until }) : t('phase.proposalsOver')
      case 'confirmed':
        return confirmedAt && t('phase.confirmedNote', { day: format.shortDay(confirmedAt) })
    }
  }
  return (
    <ol className="min-ph" aria-label={t('phase.label')}>
      {PHASES.map((each, index) => {
        const skipped = each === 'proposals' && phase === 'confirmed' && asking.until === null
        const done = index < at && !skipped
        return (
          <li
            key={each}
            aria-current={index === at ? 'step' : undefined}
            data-done={done || (index === at && phase === 'confirmed') || undefined}
          >
            <span aria-hidden="true">
              {done || (index === at && phase === 'confirmed') ? (
                <Icon of={IconCheck} />
              ) : (
                index + 1
              )}
            </span>
            <div>
              <b>{t(`phase.${each}`)}</b>
              {note(each) && <p className="sm muted">{note(each)}</p>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
