import { useTranslation } from 'react-i18next'
import { useMeetingTitle } from '#app/features/live/use-meeting-title.ts'
import { openMotion } from '#app/domain/meetings/open-motion.ts'
import { ConnectionBanner } from '#app/features/live/connection-banner.tsx'
import { useLive, useServerNow } from '#app/features/live/live-context.tsx'
import { currentItem, openBallot } from '#app/features/live/reading.ts'
import { Aside } from './wall-aside.tsx'
import { WallBallot, WallConsensus, WallItem } from './wall-item.tsx'
import { WallAgreed, WallResult } from './wall-result.tsx'
import {
  WallBreak,
  WallMinutes,
  WallMotion,
  WallNote,
  WallSpeakers,
  WallTemperature,
} from './wall-states.tsx'
import { useFit } from './use-fit.ts'
import { agreedNow, shownTemperature, wallViewOf, type WallView } from './wall-view.ts'
import { WallMessage, WallWelcome } from './wall-welcome.tsx'

/** The hall's screen: the one current thing, in letters that can be read from the back row. */
export function ProjectorPage() {
  const { meeting, seq } = useLive()
  const view = wallViewOf(meeting, useServerNow())
  const main = useFit<HTMLElement>(`${view} ${seq}`)
  const banner = (
    <div style={{ position: 'absolute', inset: 'auto 0 0 0', fontSize: '1.875rem' }}>
      <ConnectionBanner />
    </div>
  )
  const agreed = agreedNow(meeting)
  // These two take the whole wall.
  const outcome =
    view === 'result' && meeting.ballot ? (
      <WallResult ballot={meeting.ballot} />
    ) : view === 'agreed' && agreed ? (
      <WallAgreed decision={agreed} />
    ) : null
  if (outcome) {
    return (
      <div data-view={view}>
        {outcome}
        {banner}
      </div>
    )
  }
  return (
    <div className="pj" data-view={view}>
      <div className="pj-g">
        <main className="pj-l" id="main" ref={main}>
          <WallPart view={view} />
        </main>
        <Aside />
      </div>
      {banner}
    </div>
  )
}

function WallPart({ view }: { view: WallView }) {
  const { t } = useTranslation('live')
  const { meeting } = useLive()
  const title = useMeetingTitle(meeting)
  const { screen } = meeting
  const item = currentItem(meeting)
  const between = <WallMessage title={title} note={t('wall.between')} decisions />
  switch (view) {
    case 'welcome':
      return <WallWelcome />
    case 'break':
      return <WallBreak />
    case 'end':
      return <WallMessage title={t('after.title')} note={t('wall.thanks')} decisions />
    case 'message':
      return screen.message && <WallNote text={screen.message.text} />
    case 'minutes': {
      const { readBack } = screen
      const of = meeting.agenda.find((each) => each.id === readBack?.itemId)
      return (
        readBack && (
          <WallMinutes
            itemId={readBack.itemId}
            title={of?.title ?? title}
            text={readBack.text}
          />
        )
      )
    }
    case 'temperature': {
      const check = shownTemperature(meeting)
      return check && <WallTemperature key={check.checkId} check={check} />
    }
    case 'ballot': {
      const ballot = openBallot(meeting)
      return ballot && <WallBallot ballot={ballot} />
    }
    case 'motion': {
      const motion = openMotion(meeting)
      return motion && <WallMotion motion={motion} />
    }
    case 'consensus':
      return <WallConsensus />
    case 'speakers':
      return item && <WallSpeakers title={item.title} />
    case 'item':
      return item ? <WallItem item={item} /> : between
    case 'result':
    case 'agreed':
    case 'between':
      return between
  }
}
