import { IconInbox } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLive } from '#app/features/live/live-context.tsx'
import { openBallot } from '#app/features/live/reading.ts'
import { Note } from '#app/ui/note.tsx'

/**
 * For a sheet in which somebody writes: that a ballot has opened behind it. A sheet is over the
 * page, so whatever the page says of it is neither seen nor heard meanwhile.
 */
export function BallotWaits() {
  const { t } = useTranslation('live')
  const ballot = openBallot(useLive().meeting)
  return (
    <div role="status">
      {ballot && (
        <Note tone="tea" icon={IconInbox}>
          <b>{t('ballot.waits')}</b> {ballot.title}
        </Note>
      )}
    </div>
  )
}
