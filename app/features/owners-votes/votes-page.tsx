import { Link } from '@remix-run/react'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { OwnersVoteState } from '#app/domain/owners-vote/owners-vote.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Table } from '#app/ui/table.tsx'
import { noon } from './noon.ts'
import { VoteStateTag } from './vote-tags.tsx'

type Line = {
  id: string
  title: string
  state: OwnersVoteState
  opensOn: string
  closesOn: string
  compound: string
  compoundEn: string
}

/** The owners' votes of a community, newest first. */
export function VotesPage({ votes, mayRun }: { votes: readonly Line[]; mayRun: boolean }) {
  const { t } = useTranslation('owners-votes')
  const format = useFormat()
  const isEnglish = useLanguage() === 'en'
  const add = mayRun && (
    <LinkButton to="/desk/owners-votes/new" look="primary" icon={IconPlus}>
      {t('list.add')}
    </LinkButton>
  )
  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{t('list.title')}</h1>
          <p>{t('list.lead')}</p>
        </div>
        <span className="grow" />
        {add}
      </header>
      <section className="panel">
        {votes.length === 0 ? (
          <EmptyState level={2} title={t('list.empty')} action={add}>
            {t('list.emptyHint')}
          </EmptyState>
        ) : (
          <Table
            caption={t('list.title')}
            captionHidden
            rows={votes}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'title',
                head: t('list.what'),
                rowHead: true,
                cell: ({ id, title, compound, compoundEn }) => (
                  <>
                    <Link className="il" to={`/desk/owners-votes/${id}`} lang="zh-CN">
                      {title}
                    </Link>
                    <p className="sm muted">{isEnglish ? compoundEn : compound}</p>
                  </>
                ),
              },
              {
                key: 'state',
                head: t('list.state'),
                cell: ({ state }) => <VoteStateTag state={state} />,
              },
              {
                key: 'window',
                head: t('list.window'),
                cell: ({ opensOn, closesOn }) =>
                  `${format.shortDay(noon(opensOn))} – ${format.shortDay(noon(closesOn))}`,
              },
            ]}
          />
        )}
      </section>
    </>
  )
}
