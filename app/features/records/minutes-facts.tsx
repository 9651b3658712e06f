import { useTranslation } from 'react-i18next'
import type { MinutesContent } from '#app/domain/records/minutes.ts'
import { formatDuration } from '#app/i18n/format.ts'
import { useFormat } from '#app/i18n/use-format.ts'

/** What the log says. Nobody can change it here. */
export function MinutesFacts({ content }: { content: MinutesContent }) {
  const { t } = useTranslation(['records', 'terms'])
  const format = useFormat()
  return (
    <section className="panel" aria-labelledby="facts">
      <div className="ph2">
        <h2 id="facts">{t('minutes.facts')}</h2>
      </div>
      <div className="min-b">
        <p>
          {t('minutes.attended', { invited: content.invited, attended: content.attended })}
          <br />
          {content.openedAt !== null &&
            t('minutes.opened', { from: format.time(new Date(content.openedAt)) })}{' '}
          {content.closedAt !== null &&
            t('minutes.closed', { until: format.time(new Date(content.closedAt)) })}
        </p>
        <p className="sm">
          <b className="b">{t('minutes.present')}</b>{' '}
          {content.present.map(({ name }) => name).join(t('join'))}
        </p>
        {content.overrideReason && (
          <p className="sm">{t('minutes.override', { reason: content.overrideReason })}</p>
        )}
        {content.items.map((item) => (
          <div key={item.itemId} className="min-i">
            <h3 lang="zh-CN">{item.title}</h3>
            {item.outcome && <p className="sm">{t(`terms:outcome.${item.outcome}`)}</p>}
            {item.verdict?.counts.heads && (
              <p className="sm">{t('minutes.votes', item.verdict.counts.heads)}</p>
            )}
            {item.verdict?.splitWithheld && <p className="sm">{t('minutes.votesWithheld')}</p>}
            {item.turns.length === 0 ? (
              <p className="sm muted">{t('minutes.nobody')}</p>
            ) : (
              <ol className="min-t">
                {item.turns.map(({ seq, name, stance, seconds }) => (
                  <li key={seq}>
                    {t(`terms:stance.${stance}`)} ·{' '}
                    {t('minutes.turn', { name, time: formatDuration(seconds) })}
                  </li>
                ))}
              </ol>
            )}
            {item.tasks.map((task) => (
              <p key={task.taskId} className="sm" lang="zh-CN">
                {t('minutes.task', {
                  title: task.title,
                  lead: task.lead.name,
                  day: task.dueOn,
                })}
              </p>
            ))}
          </div>
        ))}
        {content.parked.length > 0 && (
          <div className="min-i">
            <h3>{t('minutes.parked')}</h3>
            <ul className="min-t">
              {content.parked.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  )
}
