import { Form, Link, useSubmit } from '@remix-run/react'
import { IconFlag, IconSearch, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MATTER_CATEGORIES, MATTER_SOURCES } from '#app/domain/matters/matter.ts'
import { URGENCIES } from '#app/domain/matters/urgency.ts'
import { SIDES } from '#app/domain/organisation/side.ts'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import css from './matters.module.css'

/** What was asked for, as the address says it. */
export type Asked = {
  view: 'list' | 'board'
  q: string
  compound: string
  category: string
  lead: string
  source: string
  due: string
  state: string
}

type Props = {
  asked: Asked
  compounds: readonly { id: string; name: string }[]
  shown: number
  total: number
}

/** Filters as one form that reads: without a script it has a button, with one it sends itself. */
export function MatterFilter({ asked, compounds, shown, total }: Props) {
  const { t } = useTranslation('matters')
  const { t: term } = useTranslation('terms')
  const submit = useSubmit()
  const isOn = Object.entries(asked).some(([name, value]) => name !== 'view' && value !== '')
  return (
    <Form
      method="get"
      className={classNames('fl', css.filters)}
      role="search"
      aria-label={t('filter.label')}
      onChange={(event) => {
        if ((event.target as Element).tagName === 'SELECT') submit(event.currentTarget)
      }}
    >
      {asked.view === 'board' && <input type="hidden" name="view" value="board" />}
      <label className={classNames('fc', css.search)}>
        <Icon of={IconSearch} />
        <span className="vh">{t('filter.search')}</span>
        <input type="search" name="q" defaultValue={asked.q} placeholder={t('filter.search')} />
      </label>
      {compounds.length > 1 && (
        <Choice name="compound" value={asked.compound} label={t('filter.compound')}>
          {compounds.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
      )}
      <Choice name="category" value={asked.category} label={t('filter.category')}>
        {MATTER_CATEGORIES.map((category) => (
          <option key={category} value={category}>
            {term(`category.${category}`)}
          </option>
        ))}
      </Choice>
      <Choice name="lead" value={asked.lead} label={t('filter.lead')}>
        {SIDES.map((side) => (
          <option key={side} value={side}>
            {term(`side.${side}`)}
          </option>
        ))}
      </Choice>
      <Choice name="source" value={asked.source} label={t('filter.source')}>
        {MATTER_SOURCES.map((source) => (
          <option key={source} value={source}>
            {term(`matterSource.${source}`)}
          </option>
        ))}
      </Choice>
      {asked.view === 'list' && (
        <>
          <Choice name="due" value={asked.due} label={t('filter.due')}>
            {URGENCIES.filter((urgency) => urgency !== 'rest').map((urgency) => (
              <option key={urgency} value={urgency}>
                {t(`urgency.${urgency}`)}
              </option>
            ))}
          </Choice>
          <Choice
            name="state"
            value={asked.state}
            label={t('filter.state')}
            first={t('filter.open')}
          >
            <option value="closed">{t('filter.closed')}</option>
            <option value="all">{t('filter.everything')}</option>
          </Choice>
        </>
      )}
      <noscript>
        <button className="btn line sm" type="submit">
          {t('filter.apply')}
        </button>
      </noscript>
      {isOn && (
        <Link
          className="btn ghost sm"
          to={asked.view === 'board' ? '/desk/matters?view=board' : '/desk/matters'}
        >
          <Icon of={IconX} />
          {t('filter.clear')}
        </Link>
      )}
      {asked.view === 'list' && (
        <span className="end muted sm" role="status">
          {t('filter.shown', { shown, total })}
        </span>
      )}
    </Form>
  )
}

function Choice({
  name,
  value,
  label,
  first,
  children,
}: {
  name: string
  value: string
  label: string
  first?: string
  children: ReactNode
}) {
  const { t } = useTranslation('matters')
  return (
    <label className={classNames('fc', value !== '' && 'on')}>
      {name === 'due' && <Icon of={IconFlag} />}
      {label}
      <select name={name} defaultValue={value}>
        <option value="">{first ?? t('filter.all')}</option>
        {children}
      </select>
    </label>
  )
}
