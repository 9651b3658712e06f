import { IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MinutesView } from '#app/domain/records/minutes-view.ts'
import { Tag } from '#app/ui/tag.tsx'

/** The same minutes as they may be read outside, as far as they were saved. */
export function MinutesPreview({ masked }: Pick<MinutesView, 'masked'>) {
  const { t } = useTranslation(['records', 'terms'])
  const { content, findings } = masked
  return (
    <section className="panel" aria-labelledby="preview">
      <div className="ph2">
        <h2 id="preview">{t('minutes.preview')}</h2>
      </div>
      <div className="min-b" lang="zh-CN">
        <p>
          <Tag tone={findings.length > 0 ? 'amber' : 'stone'} icon={IconEyeOff}>
            {findings.length > 0
              ? t('minutes.found', { count: findings.length })
              : t('minutes.foundNone')}
          </Tag>
        </p>
        {content.items.map((item) => (
          <div key={item.itemId} className="min-i">
            <h3>{item.title}</h3>
            {item.summary !== '' && <p>{item.summary}</p>}
            {item.turns.map(({ seq, name, summary }) => (
              <p key={seq} className="sm">
                <b className="b">{name}</b> {summary}
              </p>
            ))}
            {item.points.length > 0 && (
              <ol className="nl">
                {item.points.map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </ol>
            )}
          </div>
        ))}
        {content.other !== '' && <p className="min-i">{content.other}</p>}
      </div>
    </section>
  )
}
