import { Form, NavLink, useLocation } from '@remix-run/react'
import {
  IconBuildingCommunity,
  IconCalendarEvent,
  IconFlag,
  IconHome,
  IconHomeCheck,
  IconLogout,
  IconScale,
  IconSettings,
  IconSpeakerphone,
  IconUsers,
} from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffRole } from '#app/domain/permissions/viewer.ts'
import type { Community } from '#app/domain/organisation/community.ts'
import { useLanguage } from '#app/i18n/use-format.ts'
import { BrandMark } from '#app/ui/brand-mark.tsx'
import { Icon, type IconDrawing } from '#app/ui/icon.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import { DeskLanguage } from './desk-language.tsx'
import './desk-page.css'

type Props = {
  name: string
  role: StaffRole
  /** null for a town or county, which read figures only. */
  community: Community | null
  counts: { screening: number; overdue: number } | null
}

export function DeskNav({ name, role, community, counts }: Props) {
  const { t } = useTranslation(['desk', 'common'])
  const language = useLanguage()
  const nav = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  // On a phone the sections lie side by side, and the one that is open may be out of sight.
  useEffect(() => {
    const open = nav.current?.querySelector('[aria-current="page"]')
    open?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [pathname])
  const waiting = counts ? counts.overdue + counts.screening : 0
  return (
    <nav className="dk-n" ref={nav} aria-label={t('nav.label')}>
      <BrandMark to="/">{t('common:brand.name')}</BrandMark>
      <p className="pl">
        {community
          ? language === 'en'
            ? `${community.nameEn}, ${community.townEn}`
            : `${community.town}·${community.name}`
          : t(`nav.scope.${role === 'county' ? 'county' : 'town'}`)}
      </p>
      <Section to="/desk" end icon={IconHome} label={t('nav.home')} />
      {community && (
        <>
          <Section to="/desk/sessions" icon={IconCalendarEvent} label={t('nav.sessions')} />
          <Section
            to="/desk/matters"
            icon={IconFlag}
            label={t('nav.matters')}
            count={waiting}
            countLabel={t('nav.waiting', { count: waiting })}
            urgent={(counts?.overdue ?? 0) > 0}
          />
          <Section
            to="/desk/resolutions"
            icon={IconSpeakerphone}
            label={t('nav.resolutions')}
          />
          <Section to="/desk/owners-votes" icon={IconHomeCheck} label={t('nav.ownersVotes')} />
          <Section to="/desk/roster" icon={IconUsers} label={t('nav.roster')} />
          <Section to="/desk/register" icon={IconBuildingCommunity} label={t('nav.register')} />
          {role === 'cadre' && (
            <Section to="/desk/community" icon={IconSettings} label={t('nav.community')} />
          )}
        </>
      )}
      {role === 'county' && (
        <Section to="/desk/rules" icon={IconScale} label={t('nav.rules')} />
      )}
      <span className="grow" />
      <DeskLanguage />
      <div className="dk-me">
        <Monogram side="committees" />
        <div className="grow">
          <b className="b">{name}</b>
          <p className="xs muted">{t(`role.${role}`)}</p>
        </div>
        <Form method="post" action="/signout">
          <button className="btn ghost sm sq" type="submit" title={t('common:nav.signOut')}>
            <Icon of={IconLogout} />
            <span className="vh">{t('common:nav.signOut')}</span>
          </button>
        </Form>
      </div>
    </nav>
  )
}

function Section({
  to,
  icon,
  label,
  end = false,
  count = 0,
  countLabel,
  urgent = false,
}: {
  to: string
  icon: IconDrawing
  label: string
  end?: boolean
  count?: number
  countLabel?: string
  urgent?: boolean
}) {
  return (
    <NavLink to={to} end={end} className="n" prefetch="intent">
      <Icon of={icon} />
      {label}
      {count > 0 && (
        <span className={urgent ? 'ct t-jujube' : 'ct'}>
          <span aria-hidden="true">{count}</span>
          <span className="vh">{countLabel}</span>
        </span>
      )}
    </NavLink>
  )
}
