import { IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MinutesView } from '#app/domain/records/minutes-view.ts'
import { Tag } from '#app/ui/tag.tsx'
import { MinutesPaper } from './minutes-paper.tsx'

/** What would be published of what was saved, word for word. */
export function MinutesPreview({ masked }: Pick<MinutesView, 'masked'>) {
  const { t } = useTranslation(['minutes', 'records'])
  const { document, findings } = masked
  return (
    // It scrolls by itself, so a keyboard has to be able to stand in it.
    <section className="panel" aria-labelledby="preview" data-pane="preview" tabIndex={0}>
      <div className="ph2">
        <h2 id="preview">{t('pane.preview')}</h2>
        <span className="end">
          <Tag tone={findings.length > 0 ? 'amber' : 'stone'} icon={IconEyeOff}>
            {findings.length > 0
              ? t('records:minutes.found', { count: findings.length })
              : t('records:minutes.foundNone')}
          </Tag>
        </span>
      </div>
      <p className="sm muted min-hint">{t('pane.previewHint')}</p>
      <div className="min-paper">
        <MinutesPaper document={document} level={3} />
      </div>
    </section>
  )
}
