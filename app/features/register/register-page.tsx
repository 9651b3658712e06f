import { Form, Link } from '@remix-run/react'
import { IconDownload, IconFileImport, IconHomePlus, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Compound } from '#app/domain/organisation/community.ts'
import {
  GAPS,
  type Gap,
  type RegisterBuilding,
  type RegisterLine,
  type RegisterTotals,
} from '#app/domain/register/register-view.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import { RegisterHead } from './register-head.tsx'
import css from './register.module.css'

type Props = {
  compounds: Compound[]
  compoundId: string
  totals: RegisterTotals
  buildings: RegisterBuilding[]
  buildingId: string | null
  lines: RegisterLine[]
  found: number
  search: string
  gap: Gap | null
}

/** A compound's units by building, or what was searched for in all of them. */
export function RegisterPage(props: Props) {
  const { compounds, compoundId, totals } = props
  const { t } = useTranslation('register')
  const { number } = useFormat()
  const file = (kind: string) => `/desk/register/file?compound=${compoundId}&kind=${kind}`
  return (
    <>
      <RegisterHead compounds={compounds} compoundId={compoundId} tab="units" />
      <div className={css.stack}>
        <section className="panel">
          <div className={css.totals}>
            <span>{t('totals.units', { value: number(totals.units) })}</span>
            <span>{t('totals.owners', { value: number(totals.owners) })}</span>
            <span>{t('totals.area', { value: totals.area })}</span>
            <span>{t('totals.unsold', { value: number(totals.unsold) })}</span>
          </div>
          <div className={`${css.line} ${css.pad}`} style={{ paddingTop: 0 }}>
            <LinkButton
              look="primary"
              icon={IconFileImport}
              to={`/desk/register/import?compound=${compoundId}`}
            >
              {t('import.open')}
            </LinkButton>
            <LinkButton
              icon={IconHomePlus}
              to={`/desk/register/units/new?compound=${compoundId}`}
            >
              {t('unit.new')}
            </LinkButton>
            <LinkButton look="ghost" icon={IconDownload} to={file('xlsx')} reloadDocument>
              {t('export.xlsx')}
            </LinkButton>
            <LinkButton look="ghost" icon={IconDownload} to={file('csv')} reloadDocument>
              {t('export.csv')}
            </LinkButton>
          </div>
        </section>
        {totals.units === 0 ? (
          <section className="panel">
            <EmptyState
              level={2}
              title={t('empty')}
              action={
                <LinkButton
                  icon={IconDownload}
                  to="/desk/register/file?kind=template-xlsx"
                  reloadDocument
                >
                  {t('import.template')}
                </LinkButton>
              }
            >
              {t('emptyHint')}
            </EmptyState>
          </section>
        ) : (
          <Units {...props} />
        )}
      </div>
    </>
  )
}

function Units({
  compoundId,
  totals,
  buildings,
  buildingId,
  lines,
  found,
  search,
  gap,
}: Props) {
  const { t } = useTranslation('register')
  const { number } = useFormat()
  const here = `/desk/register?compound=${compoundId}`
  const gaps = GAPS.filter((each) => totals.gaps[each] > 0)
  const everywhere = buildingId === null
  return (
    <section className="panel">
      <div className={css.pad}>
        <Form method="get" className={css.row} role="search">
          <input type="hidden" name="compound" value={compoundId} />
          <TextField name="q" label={t('search')} type="search" defaultValue={search} />
          <Button type="submit" icon={IconSearch}>
            {t('find')}
          </Button>
          {everywhere && (
            <LinkButton look="ghost" to={here}>
              {t('clear')}
            </LinkButton>
          )}
        </Form>
        <nav className={css.chips} aria-label={t('gap.label')}>
          {gaps.length === 0 && <span className="sm muted">{t('gap.none')}</span>}
          {gaps.map((each) => (
            <Link
              key={each}
              className={each === gap ? 'fc on' : 'fc'}
              to={`${here}&gap=${each}`}
              aria-current={each === gap ? 'page' : undefined}
            >
              {t(`gap.${each}`)} <b>{number(totals.gaps[each])}</b>
            </Link>
          ))}
        </nav>
        <nav className={css.chips} aria-label={t('buildings')}>
          {buildings.map((building) => (
            <Link
              key={building.id}
              className={building.id === buildingId ? 'fc on' : 'fc'}
              to={`${here}&building=${building.id}`}
              aria-current={building.id === buildingId ? 'page' : undefined}
              preventScrollReset
            >
              {building.name} <b>{number(building.units)}</b>
            </Link>
          ))}
        </nav>
        {everywhere && (
          <p className="sm muted" role="status">
            {t('found', { value: number(found) })}
            {found > lines.length && ` · ${t('foundFirst', { shown: lines.length })}`}
          </p>
        )}
      </div>
      {lines.length === 0 ? (
        <EmptyState title={t('emptyFound')}>{t('emptyFoundHint')}</EmptyState>
      ) : (
        <UnitTable lines={lines} />
      )}
    </section>
  )
}

function UnitTable({ lines }: { lines: RegisterLine[] }) {
  const { t } = useTranslation('register')
  const columns: Column<RegisterLine>[] = [
    { key: 'stairwell', head: t('col.stairwell'), cell: ({ stairwell }) => stairwell },
    {
      key: 'room',
      head: t('col.room'),
      rowHead: true,
      cell: ({ id, room }) => <Link to={`/desk/register/units/${id}`}>{room}</Link>,
    },
    { key: 'kind', head: t('col.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    { key: 'status', head: t('col.status'), cell: ({ status }) => t(`status.${status}`) },
    {
      key: 'area',
      head: t('col.area'),
      number: true,
      cell: ({ area, areaSource }) =>
        area !== null && (
          <>
            {area}
            {areaSource !== null && areaSource !== 'registered' && (
              <span className="xs muted"> {t(`source.${areaSource}`)}</span>
            )}
          </>
        ),
    },
    { key: 'owners', head: t('col.owners'), cell: ({ owners }) => owners },
    {
      key: 'gaps',
      head: t('col.gaps'),
      cell: ({ gaps }) => (
        <span className={css.missing}>{gaps.map((each) => t(`gap.${each}`)).join('、')}</span>
      ),
    },
  ]
  return (
    <Table
      caption={t('cap.list')}
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
    />
  )
}
