import {
  IconArrowRight,
  IconCalendarDue,
  IconCircleCheck,
  IconCircleMinus,
  IconUsers,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Decision } from '#app/domain/meetings/meeting-state.ts'
import { useLive } from '#app/features/live/live-context.tsx'
import { useFormat } from '#app/i18n/use-format.ts'
import { IconHall } from '#app/ui/icon-hall.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import { Tag } from '#app/ui/tag.tsx'

/** How a decision ended, with its mark. */
export function decisionMark(decision: Decision) {
  if (decision.by === 'consensus') {
    return { outcome: 'consensus', tone: 'tea', icon: IconHall } as const
  }
  if (!decision.quorumMet)
    return { outcome: 'quorum-not-met', tone: 'amber', icon: IconUsers } as const
  return decision.passed
    ? ({ outcome: 'carried', tone: 'tea', icon: IconCircleCheck } as const)
    : ({ outcome: 'not-carried', tone: 'stone', icon: IconCircleMinus } as const)
}

/** What was decided so far, and who does what by when. */
export function DecisionList({
  itemId,
  tasksOnly = false,
}: {
  itemId?: string
  /** The decision itself stands beside it already. */
  tasksOnly?: boolean
}) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { meeting } = useLive()
  const format = useFormat()
  const decisions = tasksOnly
    ? []
    : meeting.decisions.filter((each) => !itemId || each.itemId === itemId)
  const tasks = meeting.tasks.filter((each) => !itemId || each.itemId === itemId)
  if (decisions.length + tasks.length === 0) return null
  return (
    <section className="card pad col" style={{ gap: 12 }}>
      {decisions.map((decision) => {
        const { outcome, tone, icon } = decisionMark(decision)
        const accepted = decision.by === 'consensus' || decision.passed
        return (
          <div
            key={`${decision.itemId} ${decision.decidedAt}`}
            className="col"
            style={{ gap: 6 }}
          >
            <div className="row wrap" style={{ gap: 8 }}>
              <Tag tone={tone} icon={icon}>
                {term(`outcome.${outcome}`)}
              </Tag>
              {accepted && (
                <Tag tone="dai" icon={IconArrowRight}>
                  {term(`label.${decision.label}`)}
                </Tag>
              )}
            </div>
            <p className="b">{decision.proposal}</p>
            {decision.by === 'ballot' &&
              decision.chosen?.map(({ number, text }) => (
                <p key={number} className="b" lang="zh-CN">
                  {term('mark.option', { number, text })}
                </p>
              ))}
          </div>
        )
      })}
      {tasks.length > 0 && (
        <ul className="col" style={{ gap: 10 }} aria-label={t('tasks.title')}>
          {tasks.map((task) => (
            <li key={task.taskId} className="row top" style={{ gap: 10 }}>
              <Monogram side={task.lead.side} />
              <span className="grow">
                <span className="b">{task.title}</span>
                <br />
                <span className="sm ink2">
                  {t('tasks.lead', { name: task.lead.name })}
                  {task.helpers.length > 0 &&
                    ` ${t('tasks.helpers', { names: task.helpers.map((each) => each.name).join(t('listComma')) })}`}
                </span>
                <br />
                <span className="sm nowrap">
                  <Icon of={IconCalendarDue} />{' '}
                  {t('tasks.due', {
                    day: format.shortDay(new Date(`${task.dueOn}T12:00:00+08:00`)),
                  })}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
