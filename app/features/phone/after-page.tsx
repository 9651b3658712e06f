import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import { useMeetingTitle } from '#app/features/live/use-meeting-title.ts'
import { VerdictCard } from '#app/features/ballot/verdict-card.tsx'
import { useLive } from '#app/features/live/live-context.tsx'
import { useFormat } from '#app/i18n/use-format.ts'
import { DecisionList } from './decision-list.tsx'
import { PhoneFrame } from './phone-frame.tsx'
import { PresenceCard } from './presence-card.tsx'

/** When it is over: what was decided, the sums, who does what. */
export function AfterPage({
  elder,
  more,
}: {
  elder: boolean
  /** What has been published since. */ more?: ReactNode
}) {
  const { t } = useTranslation('live')
  const format = useFormat()
  const { meeting } = useLive()
  const title = useMeetingTitle(meeting)
  const counted = meeting.pastBallots.filter((each) => each.verdict && each.voidReason === null)
  return (
    <PhoneFrame elderTitle={elder ? t('after.title') : undefined}>
      <section>
        <h1 className="ph-t">{t('after.title')}</h1>
        <p className="ink2">{title}</p>
        <p className="sm muted">
          {meeting.openedAt &&
            meeting.closedAt &&
            t('after.times', {
              from: format.time(new Date(meeting.openedAt)),
              to: format.time(new Date(meeting.closedAt)),
            })}
        </p>
      </section>
      {more}
      {meeting.decisions.length + meeting.tasks.length > 0 ? (
        <DecisionList />
      ) : (
        <p className="card pad ink2">{t('after.nothing')}</p>
      )}
      {counted.map((ballot, index) => (
        <VerdictCard
          key={ballot.ballotId}
          ballot={ballot}
          seal={index === counted.length - 1}
        />
      ))}
      <PresenceCard />
      <p className="sm muted">{t('after.note')}</p>
    </PhoneFrame>
  )
}
