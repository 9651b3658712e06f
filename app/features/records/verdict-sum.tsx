import { IconCircleCheck, IconCircleMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ResolutionContent } from '#app/domain/records/resolution.ts'
import { unitsOfFigure } from '#app/domain/voting/area.ts'
import { CHOICES } from '#app/domain/voting/ballot.ts'
import type { TestResult } from '#app/domain/voting/test-result.ts'
import MethodTable from '#app/features/ballot/method-table.tsx'
import { Gauge } from '#app/ui/gauge.tsx'
import '#app/features/recount/test-grid.css'
import { useAssistedWords } from './use-assisted-words.ts'

const BAR = { yes: 'v-yes', no: 'v-no', abstain: 'v-abs' } as const

/** How it was worked out: each test with both its numbers, and the votes by heads. */
export function VerdictSum({ content }: { content: ResolutionContent }) {
  const { t } = useTranslation(['records', 'terms'])
  const assistedWords = useAssistedWords()
  const { verdict, assisted } = content
  const helped = assisted && <p className="sm muted">{assistedWords(assisted)}</p>
  if (!verdict) {
    return (
      <>
        <h2>{t('sum.title')}</h2>
        <p>
          {content.splitHidden
            ? t('sum.hidden')
            : t('sum.consensus', { present: content.present, count: content.reservations })}
        </p>
        {helped}
      </>
    )
  }
  const { question } = content
  const among = question && verdict.method
  // Each candidate's own line stands in the table.
  const tests = verdict.tests.filter(
    ({ test }) => verdict.method?.kind !== 'seats' || test === 'quorum',
  )
  const measures = [...new Set(tests.map(({ measure }) => measure))]
  const stages = [...new Set(tests.map(({ test }) => test))]
  const { heads } = verdict.counts
  return (
    <>
      <h2>
        {t('sum.title')}
        <small>{t('sum.all', { count: tests.length })}</small>
      </h2>
      <div className={measures.length === 1 ? 'tests one' : 'tests'}>
        {measures.length > 1 && (
          <>
            <div className="th" />
            {measures.map((measure) => (
              <div key={measure} className="th">
                {t(`sum.by.${measure}`)}
              </div>
            ))}
          </>
        )}
        {stages.map((stage) => {
          const ofStage = tests.filter(({ test }) => test === stage)
          const [first] = ofStage
          return [
            <div key={stage} className="rh">
              {t(`sum.stage.${stage}`)}
              <small>
                {first && t(first.strict ? 'sum.more' : 'sum.atLeast', { share: first.share })}
              </small>
            </div>,
            ...ofStage.map((test) => (
              <TestGauge
                key={`${stage} ${test.measure}`}
                test={test}
                // Whether enough are in favour is asked only where enough took part.
                isJudged={stage === 'quorum' || verdict.quorumMet}
              />
            )),
          ]
        })}
      </div>
      {among && <MethodTable question={question} verdict={verdict} />}
      {heads && !among && (
        <div className="res-hist">
          <span className="ink2">{t('sum.by.heads')}</span>
          <div
            className="stack"
            role="img"
            aria-label={CHOICES.map((choice) =>
              t('sum.people', {
                choice: t(`terms:choice.${choice}`),
                count: Number(heads[choice]),
              }),
            ).join(t('join'))}
          >
            {CHOICES.filter((choice) => heads[choice] !== '0').map((choice) => (
              <i key={choice} className={BAR[choice]} style={{ flex: Number(heads[choice]) }} />
            ))}
          </div>
          <span />
          <p className="row wrap">
            {CHOICES.map((choice) => (
              <span key={choice} className="row">
                <i className={`${BAR[choice]} res-key`} />
                {t('sum.people', {
                  choice: t(`terms:choice.${choice}`),
                  count: Number(heads[choice]),
                })}
              </span>
            ))}
          </p>
        </div>
      )}
      {helped}
    </>
  )
}

function TestGauge({ test, isJudged }: { test: TestResult; isJudged: boolean }) {
  const { t } = useTranslation('records')
  const [top, bottom] = test.share.split('/').map(Number)
  const unit = t(`sum.unit.${test.measure}`)
  const short = test.margin?.startsWith('-') ?? true
  return (
    <Gauge
      icon={isJudged && test.met ? IconCircleCheck : IconCircleMinus}
      label={`${t(`sum.label.${test.test}`)}·${t(`sum.by.${test.measure}`)}${isJudged ? '' : ` ${t('sum.notJudged')}`}`}
      numerator={unitsOfFigure(test.have)}
      denominator={unitsOfFigure(test.of)}
      line={{ numerator: top ?? 0, denominator: bottom ?? 1, strict: test.strict }}
      lineLabel={test.share}
      sum={t('sum.figures', { have: test.have, of: test.of, need: test.need ?? '–', unit })}
      margin={
        test.margin === null
          ? ''
          : t(short ? 'sum.short' : 'sum.over', { margin: test.margin.replace('-', ''), unit })
      }
    />
  )
}
