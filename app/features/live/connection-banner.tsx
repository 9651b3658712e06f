import { IconReload, IconWifiOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import { Banner } from '#app/ui/banner.tsx'
import { useLive } from './live-context.tsx'

/** What the page says about its own connection: nothing, unless there is something to do or to know. */
export function ConnectionBanner({
  kept,
  works,
}: {
  /** What waits here to be sent. */
  kept?: 'hand' | 'vote' | undefined
  /** What can be done on this page without a connection, as a sentence. */
  works?: string | undefined
}) {
  const { t } = useTranslation('live')
  const format = useFormat()
  const { link, offline, heardAt } = useLive()
  if (link === 'reload') {
    return (
      <Banner
        icon={IconReload}
        tone="tea"
        action={
          // Not a client-side visit: the page's own code is what is too old.
          <a className="end" href="">
            {t('connection.reloadNow')}
          </a>
        }
      >
        {t('connection.reload')}
      </Banner>
    )
  }
  return (
    <Banner icon={IconWifiOff}>
      {offline
        ? `${t(kept ? `connection.lost-${kept}` : 'connection.lost')} ${t('connection.asOf', {
            time: format.time(new Date(heardAt)),
          })}${works ? ` ${works}` : ''}`
        : ''}
    </Banner>
  )
}
