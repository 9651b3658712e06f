import { useTranslation } from 'react-i18next'
import type { BallotState } from '#app/domain/meetings/meeting-state.ts'
import { useLive } from '#app/features/live/live-context.tsx'

/** How many have voted of how many may. Never what. */
export function TurnoutCard({ ballot }: { ballot: BallotState }) {
  const { t } = useTranslation('live')
  const { turnout } = useLive()
  const cast = turnout?.ballotId === ballot.ballotId ? turnout.cast : 0
  const of = ballot.roll.length
  return (
    <section className="card" style={{ padding: '14px 16px' }}>
      <div className="row">
        <span className="b">{t('turnout.cast', { count: cast })}</span>
        <span className="muted sm end">{t('turnout.of', { count: of })}</span>
      </div>
      <div className="pg" style={{ marginTop: 8 }}>
        <i style={{ width: `${of > 0 ? Math.floor((100 * cast) / of) : 0}%` }} />
      </div>
      <p className="sm muted" style={{ marginTop: 8 }}>
        {t('turnout.note')}
      </p>
    </section>
  )
}
