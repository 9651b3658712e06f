import { Link } from '@remix-run/react'
import { IconPhone, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Compound } from '#app/domain/organisation/community.ts'
import type { RosterEntry } from '#app/domain/organisation/roster.ts'
import { SIDES } from '#app/domain/organisation/side.ts'
import { useLanguage } from '#app/i18n/use-format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import { SegmentedLinks } from '#app/ui/segmented.tsx'
import './desk-page.css'

type Props = { compounds: Compound[]; compoundId: string | null; roster: RosterEntry[] }

/** Who speaks for whom, by side. For staff of the community only. */
export function RosterPage({ compounds, compoundId, roster }: Props) {
  const { t } = useTranslation(['desk', 'terms', 'community'])
  const isEnglish = useLanguage() === 'en'
  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{t('roster.title')}</h1>
          <p>
            {t('roster.count', { count: new Set(roster.map((each) => each.personId)).size })}
          </p>
        </div>
        <span className="grow" />
        <LinkButton to="/desk/roster/new" look="primary" icon={IconPlus}>
          {t('community:person.add')}
        </LinkButton>
        <SegmentedLinks
          label={t('roster.which')}
          items={[
            ...compounds.map((each) => ({
              to: `/desk/roster?compound=${each.id}`,
              label: isEnglish ? each.nameEn : each.name,
              current: each.id === compoundId,
            })),
            {
              to: '/desk/roster?compound=all',
              label: t('roster.all'),
              current: compoundId === null,
            },
          ]}
        />
      </header>
      {roster.length === 0 ? (
        <section className="panel">
          <EmptyState level={2} title={t('roster.empty')}>
            {t('roster.emptyHint')}
          </EmptyState>
        </section>
      ) : (
        <div className="col ros">
          {SIDES.map((side) => {
            const entries = roster.filter((entry) => entry.side === side)
            return (
              <section className="panel" key={side} aria-label={t(`terms:side.${side}`)}>
                <div className="ph2">
                  <Monogram side={side} />
                  <h2>{t(`terms:side.${side}`)}</h2>
                  <span className="muted sm">
                    {t('roster.count', { count: entries.length })}
                  </span>
                </div>
                {entries.length === 0 ? (
                  <p className="sm muted ros-none">{t('roster.none')}</p>
                ) : (
                  <ul className="ros-u">
                    {entries.map((entry) => (
                      <RosterRow key={entry.membershipId} entry={entry} />
                    ))}
                  </ul>
                )}
              </section>
            )
          })}
        </div>
      )}
    </>
  )
}

function RosterRow({ entry }: { entry: RosterEntry }) {
  const { t } = useTranslation(['desk', 'community'])
  const isEnglish = useLanguage() === 'en'
  return (
    <li className="ros-r">
      <Link
        className="b"
        to={`/desk/roster/${entry.membershipId}`}
        aria-label={t('community:person.editOf', { name: entry.name })}
      >
        {entry.name}
      </Link>
      <span>{isEnglish ? entry.titleEn : entry.title}</span>
      <span className="muted">
        {entry.building ?? (entry.compoundId === null ? t('roster.everywhere') : '')}
      </span>
      <span className="muted">{isEnglish ? entry.bodyEn : entry.body}</span>
      <span>{entry.phone ?? <span className="muted">{t('roster.noPhone')}</span>}</span>
      <span>
        {entry.needsCall && (
          <span className="chk t-amber">
            <Icon of={IconPhone} />
            {t('roster.call')}
          </span>
        )}
      </span>
    </li>
  )
}
