import { IconCheck, IconCircleHalf2, IconPlayerSkipForward } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { clockLeft } from '#app/domain/meetings/clock.ts'
import type { ItemState, MeetingState } from '#app/domain/meetings/meeting-state.ts'
import { useLive, useServerNow } from '#app/features/live/live-context.tsx'
import { nextItem, openBallot } from '#app/features/live/reading.ts'
import type { Act } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { readRing } from '#app/ui/ring-reading.ts'
import { Ring } from '#app/ui/ring.tsx'
import { useRole } from './use-role.ts'
import css from './console.module.css'

const STAGES = ['turns', 'lastCall', 'decide', 'tasks'] as const

/** The steps of an item, and which is now. */
export function ItemStages({ item }: { item: ItemState }) {
  const { t } = useTranslation('live')
  const { meeting } = useLive()
  if (item.kind !== 'decision' || !item.inNotice) return null
  const decision = meeting.decisions.find((each) => each.itemId === item.id)
  // What was not carried leaves nobody with a task.
  const stages = decision?.by === 'ballot' && !decision.passed ? STAGES.slice(0, 3) : STAGES
  const at = stageOf(meeting, item)
  return (
    <p className="phz">
      {stages.map((stage, index) => (
        <span key={stage} className={index < at ? 'd' : index === at ? 'n' : undefined}>
          {index <= at && <Icon of={index < at ? IconCheck : IconCircleHalf2} />}
          {t(`console.stage.${stage}`)}
        </span>
      ))}
    </p>
  )
}

function stageOf(meeting: MeetingState, item: ItemState): number {
  if (meeting.decisions.some((each) => each.itemId === item.id)) return 3
  if (openBallot(meeting) || meeting.consensus) return 2
  return item.lastCallAt === null ? 0 : 1
}

/** What is being talked about, what is left of its time, and on to the next. */
export function ItemHead({
  item,
  act,
  timer = true,
}: {
  item: ItemState
  act: Act
  timer?: boolean
}) {
  const { t } = useTranslation('live')
  const { meeting, offline } = useLive()
  const { isChair } = useRole()
  const now = useServerNow()
  const next = nextItem(meeting)
  const clock = meeting.itemClock
  const left = clock ? clockLeft(clock, meeting.pausedAt, now) : 0
  const reading = readRing(left, clock?.limitMs ?? 0)
  return (
    <section className={`row top ${css.head ?? ''}`} style={{ gap: 20 }}>
      <div className="grow">
        <h1 className="song" style={{ fontSize: 32, margin: '4px 0 6px' }}>
          {item.title}
        </h1>
        <p className="ink2">{timer ? item.proposal : t('console.votingNote')}</p>
      </div>
      {timer && clock && (
        <div className="row" style={{ gap: 14 }}>
          <Ring part={reading.part} size={96} warn={left <= 60_000} stale={offline}>
            <b style={{ fontSize: 25 }}>{reading.text}</b>
            <br />
            <span style={{ fontSize: 13, color: 'var(--ink-3)' }}>
              {t(reading.over ? 'item.over' : 'item.left')}
            </span>
          </Ring>
          {isChair && (
            <div className="col" style={{ gap: 6 }}>
              <Button
                size="small"
                busy={act.busy === 'add-time'}
                onClick={() => void act.act({ type: 'add-time', seconds: 60 })}
              >
                {t('console.addMinute')}
              </Button>
              <Button
                look="soft"
                size="small"
                icon={IconPlayerSkipForward}
                busy={act.busy === 'start-item' || act.busy === 'end-item'}
                onClick={() =>
                  void act.act(
                    next ? { type: 'start-item', itemId: next.id } : { type: 'end-item' },
                  )
                }
              >
                {t(next ? 'console.nextItem' : 'console.endItem')}
              </Button>
            </div>
          )}
        </div>
      )}
    </section>
  )
}
