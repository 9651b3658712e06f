import { Link } from '@remix-run/react'
import {
  IconFileText,
  IconFlag,
  IconHourglass,
  IconPhone,
  IconSearch,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskView } from '#app/domain/sessions/desk-view.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { IconDrawing } from '#app/ui/icon.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { Tone } from '#app/ui/tone.ts'

/** As many as stand beside the next session's card. */
const ROWS_SHOWN = 5

/** What waits for this person, the most overdue first. */
export function TodoPanel({ desk }: { desk: DeskView }) {
  const { t } = useTranslation('desk')
  const format = useFormat()
  const isEnglish = useLanguage() === 'en'
  const rows = [
    ...desk.overdue.slice(0, 2).map((task) => (
      <Todo
        key={`${task.matterId}${task.title}`}
        to={`/desk/matters/${task.matterId}`}
        tone={task.days > 0 ? 'jujube' : 'amber'}
        icon={task.days > 0 ? IconFlag : IconHourglass}
        tag={task.days > 0 ? t('todo.over', { count: task.days }) : t('todo.today')}
        title={task.title}
      >
        {task.lead} · {isEnglish ? task.compoundEn : task.compound}
      </Todo>
    )),
    ...desk.toConfirm.slice(0, 1).map((session) => (
      <Todo
        key={session.id}
        to={`/desk/sessions/${session.id}/minutes`}
        tone="amber"
        icon={IconFileText}
        tag={t('todo.confirm')}
        title={t('todo.confirmTitle', {
          title: t('number', {
            compound: isEnglish ? session.compoundEn : session.compound,
            number: session.number ?? '',
          }),
        })}
      >
        {t('todo.confirmHint', { day: format.shortDay(session.startsAt) })}
      </Todo>
    )),
    desk.visits.count > 0 && (
      <Todo
        key="visits"
        to="/desk/matters"
        tone="teal"
        icon={IconPhone}
        tag={t('todo.visits')}
        title={t('todo.visitsTitle', { count: desk.visits.count })}
      >
        {t('todo.visitsHint')}
      </Todo>
    ),
    desk.screening.count > 0 && (
      <Todo
        key="screening"
        to="/desk/matters"
        tone="dai"
        icon={IconSearch}
        tag={t('todo.screening')}
        title={t('todo.screeningTitle', {
          count: desk.screening.count,
          days: desk.screening.oldestDays ?? 0,
        })}
      >
        {t('todo.screeningHint')}
      </Todo>
    ),
  ].filter((row) => row !== false)
  const all =
    desk.overdueCount + desk.toConfirm.length + desk.visits.count + desk.screening.count
  return (
    <section className="panel">
      <div className="ph2">
        <h2>{t('todo.title')}</h2>
        {all > 0 && (
          <Link className="more" to="/desk/matters">
            {t('todo.all', { count: all })}
          </Link>
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t('todo.none')}>{t('todo.noneHint')}</EmptyState>
      ) : (
        <div className="todo-l">{rows.slice(0, ROWS_SHOWN)}</div>
      )}
    </section>
  )
}

function Todo({
  to,
  tone,
  icon,
  tag,
  title,
  children,
}: {
  to: string
  tone: Tone
  icon: IconDrawing
  tag: string
  title: string
  children: ReactNode
}) {
  return (
    <Link className="todo" to={to}>
      <Tag tone={tone} icon={icon}>
        {tag}
      </Tag>
      <span className="b">{title}</span>
      <span />
      <p>{children}</p>
    </Link>
  )
}
