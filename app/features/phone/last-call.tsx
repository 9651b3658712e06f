import { IconHandStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLive } from '#app/features/live/live-context.tsx'
import { currentItem, openBallot } from '#app/features/live/reading.ts'
import { Note } from '#app/ui/note.tsx'

/** The chair’s “any more?”, from the moment it is asked until the item is put to the room. */
export function LastCall() {
  const { t } = useTranslation('live')
  const { meeting } = useLive()
  const item = currentItem(meeting)
  const settled = meeting.decisions.some((each) => each.itemId === item?.id)
  if (!item || item.lastCallAt === null || settled) return null
  if (meeting.consensus || openBallot(meeting)) return null
  return (
    <Note tone="amber" icon={IconHandStop}>
      <b>{t('lastCall.title')}</b>
      <br />
      {t('lastCall.note')}
    </Note>
  )
}
