import {
  IconCircleCheck,
  IconCircleHalf2,
  IconFlag,
  IconHourglass,
  IconPhone,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ResolutionTaskNow } from '#app/domain/records/resolution-view.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Tag } from '#app/ui/tag.tsx'

/** Who does what by when, and how far they have come today. */
export function ResolutionTasks({ tasks }: { tasks: readonly ResolutionTaskNow[] }) {
  const { t } = useTranslation('records')
  const done = tasks.filter(({ status }) => status !== 'open').length
  return (
    <>
      <h2>
        {t('tasks.title')}
        <small>{t('resolution.tasksDone', { done, of: tasks.length })}</small>
      </h2>
      <div>
        {tasks.map((task, index) => (
          <TaskRow key={task.taskId} task={task} last={index === tasks.length - 1} />
        ))}
      </div>
    </>
  )
}

function TaskRow({ task, last }: { task: ResolutionTaskNow; last: boolean }) {
  const { t } = useTranslation('records')
  const format = useFormat()
  return (
    <div className={last ? 'tk last' : 'tk'}>
      <div lang="zh-CN">
        <b className="b">{task.title}</b>
        <p className="sm muted">
          {t('tasks.lead', { name: task.leadName })}
          {task.helpers.length > 0 &&
            ` ${t('tasks.helpers', { names: task.helpers.join(t('join')) })}`}
        </p>
        {task.status === 'open' && task.progress > 0 && (
          <div className="row">
            <div className="pg grow">
              <i style={{ width: `${task.progress}%` }} />
            </div>
            <span className="sm ink2">{task.progress}%</span>
          </div>
        )}
      </div>
      <span className="sm ink2">
        {t('tasks.due', { day: format.shortDay(new Date(`${task.dueOn}T00:00+08:00`)) })}
      </span>
      <TaskTag task={task} />
    </div>
  )
}

function TaskTag({ task: { status, daysLeft } }: { task: ResolutionTaskNow }) {
  const { t } = useTranslation(['records', 'common'])
  if (status === 'done') {
    return (
      <Tag tone="tea" icon={IconCircleCheck}>
        {t('tasks.done')}
      </Tag>
    )
  }
  if (status === 'reported') {
    return (
      <Tag tone="teal" icon={IconPhone}>
        {t('tasks.reported')}
      </Tag>
    )
  }
  if (daysLeft < 0) {
    return (
      <Tag tone="jujube" icon={IconFlag}>
        {t('common:countdown.over', { count: -daysLeft })}
      </Tag>
    )
  }
  return daysLeft <= 3 ? (
    <Tag tone="amber" icon={IconHourglass}>
      {daysLeft === 0
        ? t('common:countdown.today', { count: 0 })
        : t('common:countdown.left', { count: daysLeft })}
    </Tag>
  ) : (
    <Tag tone="tea" icon={IconCircleHalf2}>
      {t('tasks.open')}
    </Tag>
  )
}
