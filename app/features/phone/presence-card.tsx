import { useTranslation } from 'react-i18next'
import { readiness } from '#app/domain/meetings/readiness.ts'
import { useLive } from '#app/features/live/live-context.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import { RoundTable } from '#app/ui/round-table.tsx'
import css from './phone.module.css'

/** Present of invited, by side. */
export function PresenceCard() {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { meeting } = useLive()
  const { present, invited, remote, sides } = readiness(meeting)
  const count = (side: { present: number; invited: number }) =>
    `${side.present}/${side.invited}`
  return (
    <section className="card pad" aria-label={t('presence.title')}>
      <div className="row">
        <h2 style={{ fontSize: '1.0625rem' }}>{t('presence.title')}</h2>
        <span className="end sm muted">
          {t('presence.of', { present, invited })}
          {remote > 0 && ` ${t('presence.remote', { count: remote })}`}
        </span>
      </div>
      <div className={css.sidesBy}>
        <RoundTable
          size={132}
          sides={sides.map(({ side, ...each }) => ({
            side,
            here: each.present,
            expected: each.invited,
          }))}
          count={present}
          caption={t('presence.caption', { invited })}
          summary={sides
            .map((each) => `${term(`side.${each.side}`)} ${count(each)}`)
            .join(t('listComma'))}
        />
        <ul className={`sm ${css.sides ?? ''}`}>
          {sides.map((each) => (
            <li key={each.side} className="row" style={{ gap: 8 }}>
              <Monogram side={each.side} size="small" away={each.present === 0} />
              <span className="grow">{term(`side.${each.side}`)}</span>
              <b className="b">{count(each)}</b>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
