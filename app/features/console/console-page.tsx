import { IconArrowsExchange, IconInbox } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemState } from '#app/domain/meetings/meeting-state.ts'
import type { Officer } from '#app/domain/meetings/meeting.ts'
import { Announcer } from '#app/features/live/announcer.tsx'
import { ConnectionBanner } from '#app/features/live/connection-banner.tsx'
import { VerdictCard } from '#app/features/ballot/verdict-card.tsx'
import { useLive, useMeetingId, useServerNow } from '#app/features/live/live-context.tsx'
import { currentItem, openBallot } from '#app/features/live/reading.ts'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import { useAct, type Act } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { AgendaRail } from './agenda-rail.tsx'
import { AttendancePanel } from './attendance.tsx'
import { BallotCentre } from './ballot-centre.tsx'
import { BallotRules } from './ballot-rules.tsx'
import { BetweenCentre } from './between-centre.tsx'
import { ConsoleBar } from './console-bar.tsx'
import { DecidePanel } from './decide-panel.tsx'
import { ItemHead, ItemStages } from './item-head.tsx'
import { MotionPanel } from './motion-panel.tsx'
import { OpeningCentre } from './opening-centre.tsx'
import { QueueTable } from './queue-table.tsx'
import { ResultCentre } from './result-centre.tsx'
import { SpeakerPanel } from './speaker-panel.tsx'
import { SpeakingTime } from './speaking-time.tsx'
import { TemperaturePanel } from './temperature-panel.tsx'
import { useBell, type Bell } from './use-bell.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import css from './console.module.css'

const TABS = ['agenda', 'item', 'people'] as const

/** The chair's place: agenda on the left, what is now in the middle, who is here and the decision on the right. */
export function ConsolePage({
  staff,
}: {
  /** Who works for this community and could take the chair. */
  staff: readonly Officer[]
}) {
  const { t } = useTranslation('live')
  const { t: tool } = useTranslation('console')
  const act = useAct()
  const { meeting, me } = useLive()
  const meetingId = useMeetingId()
  const bell = useBell(meeting, useServerNow())
  const middle = useRef<HTMLElement>(null)
  useKeptFocus(middle)
  // Somebody who has given the chair away has nothing to do here but go back.
  const gone = me.seatId !== null && meeting.chair.seatId !== me.seatId
  const [chosen, setTab] = useState<(typeof TABS)[number]>('item')
  const tab = gone ? 'item' : chosen
  const item = currentItem(meeting)
  const decided = item !== null && meeting.decisions.some((each) => each.itemId === item.id)
  const voting = openBallot(meeting)
  return (
    <div className="cs" data-tab={tab}>
      <ConsoleBar act={act} />
      <div className="cs-tabs" role="group" aria-label={t('console.tabs')}>
        {TABS.map((each) => (
          <button
            key={each}
            type="button"
            aria-current={tab === each ? 'true' : undefined}
            onClick={() => setTab(each)}
          >
            {t(`console.tab.${each}`)}
          </button>
        ))}
      </div>
      <AgendaRail act={act} bell={bell} staff={staff} />
      <main id="main" className="cs-c" style={{ gap: 12 }} tabIndex={-1} ref={middle}>
        <ConnectionBanner />
        {gone && (
          <Note tone="tea" icon={IconArrowsExchange} role="status">
            {tool('handOver.gone')} <a href={`/m/${meetingId}`}>{tool('handOver.toSeat')}</a>
          </Note>
        )}
        <Centre act={act} bell={bell} />
        {item && !voting && !decided && mayDecide(item) && (
          <Button
            block
            look="soft"
            icon={IconInbox}
            className={css.toDecide ?? ''}
            onClick={() => setTab('people')}
          >
            {tool('toDecide')}
          </Button>
        )}
      </main>
      <aside className="cs-r" aria-label={t('console.attendance')}>
        <AttendancePanel />
        <hr className="hr" />
        <TemperaturePanel />
        {item && !voting && !decided && <MotionPanel key={`m ${item.id}`} item={item} />}
        {item && voting && <BallotRules ballot={voting} />}
        {item && !voting && !decided && (
          <DecidePanel key={item.id} item={item} onOpened={() => setTab('item')} />
        )}
      </aside>
      <Announcer />
    </div>
  )
}

/** Whether there is anything to decide on it; what came after the notice is talked about and no more. */
function mayDecide({ inNotice, kind, proposal }: ItemState): boolean {
  return inNotice && kind === 'decision' && proposal !== null
}

function Centre({ act, bell }: { act: Act; bell: Bell }) {
  const { meeting } = useLive()
  const item = currentItem(meeting)
  const voting = openBallot(meeting)
  if (meeting.phase === 'notified' || meeting.phase === 'doors-open')
    return <OpeningCentre act={act} />
  if (!item) return <BetweenCentre act={act} />
  const decided = meeting.decisions.some((each) => each.itemId === item.id)
  const counted =
    meeting.ballot?.closedAt && meeting.ballot.voidReason === null ? meeting.ballot : null
  return (
    <>
      <ItemStages item={item} />
      <ItemHead item={item} act={act} timer={!voting} />
      <TroubleNote trouble={act.trouble} />
      {voting ? (
        <BallotCentre ballot={voting} act={act} />
      ) : decided ? (
        <ResultCentre item={item} ballot={counted} act={act} />
      ) : (
        <>
          {counted && <VerdictCard ballot={counted} seal={false} />}
          <section className={`cs-two ${css.two ?? ''}`}>
            <SpeakerPanel act={act} bell={bell} />
            <SpeakingTime />
          </section>
        </>
      )}
      {!voting && !decided && <QueueTable act={act} />}
    </>
  )
}
