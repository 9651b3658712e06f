import {
  IconArrowRight,
  IconCircleCheck,
  IconCircleMinus,
  IconCloudOff,
  IconEyeOff,
  IconUsers,
} from '@tabler/icons-react'
import { Suspense, type ComponentProps, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { BallotState } from '#app/domain/meetings/meeting-state.ts'
import type { OutcomeLabel } from '#app/domain/voting/authority.ts'
import { CHOICES } from '#app/domain/voting/ballot.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import type { TestResult } from '#app/domain/voting/test-result.ts'
import { CHOICE_MARK } from '#app/features/live/tones.ts'
import { Gauge } from '#app/ui/gauge.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { lazyPart } from '#app/ui/lazy-part.tsx'
import { Note } from '#app/ui/note.tsx'
import { Seal } from '#app/ui/seal.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useShareWords } from './passing-words.tsx'
import css from './ballot.module.css'

/** Loaded when there is something to show: most ballots are yes and no. */
const MethodTable = lazyPart(() => import('./method-table.tsx'), TableOnItsWay)

export const BAR = { yes: 'v-yes', no: 'v-no', abstain: 'v-abs' } as const

/** How it ended, in one word with its mark. */
export function verdictMark(verdict: Verdict) {
  if (!verdict.quorumMet)
    return { outcome: 'quorum-not-met', tone: 'amber', icon: IconUsers } as const
  if (verdict.method?.kind === 'five-fingers')
    return { outcome: 'felt', tone: 'stone', icon: IconCircleMinus } as const
  return verdict.passed
    ? ({ outcome: 'carried', tone: 'tea', icon: IconCircleCheck } as const)
    : ({ outcome: 'not-carried', tone: 'stone', icon: IconCircleMinus } as const)
}

/** The result of a ballot with its sum: who voted how, the line, and the margin. */
export function VerdictCard({
  ballot,
  seal = true,
  heading: Heading = 'h2',
  Table = MethodTable,
}: {
  ballot: BallotState
  seal?: boolean
  heading?: 'h1' | 'h2'
  /** What shows rounds, pairs and scores, where it cannot be waited for: without a script. */
  Table?: ComponentType<ComponentProps<typeof MethodTable>>
}) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { verdict } = ballot
  if (!verdict) return null
  const counts = verdict.counts.heads
  const { outcome, tone, icon } = verdictMark(verdict)
  const all = Number(counts?.present ?? 0) || Number(counts?.participating ?? 0)
  const part = (count: number) =>
    all > 0 ? Math.min(100, Math.floor((1000 * count) / all) / 10) : 0
  return (
    <section className="card pad col" style={{ gap: 16, borderRadius: 'var(--r4)' }}>
      <div className={css.verdictHead}>
        <div className="grow">
          <Tag tone={tone} icon={icon} large>
            {term(`outcome.${outcome}`)}
          </Tag>
          <Heading className={css.verdictTitle} style={{ marginTop: 8 }}>
            {ballot.title}
          </Heading>
        </div>
        {seal && verdict.passed && <VerdictSeal label={ballot.label} />}
      </div>
      {verdict.splitWithheld && (
        <Note tone="stone" icon={IconEyeOff}>
          {t('verdict.withheld')}
        </Note>
      )}
      {verdict.method && (
        <Suspense fallback={null}>
          <Table question={ballot.question} verdict={verdict} />
        </Suspense>
      )}
      {counts && !verdict.method && (
        <ul className={css.bars}>
          {CHOICES.map((choice) => {
            const count = Number(counts[choice])
            return (
              <li key={choice} className={css.bar}>
                <span
                  className={`row b t-${CHOICE_MARK[choice].tone}`}
                  style={{ gap: 6, color: 'var(--h-t)' }}
                >
                  <Icon of={CHOICE_MARK[choice].icon} />
                  {term(`choice.${choice}`)}
                </span>
                <span className={css.track} aria-hidden="true">
                  <i className={BAR[choice]} style={{ width: `${part(count)}%` }} />
                </span>
                <b>{t('people', { count })}</b>
              </li>
            )
          })}
        </ul>
      )}
      {ballot.assisted && (
        <p className="sm ink2">{t('verdict.assisted', { count: ballot.assisted })}</p>
      )}
      <div className="col" style={{ gap: 14 }}>
        {verdict.tests
          // Each candidate's own line stands in the table.
          .filter(({ test }) => verdict.method?.kind !== 'seats' || test === 'quorum')
          .map((test) => (
            <TestGauge
              key={`${test.test} ${test.measure}`}
              test={test}
              among={verdict.method !== undefined}
            />
          ))}
      </div>
      {verdict.passed && (
        <Note tone="stone" icon={IconArrowRight}>
          {t(`verdict.label.${ballot.label}`)}
        </Note>
      )}
    </section>
  )
}

