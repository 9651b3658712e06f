import { useTranslation } from 'react-i18next'
import { openingConditions } from '#app/domain/meetings/opening-conditions.ts'
import { asksPartyReview } from '#app/domain/voting/convened-body.ts'
import { useLive } from '#app/features/live/live-context.tsx'
import { CheckRow } from '#app/ui/check-row.tsx'
import { ReviewLine } from './review-line.tsx'
import css from './console.module.css'

/** What the law of this body asks before it opens and before it votes, each with its figures. */
export function ConditionsPanel() {
  const { t } = useTranslation('live')
  const { meeting } = useLive()
  const { body } = meeting
  if (!body) return null
  const needsPartyReview = asksPartyReview(body)
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
          <li key={name}>
            <CheckRow
              met={met}
              said={t(met ? 'condition.met' : 'condition.unmet')}
              aside={!met && t(mayWaive ? 'condition.waivable' : 'condition.fixed')}
            >
              {t(`condition.${name}`, { need, have })}
            </CheckRow>
          </li>
        ))}
      </ul>
      <ReviewLine />
    </section>
  )
}
