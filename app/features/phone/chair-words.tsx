import { IconAlertTriangle, IconEye, IconGavel, IconSpeakerphone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { observesItem, warningsOf } from '#app/domain/meetings/find-in-meeting.ts'
import { useLive, useMeetingId } from '#app/features/live/live-context.tsx'
import { Note } from '#app/ui/note.tsx'

/** What the chair has said to everybody and to me, and what concerns me on this item. */
export function ChairWords() {
  const { t } = useTranslation('phone')
  const { meeting, me } = useLive()
  const { message } = meeting.screen
  const warned = me.seatId === null ? 0 : warningsOf(meeting, me.seatId)
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
      {warned > 0 && (
        <Note tone="amber" icon={IconAlertTriangle} role="status">
          <b>{t('warned.title', { count: warned })}</b>
          <br />
          {t('warned.note', { count: meeting.rules.warnings })}
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
