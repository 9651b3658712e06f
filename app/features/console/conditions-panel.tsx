import { useTranslation } from 'react-i18next'
import { openingConditions } from '#app/domain/meetings/opening-conditions.ts'
import { useLive } from '#app/features/live/live-context.tsx'
import { Check, ReviewLine } from './review-line.tsx'
import css from './console.module.css'

/** What the law of this body asks before it opens and before it votes, each with its figures. */
export function ConditionsPanel() {
  const { t } = useTranslation('live')
  const { meeting } = useLive()
  const { body } = meeting
  if (!body) return null
  const { needsPartyReview } = body.profile
  const conditions = openingConditions(meeting).filter(
    // People and sides of a consultation are counted on the list beside this.
    ({ name }) => body.as !== 'deliberation' || name === 'notice',
  )
  if (conditions.length === 0 && !needsPartyReview) return null
  return (
    <section className={css.panel} style={{ padding: '14px 20px' }}>
      <h2 className="song" style={{ fontSize: 17 }}>
        {t('condition.title')}
      </h2>
      <ul style={{ display: 'grid', gap: 8, marginTop: 8 }}>
        {conditions.map(({ name, met, mayWaive, need, have }) => (
          <li key={name} className="row" style={{ gap: 8 }}>
            <Check met={met} />
            <span className="grow">{t(`condition.${name}`, { need, have })}</span>
            {!met && (
              <b className="b sm" style={{ color: 'var(--amber-t)' }}>
                {t(mayWaive ? 'condition.waivable' : 'condition.fixed')}
              </b>
            )}
          </li>
        ))}
      </ul>
      <ReviewLine />
    </section>
  )
}
