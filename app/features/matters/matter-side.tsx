import { Link } from '@remix-run/react'
import { IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { daysBetween, localDateOf } from '#app/domain/calendar/local-date.ts'
import type { DeskMatter, TaskView } from '#app/domain/matters/matter-view.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Monogram } from '#app/ui/monogram.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { noonOf, useCountdown } from './due.tsx'
import { SatisfactionTag } from './status-tag.tsx'
import { WhoseDecision } from './whose-decision.tsx'
import css from './matters.module.css'

/** When it is due, how long it has taken, and whose it is. */
export function MatterSide({
  matter,
  region,
  now,
}: {
  matter: DeskMatter
  region: string
  now: Date
}) {
  const { t } = useTranslation('matters')
  const { t: term } = useTranslation('terms')
  const format = useFormat()
  const until = matter.closedAt ?? now
  const days = daysBetween(localDateOf(matter.raisedAt), localDateOf(until))
  const leads = oncePerName(matter.tasks.map(({ lead }) => lead))
  const helpers = oncePerName(matter.tasks.flatMap((task) => task.helpers))
  return (
    <section className={`panel ${css.pad}`}>
      <div className="row" style={{ alignItems: 'flex-end' }}>
        <DueBlock matter={matter} now={now} />
        <span className="end sm muted" style={{ textAlign: 'right' }}>
          {t('side.total')}
          <br />
          <b style={{ fontSize: '1.125rem', color: 'var(--ink)' }}>
            {t('side.days', { count: days })}
          </b>
        </span>
      </div>
      <hr className="hr" style={{ margin: '12px 0' }} />
      <dl className="dl" style={{ fontSize: '0.9375rem', gap: '7px 14px' }}>
        {leads.length > 0 && <dt>{t('side.lead')}</dt>}
        {leads.length > 0 && (
          <dd className={css.rows} style={{ gap: 4 }}>
            {leads.map(({ name, side, person }) => (
              <span key={name} className="row" style={{ gap: 8 }}>
                <Monogram side={side} size="small" />
                {[name, person].filter(Boolean).join(t('dot'))}
              </span>
            ))}
          </dd>
        )}
        {helpers.length > 0 && <dt>{t('side.helpers')}</dt>}
        {helpers.length > 0 && (
          <dd className={css.rows} style={{ gap: 4 }}>
            {helpers.map(({ name, side }) => (
              <span key={name} className="row" style={{ gap: 8 }}>
                <Monogram side={side} size="small" />
                {name}
              </span>
            ))}
          </dd>
        )}
        {matter.words !== null && (
          <>
            <dt>{t('side.reporter')}</dt>
            <dd>
              {matter.reporter ? matter.reporter.name : t('reporter.none')}
              {matter.reporter &&
                (matter.reporterPublicName
                  ? `（${matter.reporterPublicName}）`
                  : t('reporter.hidden'))}
            </dd>
          </>
        )}
        <dt>{t('side.source')}</dt>
        <dd>{term(`matterSource.${matter.source}`)}</dd>
        {matter.topicType && (
          <>
            <dt>{t('side.topic')}</dt>
            <dd>
              {term(`topicType.${matter.topicType}`)}
              <WhoseDecision
                topicType={matter.topicType}
                region={region}
                today={localDateOf(now)}
              />
            </dd>
          </>
        )}
        {matter.meetings.map(({ id, startsAt }) => (
          <dd key={id} style={{ gridColumn: '1 / -1' }}>
            <Link className="link" to={`/desk/sessions/${id}`}>
              {t('side.meeting', { day: format.shortDay(startsAt) })}
            </Link>
          </dd>
        ))}
      </dl>
      {matter.tasks.length > 0 && (
        <>
          <hr className="hr" style={{ margin: '12px 0' }} />
          <TaskList tasks={matter.tasks} />
        </>
      )}
    </section>
  )
}

function DueBlock({ matter, now }: { matter: DeskMatter; now: Date }) {
  const { t } = useTranslation('matters')
  const format = useFormat()
  const { dueOn, status } = matter
  if (matter.closedAt)
    return <Big label={format.shortDay(matter.closedAt)} words={t('side.closed')} />
  if (matter.reportedDoneAt) {
    return <Big label={format.shortDay(matter.reportedDoneAt)} words={t('side.done')} />
  }
  if (!dueOn) return <p className="ink2">{t('side.noDue')}</p>
  const day = format.shortDay(noonOf(dueOn))
  const label = t(status === 'reopened' ? 'side.reopenedDue' : 'side.due', { day })
  return <Countdown label={label} dueOn={dueOn} now={now} />
}

function Countdown({ label, dueOn, now }: { label: string; dueOn: string; now: Date }) {
  const { words, tone } = useCountdown(dueOn, now)
  return <Big label={label} words={words} {...(tone ? { tone } : {})} />
}

function Big({ label, words, tone }: { label: string; words: string; tone?: string }) {
  return (
    <div>
      <p className="sm muted">{label}</p>
      <p className={css.big} style={tone ? { color: `var(--${tone}-t)` } : undefined}>
        {words}
      </p>
    </div>
  )
}

/** What is to be done, by whom, until when, how far it is. */
export function TaskList({ tasks }: { tasks: readonly TaskView[] }) {
  const { t } = useTranslation('matters')
  const format = useFormat()
  return (
    <ul className={css.rows}>
      {tasks.map((task) => (
        <li key={task.id}>
          <span className="b">{task.title}</span>
          <div
            className="pg"
            style={{ margin: '5px 0' }}
            role="img"
            aria-label={t('step.progress', { percent: task.progress })}
          >
            <i style={{ width: `${task.progress}%` }} />
          </div>
          <span className="xs muted">
            {[
              task.lead.name,
              t('side.taskDue', { day: format.shortDay(noonOf(task.dueOn)) }),
              `${task.progress}%`,
            ].join(t('dot'))}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Who was asked, and what they said. */
export function VisitsPanel({ matter }: { matter: DeskMatter }) {
  const { t } = useTranslation('matters')
  const format = useFormat()
  return (
    <section className={`panel ${css.pad}`}>
      <h2>{t('side.visits')}</h2>
      {matter.visits.length === 0 && <p className="muted">{t('side.noVisits')}</p>}
      <ul className={css.rows}>
        {matter.visits.toReversed().map((visit) => (
          <li key={visit.id} className="row wrap" style={{ gap: '2px 9px' }}>
            {visit.satisfaction ? (
              <SatisfactionTag satisfaction={visit.satisfaction} />
            ) : (
              <Tag tone="stone" icon={IconPhone}>
                {t('side.notReached')}
              </Tag>
            )}
            <span>
              {[
                visit.solved ? t(`solved.${visit.solved}`) : null,
                t(`visit.${visit.method}`),
                format.shortDay(visit.at),
              ]
                .filter(Boolean)
                .join(t('dot'))}
            </span>
          </li>
        ))}
      </ul>
      <p className="sm muted" style={{ marginTop: 10 }}>
        {t('side.visitRule')}
      </p>
    </section>
  )
}

function oncePerName<Named extends { name: string }>(all: readonly Named[]): Named[] {
  return [...new Map(all.map((each) => [each.name, each])).values()]
}
