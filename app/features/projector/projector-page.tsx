import { useTranslation } from 'react-i18next'
import { ConnectionBanner } from '#app/features/live/connection-banner.tsx'
import { useLive } from '#app/features/live/live-context.tsx'
import { currentItem, openBallot } from '#app/features/live/reading.ts'
import { Aside } from './wall-aside.tsx'
import { WallBallot, WallConsensus, WallItem } from './wall-item.tsx'
import { WallAgreed, WallResult } from './wall-result.tsx'
import { WallMessage, WallWelcome } from './wall-welcome.tsx'

/** The hall's screen: the one current thing, in letters that can be read from the back row. */
export function ProjectorPage() {
  const { t } = useTranslation('live')
  const { meeting } = useLive()
  const item = currentItem(meeting)
  const voting = openBallot(meeting)
  const counted =
    meeting.ballot?.verdict && meeting.ballot.voidReason === null ? meeting.ballot : null
  if (item && counted && !voting) return <WallResult ballot={counted} />
  const agreed = meeting.decisions.findLast((each) => each.itemId === item?.id)
  if (agreed?.by === 'consensus' && meeting.phase === 'in-session') {
    return <WallAgreed decision={agreed} />
  }
  return (
    <div className="pj">
      <div className="pj-g">
        <main className="pj-l" id="main">
          {meeting.phase === 'notified' || meeting.phase === 'doors-open' ? (
            <WallWelcome />
          ) : meeting.phase === 'paused' ? (
            <WallMessage
              title={t('paused.title')}
              note={meeting.pauseReason ?? t('paused.note')}
            />
          ) : meeting.phase === 'closed' ? (
            <WallMessage title={t('after.title')} note={t('wall.thanks')} decisions />
          ) : voting ? (
            <WallBallot ballot={voting} />
          ) : meeting.consensus ? (
            <WallConsensus />
          ) : item ? (
            <WallItem item={item} />
          ) : (
            <WallMessage title={meeting.title} note={t('wall.between')} decisions />
          )}
        </main>
        <Aside />
      </div>
      <div style={{ position: 'absolute', inset: 'auto 0 0 0', fontSize: '1.875rem' }}>
        <ConnectionBanner />
      </div>
    </div>
  )
}
