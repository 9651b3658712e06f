import { NavLink, PrefetchPageLinks } from '@remix-run/react'
import { IconList, IconPaperclip, IconUser } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive, useMeetingId } from '#app/features/live/live-context.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconHall } from '#app/ui/icon-hall.tsx'

/** The page itself comes first; ms. */
const FETCH_AFTER_MS = 3000

/** Now, agenda, papers, me. All four are fetched while there is a network, and open without one. */
export function PhoneTabs() {
  const { t } = useTranslation('live')
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
    { to: base, end: true, icon: IconHall, label: t('phone.tab.now') },
    { to: `${base}/agenda`, icon: IconList, label: t('phone.tab.agenda') },
    {
      to: `${base}/papers`,
      icon: IconPaperclip,
      label: papers > 0 ? t('phone.tab.papersCount', { n: papers }) : t('phone.tab.papers'),
    },
    { to: `${base}/me`, icon: IconUser, label: t('phone.tab.me') },
  ]
  return (
    <nav className="tabs" aria-label={t('phone.tab.label')}>
      {tabs.map(({ to, icon, label, end = false }) => (
        <NavLink key={to} to={to} end={end}>
          <Icon of={icon} />
          {label}
        </NavLink>
      ))}
      {fetching && tabs.map(({ to }) => <PrefetchPageLinks key={to} page={to} />)}
    </nav>
  )
}
