import { IconStopwatch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BallotState } from '#app/domain/meetings/meeting-state.ts'
import { useLive, useServerNow } from '#app/features/live/live-context.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { readRing } from '#app/ui/ring-reading.ts'

/** The time that was suggested. It reminds; nothing is sent or closed by it. */
export function BallotClock({ ballot }: { ballot: BallotState }) {
  const { t } = useTranslation('live')
  const { offline } = useLive()
  const now = useServerNow()
  const { text, over } = readRing(ballot.dueAt - now, ballot.dueAt - ballot.openedAt)
  return (
    <div
      className={classNames('row card', offline && 'stale')}
      style={{ padding: '10px 14px', gap: 10 }}
    >
      <span style={{ color: 'var(--tea-t)' }}>
        <Icon of={IconStopwatch} />
      </span>
      {over ? (
        <span className="sm">{t('ballot.timeUp')}</span>
      ) : (
        <span className="sm">
          {t('ballot.left')} <b style={{ fontSize: '1.1875rem' }}>{text}</b>
        </span>
      )}
      <span className="sm muted end" style={{ textAlign: 'right' }}>
        {t('ballot.notForYou')}
      </span>
    </div>
  )
}
