import { useTranslation } from 'react-i18next'
import { useMeetingTitle } from '#app/features/live/use-meeting-title.ts'
import { readiness } from '#app/domain/meetings/readiness.ts'
import { decisionMark } from '#app/features/phone/decision-list.tsx'
import { BodyLine } from '#app/features/live/body-line.tsx'
import { useLive } from '#app/features/live/live-context.tsx'
import { nextItem } from '#app/features/live/reading.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Monogram } from '#app/ui/monogram.tsx'
import { RoundTable } from '#app/ui/round-table.tsx'
import { WallHead } from './wall-item.tsx'
import css from './projector.module.css'

/** Before it opens: welcome, who is here, by side. */
export function WallWelcome() {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const format = useFormat()
  const { meeting } = useLive()
  const title = useMeetingTitle(meeting)
  const { present, invited, sides } = readiness(meeting)
  return (
    <>
      <WallHead
        kick={t('wall.welcome', { time: format.time(new Date(meeting.startsAt)) })}
        title={title}
      />
      <BodyLine className="pj-b" />
      <div className="grow" />
      <div className="row" style={{ gap: '4rem' }}>
        <div className={css.table}>
          <RoundTable
            sides={sides.map((each) => ({
              side: each.side,
              here: each.present,
              expected: each.invited,
            }))}
            count={present}
            caption={t('presence.caption', { invited })}
            summary={t('presence.of', { present, invited })}
          />
        </div>
        <ul className={`grow ${css.sides ?? ''}`}>
          {sides.map((each) => (
            <li key={each.side}>
              <Monogram side={each.side} size="small" away={each.present === 0} />
              <span className="grow">{term(`side.${each.side}`)}</span>
              <b>
                {each.present}/{each.invited}
              </b>
            </li>
          ))}
        </ul>
      </div>
      <div className="pj-b">
        <span>{t(meeting.phase === 'notified' ? 'wall.soon' : 'wall.checkin')}</span>
      </div>
    </>
  )
}

/** A few words between two things: a break, the next item, the end. */
export function WallMessage({
  title,
  note,
  decisions = false,
}: {
  title: string
  note: string
  decisions?: boolean
}) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { meeting } = useLive()
  const next = meeting.phase === 'closed' ? null : nextItem(meeting)
  return (
    <>
      <WallHead kick={note} title={title} />
      <div className="grow" />
      {decisions && (
        <ul className={css.decisions}>
          {meeting.decisions.slice(-3).map((decision) => (
            <li key={`${decision.itemId} ${decision.decidedAt}`}>
              <b>{term(`outcome.${decisionMark(decision).outcome}`)}</b>
              {decision.proposal}
            </li>
          ))}
        </ul>
      )}
      {next && (
        <div className="pj-b" style={{ fontSize: '2.625rem', whiteSpace: 'normal' }}>
          <span>{t('between.next')}</span>
          <b style={{ color: 'var(--ink)' }}>{next.title}</b>
        </div>
      )}
    </>
  )
}
