import { NavLink, PrefetchPageLinks, useLocation } from '@remix-run/react'
import { IconList, IconPaperclip, IconUser } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive, useMeetingId } from '#app/features/live/live-context.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { IconHall } from '#app/ui/icon-hall.tsx'
import css from './phone.module.css'

/** The page itself comes first; ms. */
const FETCH_AFTER_MS = 3000

/**
 * Now, agenda, papers, me. All four are fetched while there is a network, and open without one.
 *
 * @param elder - large buttons for those that are not shown; on them the way back first.
 */
export function PhoneTabs({ elder = false }: { elder?: boolean }) {
  const { t } = useTranslation('live')
  const { pathname } = useLocation()
  const meetingId = useMeetingId()
  const { meeting, link } = useLive()
  const [fetching, setFetching] = useState(false)
  useEffect(() => {
    if (link !== 'live') return
    const timer = setTimeout(() => setFetching(true), FETCH_AFTER_MS)
    return () => clearTimeout(timer)
  }, [link])
  const papers = meeting.agenda.filter((item) => item.proposal).length
  const base = `/m/${meetingId}`
  const tabs = [
    {
      to: base,
      end: true,
      icon: IconHall,
      label: t(elder ? 'elder.backToMeeting' : 'phone.tab.now'),
    },
    { to: `${base}/agenda`, icon: IconList, label: t('phone.tab.agenda') },
    {
      to: `${base}/papers`,
      icon: IconPaperclip,
      label:
        papers > 0 && !elder
          ? t('phone.tab.papersCount', { n: papers })
          : t('phone.tab.papers'),
    },
    { to: `${base}/me`, icon: IconUser, label: t('phone.tab.me') },
  ]
  const shown = elder ? tabs.filter(({ to }) => to !== pathname.replace(/\/$/, '')) : tabs
  return (
    <nav className={elder ? css.elderTabs : 'tabs'} aria-label={t('phone.tab.label')}>
      {shown.map(({ to, icon, label, end = false }) => (
        <NavLink
          key={to}
          to={to}
          end={end}
          className={elder ? classNames('btn line', end && css.back) : ''}
        >
          <Icon of={icon} />
          {label}
        </NavLink>
      ))}
      {fetching && tabs.map(({ to }) => <PrefetchPageLinks key={to} page={to} />)}
    </nav>
  )
}
