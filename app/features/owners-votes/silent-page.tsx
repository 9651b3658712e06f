import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Table } from '#app/ui/table.tsx'

type Line = {
  electorId: string
  names: string
  doors: string
  held: boolean
  /** The elector's own link, to be sent to them alone. */
  link: string
}

type Props = {
  vote: { id: string; title: string }
  electors: Line[]
  total: number
  page: number
  pages: number
}

/** Whom to remind: those who have not voted, and nobody else. */
export function SilentPage({ vote, electors, total, page, pages }: Props) {
  const { t } = useTranslation('owners-votes')
  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{t('silent.title', { count: total })}</h1>
          <p>{t('silent.lead')}</p>
        </div>
        <span className="grow" />
        <LinkButton look="line" to={`/desk/owners-votes/${vote.id}`}>
          {t('reading.back')}
        </LinkButton>
      </header>
      <section className="panel">
        {electors.length === 0 ? (
          <EmptyState level={2} title={t('silent.nobody')} />
        ) : (
          <Table
            caption={t('silent.title', { count: total })}
            captionHidden
            rows={electors}
            rowKey={({ electorId }) => electorId}
            columns={[
              { key: 'number', head: t('papers.number'), cell: ({ electorId }) => electorId },
              { key: 'who', head: t('silent.who'), rowHead: true, cell: ({ names }) => names },
              { key: 'doors', head: t('papers.doors'), cell: ({ doors }) => doors },
              {
                key: 'link',
                head: t('silent.link'),
                cell: ({ link, held }) =>
                  held ? t('silent.held') : <input className="inp" readOnly value={link} />,
              },
            ]}
          />
        )}
      </section>
      {pages > 1 && (
        <nav className="min-acts mt12" aria-label={t('silent.title', { count: total })}>
          {page > 1 && (
            <Link className="btn line sm" to={`?page=${page - 1}`}>
              {t('silent.before')}
            </Link>
          )}
          {page < pages && (
            <Link className="btn line sm" to={`?page=${page + 1}`}>
              {t('sheet.next')}
            </Link>
          )}
        </nav>
      )}
    </>
  )
}
