import { IconClockStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Seat } from '#app/domain/meetings/meeting.ts'
import { useLive } from '#app/features/live/live-context.tsx'
import { publicNameOf } from '#app/features/live/reading.ts'
import { useLanguage } from '#app/i18n/use-format.ts'
import { Icon } from '#app/ui/icon.tsx'

/** While nobody speaks: whose time was up just now, else what there is to say. The announcer tells it aloud. */
export function StoppedLine({
  stopped,
  otherwise,
}: {
  stopped: Seat | null
  otherwise: string
}) {
  const { t } = useTranslation('live')
  const language = useLanguage()
  const { me } = useLive()
  if (!stopped) return <p className="ink2">{otherwise}</p>
  const words =
    stopped.id === me.seatId
      ? t('speaker.stoppedYou')
      : t('speaker.stopped', { name: publicNameOf(stopped, language) })
  return (
    <p className="row b" style={{ gap: 6, color: 'var(--amber-t)' }}>
      <Icon of={IconClockStop} />
      {words}
    </p>
  )
}
