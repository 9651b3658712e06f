import { NavLink } from '@remix-run/react'
import { IconList, IconPaperclip, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLive, useMeetingId } from '#app/features/live/live-context.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconHall } from '#app/ui/icon-hall.tsx'

/** Now, agenda, papers, me. */
export function PhoneTabs() {
  const { t } = useTranslation('live')
  const meetingId = useMeetingId()
  const { meeting } = useLive()
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
        <NavLink key={to} to={to} end={end} prefetch="intent">
          <Icon of={icon} />
          {label}
        </NavLink>
      ))}
    </nav>
  )
}
