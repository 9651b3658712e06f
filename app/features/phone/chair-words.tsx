import { IconEye, IconGavel, IconSpeakerphone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { observesItem } from '#app/domain/meetings/find-in-meeting.ts'
import { useLive, useMeetingId } from '#app/features/live/live-context.tsx'
import { Note } from '#app/ui/note.tsx'

/** What the chair has said to everybody, and what concerns me on this item. */
export function ChairWords() {
  const { t } = useTranslation('phone')
  const { meeting, me } = useLive()
  const { message } = meeting.screen
  const observes = me.seatId !== null && observesItem(meeting, me.seatId, meeting.currentItemId)
  return (
    <>
      {message && (
        <Note tone="tea" icon={IconSpeakerphone} role="status">
          <b>{t('message')}</b>
          <br />
          {message.text}
        </Note>
      )}
      {observes && meeting.currentItemId && (
        <Note tone="stone" icon={IconEye} role="status">
          <b>{t('observes.title')}</b>
          <br />
          {t(meeting.rules.conflictMaySpeak ? 'observes.maySpeak' : 'observes.silent')}
        </Note>
      )}
    </>
  )
}

/** A delegate who was given the chair finds the console from here. */
export function ChairNote() {
  const { t } = useTranslation('phone')
  const { meeting, me } = useLive()
  const meetingId = useMeetingId()
  if (me.seatId === null || meeting.chair.seatId !== me.seatId || meeting.phase === 'closed') {
    return null
  }
  return (
    <Note tone="tea" icon={IconGavel} role="status">
      <b>{t('chair.title')}</b> {t('chair.note')}
      <br />
      <a className="btn" href={`/meetings/${meetingId}/console`}>
        {t('chair.open')}
      </a>
    </Note>
  )
}
