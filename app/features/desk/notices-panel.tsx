import { Link } from '@remix-run/react'
import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DeskView } from '#app/domain/sessions/desk-view.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Tag } from '#app/ui/tag.tsx'

/** Published resolutions and how far their public notice has come. */
export function NoticesPanel({ notices }: { notices: DeskView['notices'] }) {
  const { t } = useTranslation('desk')
  return (
    <section className="panel">
      <div className="ph2">
        <h2>{t('notices.title')}</h2>
        <Link className="more" to="/desk/resolutions">
          {t('notices.all')}
        </Link>
      </div>
      {notices.length === 0 ? (
        <EmptyState title={t('notices.none')}>{t('notices.noneHint')}</EmptyState>
      ) : (
        <ul className="ntc">
          {notices.map((notice) => (
            <li key={notice.id}>
              <div className="row">
                <Link className="b grow" to={`/resolutions/${notice.id}`}>
                  {notice.title}
                </Link>
                {notice.over ? (
                  <Tag tone="teal" icon={IconCircleCheck}>
                    {t('notices.over')}
                  </Tag>
                ) : (
                  <span className="sm muted nowrap">
                    {t('notices.day', { day: notice.day, days: notice.days })}
                  </span>
                )}
              </div>
              <div className="pg" aria-hidden="true">
                <i style={{ width: `${Math.round((notice.day / notice.days) * 100)}%` }} />
              </div>
              <p className="xs muted">{notice.number}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
