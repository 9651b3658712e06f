import { Form, Link } from '@remix-run/react'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { MATTER_CATEGORIES, type MatterCategory } from '#app/domain/matters/matter.ts'
import type { MatterLine } from '#app/domain/matters/matter-view.ts'
import { PRIVATE_CATEGORIES } from '#app/domain/matters/public-matter.ts'
import type { PublicFrameView, PublicNumbers } from '#app/domain/records/public-view.ts'
import { CATEGORY_ICON, matterNumber } from '#app/features/matters/matter-marks.ts'
import { StatusTag } from '#app/features/matters/status-tag.tsx'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { DoubleRule } from '#app/ui/double-rule.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { ListHead } from './list-head.tsx'
import { Pager } from './pager.tsx'
import { usePlaceName } from './place-name.ts'
import css from './public.module.css'

export const MATTER_STATES = ['open', 'closed', 'all'] as const
export type MatterStateChoice = (typeof MATTER_STATES)[number]

/** The categories anybody may ask for. */
export const PUBLIC_CATEGORIES = MATTER_CATEGORIES.filter(
  (category) => !PRIVATE_CATEGORIES.includes(category),
)

type Props = {
  frame: PublicFrameView
  numbers: PublicNumbers
  asked: { state: MatterStateChoice; category: MatterCategory | null; search: string }
  found: { lines: MatterLine[]; total: number; page: number; pages: number }
}

/** Small matters anybody may follow, open ones first. */
export function MattersPage({ frame, numbers, asked, found }: Props) {
  const { t } = useTranslation('public')
  const { t: terms } = useTranslation('terms')
  const { t: common } = useTranslation('common')
  const name = usePlaceName()
  return (
    <main id="main" className="wrapc">
      <ListHead
        title={t('matters.title')}
        lead={t('matters.lead', { community: name(frame.community) })}
      >
        <Form method="get" className={css.filter} role="search">
          <SelectField
            name="state"
            label={t('matters.state')}
            defaultValue={asked.state}
            options={MATTER_STATES.map((value) => ({
              value,
              label: t(`matters.states.${value}`),
            }))}
          />
          <SelectField
            name="category"
            label={t('matters.category')}
            defaultValue={asked.category ?? ''}
            placeholder={t('filter.all')}
            options={PUBLIC_CATEGORIES.map((value) => ({
              value,
              label: terms(`category.${value}`),
            }))}
          />
          <TextField
            name="search"
            type="search"
            label={t('matters.search')}
            defaultValue={asked.search}
            maxLength={40}
          />
          <Button type="submit" look="soft" icon={IconSearch}>
            {common('action.search')}
          </Button>
        </Form>
      </ListHead>
      <div className={`two ${css.mattersGrid ?? ''}`}>
        <section className={css.list} aria-label={t('matters.list')}>
          <p className="muted sm">{t('matters.count', { count: found.total })}</p>
          {found.lines.length > 0 ? (
            <ul className={css.matters}>
              {found.lines.map((line) => (
                <MatterRow key={line.id} line={line} />
              ))}
            </ul>
          ) : (
            <EmptyState level={2} title={t('empty.matters')}>
              {t('empty.mattersBody')}
            </EmptyState>
          )}
          <Pager page={found.page} pages={found.pages} />
        </section>
        <CategoryTable numbers={numbers} />
      </div>
    </main>
  )
}

function MatterRow({ line }: { line: MatterLine }) {
  const { t } = useTranslation('public')
  const { t: terms } = useTranslation('terms')
  const format = useFormat()
  return (
    <li>
      <Link to={`/matters/${line.id}`} className="res-li">
        <div>
          <h2 className={css.matterTitle}>{line.title}</h2>
          <p className="meta">
            <span>
              <Icon of={CATEGORY_ICON[line.category]} /> {terms(`category.${line.category}`)}
            </span>
            <span>{t('matters.number', { number: matterNumber(line.number) })}</span>
            <span>
              {line.compoundName}
              {line.spot && ` ${line.spot}`}
            </span>
            <span>{t('matters.raised', { day: format.shortDay(line.raisedAt) })}</span>
            {line.lead && <span>{t('matters.lead2', { name: line.lead.name })}</span>}
          </p>
        </div>
        <div className={css.outcome}>
          <StatusTag
            status={line.status}
            urgency={line.urgency}
            satisfaction={line.satisfaction}
          />
          {line.closedAt && (
            <p className="xs muted">
              {t('matters.closed', { day: format.shortDay(line.closedAt) })}
            </p>
          )}
        </div>
      </Link>
    </li>
  )
}

function CategoryTable({ numbers }: { numbers: PublicNumbers }) {
  const { t } = useTranslation('public')
  const { t: terms } = useTranslation('terms')
  if (numbers.byCategory.length === 0) return null
  const rows = [
    ...numbers.byCategory.map((row) => ({ ...row, name: terms(`category.${row.category}`) })),
    ...(numbers.others ? [{ ...numbers.others, name: t('matters.others') }] : []),
  ]
  return (
    <aside>
      <DoubleRule id="by-category" title={t('matters.byCategory')}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('matters.category')}</th>
              <th scope="col">{t('matters.raisedColumn')}</th>
              <th scope="col">{t('matters.solvedColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">{row.name}</th>
                <td>{row.raised}</td>
                <td>{row.solved}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="sm muted">{t('matters.tableNote', { year: numbers.year })}</p>
      </DoubleRule>
    </aside>
  )
}
