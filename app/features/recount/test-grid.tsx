import { IconCircleCheck, IconCircleMinus } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { unitsOfFigure } from '#app/domain/voting/area.ts'
import type { VoteRule } from '#app/domain/voting/rule.ts'
import type { TestResult } from '#app/domain/voting/test-result.ts'
import { Gauge } from '#app/ui/gauge.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { inequalityOf } from './inequality.ts'
import css from './recount.module.css'
import './test-grid.css'

/** Each test of a rule, by each of its measures: the line, both figures, and the sum to check it by. */
export function TestGrid({ rule, tests }: { rule: VoteRule; tests: readonly TestResult[] }) {
  const { t } = useTranslation('recount')
  const rows = (['quorum', 'pass'] as const)
    .map((test) => ({ test, of: tests.filter((each) => each.test === test) }))
    .filter(({ of }) => of.length > 0)
  // Whether enough said yes is asked only where enough took part.
  const hasQuorum = tests.every(({ test, met }) => test !== 'quorum' || met)
  return (
    <div className={classNames('tests', rule.measures.length === 1 && css.oneMeasure)}>
      <div className="th" />
      {rule.measures.map((measure) => (
        <div key={measure} className={classNames('th', css.head)}>
          {t(`test.${measure}`)}
        </div>
      ))}
      {rows.map(({ test, of }) => (
        <Fragment key={test}>
          <RowHead test={test} rule={rule} first={of[0]} />
          {of.map((each) => (
            <TestGauge
              key={each.measure}
              rule={rule}
              test={each}
              isJudged={test === 'quorum' || hasQuorum}
            />
          ))}
        </Fragment>
      ))}
    </div>
  )
}

function RowHead({
  test,
  rule,
  first,
}: {
  test: TestResult['test']
  rule: VoteRule
  first: TestResult | undefined
}) {
  const { t } = useTranslation('recount')
  const share = useShareWords()
  const title = rule.quorum && test === 'pass' ? t('test.passSecond') : t('test.quorum')
  const asks =
    test === 'pass' || !rule.quorum
      ? `${t('test.pass')} (${t(`test.passOf.${rule.pass.of}`)})`
      : rule.quorum.count === 'present'
        ? t('test.quorumPresent')
        : t(`test.quorumOf.${rule.quorum.of}`)
  return (
    <div className="rh">
      {title}
      <small>
        {asks}
        {first && (
          <>
            <br />
            {share(first)}
          </>
        )}
      </small>
    </div>
  )
}

function useShareWords() {
  const { t } = useTranslation('recount')
  return ({ share, strict }: TestResult) => t(strict ? 'test.over' : 'test.atLeast', { share })
}

function TestGauge({
  rule,
  test,
  isJudged,
}: {
  rule: VoteRule
  test: TestResult
  isJudged: boolean
}) {
  const { t } = useTranslation('recount')
  const { measure, need, margin } = test
  const met = isJudged && test.met
  const [top = 1, bottom = 1] = test.share.split('/').map(Number)
  const { have, of, left, right, sign, ...factors } = inequalityOf(test)
  const unit = t(measure === 'heads' ? 'test.people' : 'test.metres')
  const what =
    test.test === 'quorum' && rule.quorum?.count === 'present' ? 'present' : test.test
  const spare = margin === null || /^0(\.00)?$/.test(margin)
  return (
    <div className={classNames('gauge', !met && css.notMet)}>
      <Gauge
        label={
          <>
            {t(`test.gauge.${what}-${measure}`)}
            <span className={css.metWord}>
              {t(!isJudged ? 'test.notJudged' : met ? 'test.met' : 'test.notMet')}
            </span>
          </>
        }
        icon={met ? IconCircleCheck : IconCircleMinus}
        numerator={unitsOfFigure(test.have)}
        denominator={unitsOfFigure(test.of)}
        line={{ numerator: top, denominator: bottom, strict: test.strict }}
        lineLabel={test.share}
        sum={need === null ? t('test.sumNone') : t('test.sum', { have, of, need, unit })}
        margin={
          margin === null
            ? ''
            : spare
              ? t('test.exact')
              : margin.startsWith('-')
                ? t('test.less', { n: margin.slice(1), unit })
                : t('test.more', { n: margin, unit })
        }
      />
      {need !== null && (
        <p className={css.products}>
          {t('test.sentence', { have, of, left, right, ...factors })}
          <b>
            {isJudged && <Icon of={met ? IconCircleCheck : IconCircleMinus} />}
            {`${left} ${sign} ${right}`}
          </b>
        </p>
      )}
    </div>
  )
}
