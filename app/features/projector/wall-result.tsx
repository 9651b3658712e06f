import { IconArrowRight, IconEyeOff } from '@tabler/icons-react'
import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BallotState, Decision } from '#app/domain/meetings/meeting-state.ts'
import type { OutcomeLabel } from '#app/domain/voting/authority.ts'
import { CHOICES } from '#app/domain/voting/ballot.ts'
import {
  BAR,
  VerdictSeal,
  VerdictSum,
  verdictMark,
} from '#app/features/ballot/verdict-card.tsx'
import MethodTable from '#app/features/ballot/method-table.tsx'
import { CHOICE_MARK } from '#app/features/live/tones.ts'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { useFit } from './use-fit.ts'
import { WallHead } from './wall-item.tsx'
import css from './projector.module.css'

/** So many options have their figures below the sentence that says what came out. */
const FEW_OPTIONS = 5

/** The result of a vote with its sum. */
export function WallResult({ ballot }: { ballot: BallotState }) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { verdict } = ballot
  if (!verdict) return null
  return (
    <WallOutcome
      kick={t('wall.resultKick', { outcome: term(`outcome.${verdictMark(verdict).outcome}`) })}
      title={ballot.title}
      label={verdict.passed ? ballot.label : null}
      small={verdict.method !== undefined}
      many={ballot.question.options.length > FEW_OPTIONS}
    >
      {verdict.method ? (
        <div
          className={css.table}
          style={{ '--rows': ballot.question.options.length || 6 } as CSSProperties}
        >
          <MethodTable question={ballot.question} verdict={verdict} />
        </div>
      ) : (
        <VoteBars ballot={ballot} />
      )}
      {verdict.splitWithheld ? (
        <p className={css.withheld}>
          <Icon of={IconEyeOff} /> {t('verdict.withheld')}
        </p>
      ) : (
        <p className={`ink2 ${css.sum ?? ''}`}>
          <VerdictSum ballot={ballot} />
        </p>
      )}
    </WallOutcome>
  )
}

/** What the room agreed on without a vote. Who had reservations is not said. */
export function WallAgreed({ decision }: { decision: Extract<Decision, { by: 'consensus' }> }) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { reservations } = decision
  return (
    <WallOutcome
      kick={t('wall.agreedKick', { outcome: term('outcome.consensus') })}
      title={decision.proposal}
      label={decision.label}
    >
      <p className={css.agreed}>
        {reservations.length === 0
          ? t('wall.agreedHow')
          : t('wall.agreedReserved', { count: reservations.length })}
      </p>
    </WallOutcome>
  )
}

function WallOutcome({
  kick,
  title,
  label,
  small = false,
  many = false,
  children,
}: {
  kick: string
  title: string
  /** What it is called when it was carried; null when it was not. */
  label: OutcomeLabel | null
  /** The title gives its room to a table. */
  small?: boolean
  /** The plate, too, and what came out stands beside its figures. */
  many?: boolean
  children: ReactNode
}) {
  const { t } = useTranslation('live')
  const main = useFit<HTMLElement>(`${kick} ${title}`)
  return (
    <div className="pj">
      <main className={classNames('pj-l', css.result, many && css.many)} id="main" ref={main}>
        <div className={css.head}>
          <div className="grow">
            <WallHead kick={kick} title={title} small={small} />
          </div>
          {label && (
            <div style={{ padding: '0.375rem 1.25rem 0 0' }}>
              <VerdictSeal label={label} size="huge" lands />
            </div>
          )}
        </div>
        <div className="grow" />
        {children}
        <div className="grow" />
        {label && (
          <Note tone="stone" icon={IconArrowRight} className={css.next ?? ''}>
            {t(`verdict.label.${label}`)}
          </Note>
        )}
      </main>
    </div>
  )
}

function VoteBars({ ballot: { verdict } }: { ballot: BallotState }) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const counts = verdict?.counts.heads
  if (!counts) return null
  const test = verdict.tests.find((each) => each.test === 'pass' && each.measure === 'heads')
  const all = Math.max(1, Number(test?.of ?? 0))
  const part = (count: number) => Math.min(100, Math.floor((1000 * count) / all) / 10)
  return (
    <div className={css.bars}>
      {CHOICES.map((choice) => {
        const { tone, icon } = CHOICE_MARK[choice]
        return (
          <div key={choice} className={css.bar}>
            <span className={`row t-${tone}`} style={{ gap: '1rem', color: 'var(--h-t)' }}>
              <Icon of={icon} />
              <b>{term(`choice.${choice}`)}</b>
            </span>
            <div className={css.track}>
              <i
                className={BAR[choice]}
                style={{ width: `${part(Number(counts[choice]))}%` }}
              />
              {choice === 'yes' && test?.need && (
                <em style={{ left: `${part(Number(test.need))}%` }}>
                  <span>{t('verdict.needLine', { need: test.need })}</span>
                </em>
              )}
            </div>
            <b className={`song ${css.number ?? ''}`}>{counts[choice]}</b>
          </div>
        )
      })}
    </div>
  )
}
