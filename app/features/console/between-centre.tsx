import { Link } from '@remix-run/react'
import { IconFileText, IconPlayerPlay } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMeetingTitle } from '#app/features/live/use-meeting-title.ts'
import { useLive, useMeetingId } from '#app/features/live/live-context.tsx'
import { nextItem } from '#app/features/live/reading.ts'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import type { Act } from '#app/features/live/use-act.ts'
import { DecisionList } from '#app/features/phone/decision-list.tsx'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useRole } from './use-role.ts'
import css from './console.module.css'

/** Between two items, and after the last: what is next, what came of it all. */
export function BetweenCentre({ act }: { act: Act }) {
  const { t } = useTranslation('live')
  const meetingId = useMeetingId()
  const { meeting } = useLive()
  const title = useMeetingTitle(meeting)
  const { isChair } = useRole()
  const next = nextItem(meeting)
  const closed = meeting.phase === 'closed'
  return (
    <>
      <section className={css.panel} style={{ padding: '22px 24px' }}>
        <p className="ink2">
          {t(closed ? 'after.title' : next ? 'between.next' : 'between.done')}
        </p>
        <h1 className="song" style={{ fontSize: 32, margin: '4px 0 14px' }}>
          {closed || !next ? title : next.title}
        </h1>
        <TroubleNote trouble={act.trouble} />
        <div className="row wrap">
          {closed ? (
            <Link className="btn primary lg" to={`/desk/sessions/${meetingId}/minutes`}>
              <Icon of={IconFileText} />
              {t('console.toMinutes')}
            </Link>
          ) : (
            isChair &&
            next && (
              <Button
                look="primary"
                size="large"
                icon={IconPlayerPlay}
                disabled={meeting.phase !== 'in-session'}
                busy={act.busy === 'start-item'}
                onClick={() => void act.act({ type: 'start-item', itemId: next.id })}
              >
                {t('console.startThis')}
              </Button>
            )
          )}
        </div>
      </section>
      <div className={css.stretch}>
        <DecisionList />
      </div>
    </>
  )
}
