import { useTranslation } from 'react-i18next'
import { unitsOfFigure, formatArea } from '#app/domain/voting/area.ts'
import { CHOICES } from '#app/domain/voting/ballot.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import css from './recount.module.css'

const BAR = { yes: 'v-yes', no: 'v-no', abstain: 'v-abs' } as const

/** What was chosen, by each measure, with the number beside each mark. */
export function CountBars({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('recount')
  const { t: term } = useTranslation('terms')
  return (
    <div className={css.counts}>
      {(['heads', 'area'] as const).map((measure) => {
        const counts = verdict.counts[measure]
        if (!counts) return null
        const said = (n: string) =>
          t(measure === 'heads' ? 'counts.people' : 'counts.areas', { n })
        const absent = unitsOfFigure(counts.roll) - unitsOfFigure(counts.participating)
        const absentText = measure === 'heads' ? absent.toString() : formatArea(absent)
        return (
          <div key={measure}>
            <p className="b">{t(`test.${measure}`)}</p>
            <div className="stack" aria-hidden="true">
              {CHOICES.map((choice) => {
                const size = Number(counts[choice])
                return (
                  size > 0 && <i key={choice} className={BAR[choice]} style={{ flex: size }} />
                )
              })}
            </div>
            <ul className={css.key}>
              {CHOICES.map((choice) => (
                <li key={choice}>
                  <i className={BAR[choice]} aria-hidden="true" />
                  {t('counts.choice', {
                    choice: term(`choice.${choice}`),
                    n: said(counts[choice]),
                  })}
                </li>
              ))}
              <li className="muted">{t('counts.absent', { n: said(absentText) })}</li>
            </ul>
          </div>
        )
      })}
    </div>
  )
}
