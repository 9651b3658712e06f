import {
  IconCircleDot,
  IconCircleX,
  IconDoorEnter,
  IconEdit,
  IconPlayerPause,
  IconPlayerStop,
  IconSpeakerphone,
  IconUserCheck,
  IconWorld,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MeetingStatus } from '#app/domain/meetings/meeting.ts'
import type { IconDrawing } from '#app/ui/icon.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { Tone } from '#app/ui/tone.ts'

const LOOK: Record<MeetingStatus, [Tone, IconDrawing]> = {
  draft: ['stone', IconEdit],
  notified: ['dai', IconSpeakerphone],
  'doors-open': ['teal', IconDoorEnter],
  'in-session': ['tea', IconCircleDot],
  paused: ['amber', IconPlayerPause],
  closed: ['stone', IconPlayerStop],
  'minutes-confirmed': ['teal', IconUserCheck],
  published: ['tea', IconWorld],
  cancelled: ['jujube', IconCircleX],
}

/** Where a session stands: hue, icon and word. Solid while it runs. */
export function MeetingTag({ status }: { status: MeetingStatus }) {
  const { t } = useTranslation('terms')
  const [tone, icon] = LOOK[status]
  return (
    <Tag tone={tone} icon={icon} solid={status === 'in-session'}>
      {t(`meetingStatus.${status}`)}
    </Tag>
  )
}
