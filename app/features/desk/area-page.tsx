import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { CommunityFigures } from '#app/domain/organisation/community.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Table } from '#app/ui/table.tsx'

/** What a town or county reads: figures by community, and the way to each public page. */
export function AreaPage({ communities }: { communities: CommunityFigures[] }) {
  const { t } = useTranslation('desk')
  const format = useFormat()
  const language = useLanguage()
  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{t('area.title')}</h1>
          <p>{t('area.since')}</p>
        </div>
      </header>
      {communities.length === 0 ? (
        <section className="panel">
          <EmptyState level={2} title={t('area.empty')} />
        </section>
      ) : (
        <section className="panel area">
          <Table
            caption={t('area.caption')}
            captionHidden
            rows={communities}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                head: t('area.community'),
                rowHead: true,
                cell: (row) => (
                  <Link className="il" to={`/c/${row.code}`}>
                    {language === 'en' ? row.nameEn : row.name}
                  </Link>
                ),
              },
              ...(['sessions', 'raised', 'closed', 'solved', 'overdue'] as const).map(
                (key) => ({
                  key,
                  head: t(`area.${key}`),
                  number: true,
                  cell: (row: CommunityFigures) => format.number(row[key]),
                }),
              ),
            ]}
          />
        </section>
      )}
    </>
  )
}
