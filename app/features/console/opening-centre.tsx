import { IconDoorEnter, IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMeetingTitle } from '#app/features/live/use-meeting-title.ts'
import { mayOpen } from '#app/domain/meetings/opening-conditions.ts'
import type { MeetingRefusal } from '#app/domain/meetings/meeting-refusal.ts'
import { useLive } from '#app/features/live/live-context.tsx'
import { BodyLine } from '#app/features/live/body-line.tsx'
import { TroubleNote, TroubleWords, type Trouble } from '#app/features/live/trouble.tsx'
import type { Act } from '#app/features/live/use-act.ts'
import { useHallCode } from '#app/features/live/use-hall-code.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { AttendanceList } from './attendance.tsx'
import { ConditionsPanel } from './conditions-panel.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { useRole } from './use-role.ts'
import css from './console.module.css'

/** Before the meeting: open the doors, see who comes, open the meeting. */
export function OpeningCentre({ act }: { act: Act }) {
  const { t } = useTranslation('live')
  const format = useFormat()
  const { meeting } = useLive()
  const title = useMeetingTitle(meeting)
  const { isChair } = useRole()
  const hall = useHallCode(meeting.phase === 'doors-open')
  const [asking, setAsking] = useState(false)
  const checked = mayOpen(meeting, null)
  const ready = checked.ok
  const trouble = checked.ok ? null : inWords(checked.refusal)
  // What the law leaves no choice about cannot be gone on without, whatever the reason.
  const mayInsist = !checked.ok && checked.refusal.code === 'not-ready'
  return (
    <>
      <section className={`row top ${css.head ?? ''}`} style={{ gap: 20 }}>
        <div className="grow">
          <h1 className="song" style={{ fontSize: 32, margin: '4px 0 6px' }}>
            {title}
          </h1>
          <p className="ink2">
            {format.dayAndTime(new Date(meeting.startsAt))} {meeting.venue}
          </p>
          <BodyLine className="ink2 sm" />
        </div>
        {hall && (
          <div style={{ textAlign: 'right' }}>
            <p className="sm muted">{t('console.hallCode')}</p>
            <p className={css.code}>{`${hall.code.slice(0, 3)} ${hall.code.slice(3)}`}</p>
          </div>
        )}
      </section>
      <section className={css.panel} style={{ padding: '18px 20px' }}>
        {meeting.phase === 'notified' ? (
          <div className="row wrap">
            <p className={`grow ${css.words ?? ''}`}>{t('console.doorsNote')}</p>
            <Button
              look="primary"
              size="large"
              icon={IconDoorEnter}
              busy={act.busy === 'open-doors'}
              onClick={() => void act.act({ type: 'open-doors' })}
            >
              {t('console.openDoors')}
            </Button>
          </div>
        ) : (
          <div className="row wrap">
            <p className={`grow ${css.words ?? ''}`}>
              {ready ? t('console.mayOpen') : trouble && <TroubleWords trouble={trouble} />}
            </p>
            {isChair && (
              <Button
                look="primary"
                size="large"
                icon={IconPlayerPlay}
                busy={act.busy === 'open'}
                disabled={!ready && !mayInsist}
                onClick={() =>
                  ready ? void act.act({ type: 'open', overrideReason: null }) : setAsking(true)
                }
              >
                {t(ready || !mayInsist ? 'console.open' : 'console.openAnyway')}
              </Button>
            )}
          </div>
        )}
        {!asking && <TroubleNote trouble={act.trouble} />}
      </section>
      <ConditionsPanel />
      <section className={`${css.panel ?? ''} ${css.scroll ?? ''}`}>
        <div className="row" style={{ marginBottom: 10 }}>
          <h2 className="song" style={{ fontSize: 17 }}>
            {t('console.listTitle')}
          </h2>
          <span className="muted sm">{t('console.listNote')}</span>
        </div>
        <AttendanceList />
      </section>
      <ReasonDialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        title={t('console.overrideTitle')}
        label={t('console.reason')}
        hint={t('console.overrideHint')}
        suggestions={[t('console.overrideWaited'), t('console.overrideUrgent')]}
        submitLabel={t('console.open')}
        trouble={act.trouble}
        busy={act.busy === 'open'}
        onSubmit={(overrideReason) => act.act({ type: 'open', overrideReason })}
      >
        <p>{trouble && <TroubleWords trouble={trouble} />}</p>
      </ReasonDialog>
    </>
  )
}

/** A refusal with the figures its words need, as the room's answers carry them. */
function inWords({ code, ...detail }: MeetingRefusal): Trouble {
  return { code, detail }
}