function TableOnItsWay() {
  const { t } = useTranslation('live')
  return (
    <Note tone="amber" icon={IconCloudOff}>
      {t('verdict.onItsWay')}
    </Note>
  )
}

/** Solid for what is final here, outline for a recommendation; none for what did not pass. */
export function VerdictSeal({
  label,
  size,
  lands = false,
}: {
  label: OutcomeLabel
  size?: 'huge'
  lands?: boolean
}) {
  const { t } = useTranslation('live')
  const open = label !== 'resolution' && label !== 'agreement'
  return (
    <Seal
      text={t(`verdict.seal.${label}`)}
      open={open}
      lands={lands}
      {...(size ? { size } : {})}
    />
  )
}

function TestGauge({ test, among }: { test: TestResult; among: boolean }) {
  const { t } = useTranslation('live')
  const shareWords = useShareWords()
  const [top = 1, bottom = 1] = test.share.split('/').map(Number)
  const area = test.measure === 'area'
  // Areas have two places; both figures in units of 0.01 m².
  const units = (figure: string) => Math.round(Number(figure) * (area ? 100 : 1))
  const missing = test.margin?.startsWith('-') ?? true
  const amount = (test.margin ?? '0').replace('-', '')
  return (
    <Gauge
      label={t(
        among && test.test === 'pass'
          ? 'verdict.test.pass-option'
          : `verdict.test.${test.test}-${test.measure}`,
      )}
      numerator={units(test.have)}
      denominator={units(test.of)}
      line={{ numerator: top, denominator: bottom, strict: test.strict }}
      lineLabel={shareWords(test)}
      sum={
        test.need === null
          ? t('verdict.sumNone')
          : t('verdict.sum', { have: test.have, of: test.of, need: test.need })
      }
      margin={test.need === null ? '' : t(marginKey(missing, amount), { n: amount })}
    />
  )
}

function marginKey(missing: boolean, amount: string) {
  if (missing) return 'verdict.short'
  return amount === '0' ? 'verdict.exact' : 'verdict.over'
}

/** The sum in one line, for the wall: present, line, yes, margin. */
export function VerdictSum({ ballot }: { ballot: BallotState }) {
  const { t } = useTranslation('live')
  const { verdict } = ballot
  const counts = verdict?.counts.heads
  const failing = verdict?.tests.find((each) => !each.met && each.measure === 'heads')
  const test =
    failing ?? verdict?.tests.find((each) => each.test === 'pass' && each.measure === 'heads')
  if (!verdict || !counts || !test || verdict.method?.kind === 'five-fingers') return null
  const words = {
    of: test.of,
    have: test.have,
    need: test.need ?? '0',
    n: (test.margin ?? '0').replace('-', ''),
  }
  const missing = !test.met
  if (test.test === 'quorum')
    return <>{t(missing ? 'verdict.lineQuorumShort' : 'verdict.lineQuorum', words)}</>
  if (verdict.method)
    return <>{t(missing ? 'verdict.lineOptionShort' : 'verdict.lineOption', words)}</>
  return <>{t(missing ? 'verdict.lineShort' : 'verdict.line', words)}</>
}
