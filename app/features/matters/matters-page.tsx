import { Link } from '@remix-run/react'
import { IconLayoutKanban, IconList, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MatterLine } from '#app/domain/matters/matter-view.ts'
import type { Urgency } from '#app/domain/matters/urgency.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SegmentedLinks } from '#app/ui/segmented.tsx'
import { MatterBoard, type Board } from './matter-board.tsx'
import { MatterFilter, type Asked } from './matter-filter.tsx'
import { MatterList } from './matter-list.tsx'
import css from './matters.module.css'

type Props = {
  counts: { open: number; overdue: number; awaitingVisit: number; closedThisYear: number }
  asked: Asked
  compounds: { id: string; name: string }[]
  list: {
    lines: MatterLine[]
    total: number
    byUrgency: Record<Urgency, number>
    page: number
    pages: number
  } | null
  board: Board | null
  mayAdd: boolean
  now: Date
}

/** The desk's matters, as a list by urgency or as a board by stage. */
export function MattersPage({ counts, asked, compounds, list, board, mayAdd, now }: Props) {
  const { t } = useTranslation('matters')
  const isFiltered = Object.entries(asked).some(([name, value]) => name !== 'view' && value)
  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{t('title')}</h1>
          <p>{t('summary', counts)}</p>
        </div>
        <span className="grow" />
        <SegmentedLinks
          label={t('view.label')}
          items={[
            {
              to: addressOf({ ...asked, view: 'list' }),
              label: t('view.list'),
              icon: IconList,
              current: asked.view === 'list',
            },
            {
              to: addressOf({ ...asked, view: 'board' }),
              label: t('view.board'),
              icon: IconLayoutKanban,
              current: asked.view === 'board',
            },
          ]}
        />
        {mayAdd && (
          <LinkButton look="primary" icon={IconPlus} to="/desk/matters/new">
            {t('new')}
          </LinkButton>
        )}
      </header>
      <MatterFilter
        key={addressOf(asked)}
        asked={asked}
        compounds={compounds}
        shown={list?.lines.length ?? 0}
        total={list?.total ?? 0}
      />
      {board && <MatterBoard board={board} now={now} />}
      {list && list.lines.length > 0 && <MatterList {...list} now={now} />}
      {list && list.lines.length === 0 && (
        <div className={css.empty}>
          <EmptyState level={2} title={t('empty.title')}>
            {t(isFiltered ? 'empty.filtered' : 'empty.none')}
          </EmptyState>
        </div>
      )}
      {list && list.pages > 1 && <Pages asked={asked} page={list.page} pages={list.pages} />}
    </>
  )
}

function Pages({ asked, page, pages }: { asked: Asked; page: number; pages: number }) {
  const { t } = useTranslation('matters')
  return (
    <nav className={css.pages} aria-label={t('page.label')}>
      {page > 1 && (
        <Link className="btn line sm" to={addressOf(asked, page - 1)} rel="prev">
          {t('page.previous')}
        </Link>
      )}
      <span className="sm muted">{t('page.of', { page, pages })}</span>
      {page < pages && (
        <Link className="btn line sm" to={addressOf(asked, page + 1)} rel="next">
          {t('page.next')}
        </Link>
      )}
    </nav>
  )
}

function addressOf(asked: Asked, page = 1): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) {
    if (value !== '' && !(name === 'view' && value === 'list')) search.set(name, value)
  }
  if (page > 1) search.set('page', String(page))
  const query = search.toString()
  return `/desk/matters${query ? `?${query}` : ''}`
}
