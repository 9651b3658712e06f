import { IconDeviceTablet, IconLogout, IconQrcode, IconUserCheck } from '@tabler/icons-react'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMeetingTitle } from '#app/features/live/use-meeting-title.ts'
import { findBallot } from '#app/domain/meetings/find-in-meeting.ts'
import type { JoinAnswer } from '#app/domain/meetings/join-answer.ts'
import type { BallotState } from '#app/domain/meetings/meeting-state.ts'
import type { MeetingId } from '#app/domain/shared/ids.ts'
import { MyBallot } from '#app/features/ballot/my-ballot.tsx'
import { CheckinForm } from '#app/features/checkin/checkin-form.tsx'
import { Announcer } from '#app/features/live/announcer.tsx'
import { ConnectionBanner } from '#app/features/live/connection-banner.tsx'
import { LiveMeeting, useLive, useMeetingId } from '#app/features/live/live-context.tsx'
import { currentItem, isPresent, openBallot, seatOf } from '#app/features/live/reading.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { forgetHere, hasUnansweredVote, isForgetting } from './forget-here.ts'
import { KioskForgotten } from './kiosk-forgotten.tsx'
import { useIdle } from './use-idle.ts'

export type KioskRefusal = 'bad-pin' | 'wrong-pin' | 'no-such-invitation' | 'too-fast' | null

function KioskFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="phone">
      <header className="ph-h">
        <Icon of={IconDeviceTablet} />
        <b>{title}</b>
      </header>
      {children}
    </div>
  )
}

function Refusal({ refusal }: { refusal: KioskRefusal }) {
  const { t } = useTranslation('kiosk')
  return (
    <div role="alert">
      {refusal && (
        <Note tone="amber" icon={IconUserCheck}>
          {t(`refusal.${refusal}`)}
        </Note>
      )}
    </div>
  )
}

/** Where staff turn their tablet into everybody's: they are signed out on it. */
export function OpenKiosk({ refusal }: { refusal: KioskRefusal }) {
  const { t } = useTranslation('kiosk')
  return (
    <KioskFrame title={t('title')}>
      <main id="main" className="ph-m">
        <h1 className="ph-t">{t('open.title')}</h1>
        <p className="ink2">{t('open.note')}</p>
        <Refusal refusal={refusal} />
        <form method="post" className="col" style={{ gap: 14 }}>
          <input type="hidden" name="intent" value="open" />
          <Pin label={t('open.pin')} hint={t('open.pinHint')} />
          <Button look="primary" size="large" block type="submit">
            {t('open.do')}
          </Button>
        </form>
      </main>
    </KioskFrame>
  )
}

function Pin({ label, hint }: { label: string; hint?: string }) {
  return (
    <TextField
      name="pin"
      type="password"
      label={label}
      hint={hint}
      inputMode="numeric"
      autoComplete="off"
      pattern="[0-9]{4,8}"
      minLength={4}
      maxLength={8}
      required
    />
  )
}

/** Nobody is here: say who you are, by your slip, or with the staff beside you. */
export function KioskIdle({
  people,
  refusal,
}: {
  people: { seatId: string; name: string }[]
  refusal: KioskRefusal
}) {
  const { t } = useTranslation('kiosk')
  // Whatever the last page wrote down as it went.
  useEffect(forgetHere, [])
  return (
    <KioskFrame title={t('title')}>
      <main id="main" className="ph-m" style={{ gap: 20 }}>
        <h1 className="ph-t">{t('idle.title')}</h1>
        <Refusal refusal={refusal} />
        <form method="post" className="card pad col" style={{ gap: 14 }}>
          <input type="hidden" name="intent" value="slip" />
          <h2 className="row" style={{ gap: 8 }}>
            <Icon of={IconQrcode} />
            {t('idle.slip')}
          </h2>
          <TextField
            name="slip"
            label={t('idle.slipLabel')}
            hint={t('idle.slipHint')}
            autoComplete="off"
            required
            maxLength={300}
          />
          <Button look="primary" size="large" block type="submit">
            {t('idle.enter')}
          </Button>
        </form>
        <form method="post" className="card pad col" style={{ gap: 14 }}>
          <input type="hidden" name="intent" value="staff" />
          <h2 className="row" style={{ gap: 8 }}>
            <Icon of={IconUserCheck} />
            {t('idle.staff')}
          </h2>
          <SelectField
            name="seatId"
            label={t('idle.who')}
            placeholder={t('idle.choose')}
            options={people.map(({ seatId, name }) => ({ value: seatId, label: name }))}
            required
          />
          <Pin label={t('idle.pin')} />
          <Button size="large" block type="submit">
            {t('idle.confirm')}
          </Button>
        </form>
        <details>
          <summary className="sm ink2" style={{ minHeight: 44 }}>
            {t('leave.title')}
          </summary>
          <form method="post" className="col" style={{ gap: 14 }}>
            <input type="hidden" name="intent" value="leave" />
            <Pin label={t('idle.pin')} />
            <Button type="submit" block icon={IconLogout}>
              {t('leave.do')}
            </Button>
          </form>
        </details>
      </main>
    </KioskFrame>
  )
}

/**
 * One person at the tablet. When they go, or are gone, nothing of them is left on
 * it. The counting is outside of the live meeting, so that no connection and no
 * removal from the meeting keeps it from forgetting.
 */
export function KioskPerson({
  meetingId,
  answer,
}: {
  meetingId: MeetingId
  answer: JoinAnswer
}) {
  const [forgotten, setForgotten] = useState<{ unrecorded: boolean } | null>(null)
  const forget = useCallback(
    () => setForgotten((before) => before ?? { unrecorded: hasUnansweredVote() }),
    [],
  )
  useEffect(() => {
    if (isForgetting()) forget()
  }, [forget])
  const left = useIdle(forget)
  if (forgotten) return <KioskForgotten unrecorded={forgotten.unrecorded} />
  return (
    <LiveMeeting meetingId={meetingId} face="seat" answer={answer}>
      <AtTheTablet left={left} onFinish={forget} />
    </LiveMeeting>
  )
}

function AtTheTablet({ left, onFinish }: { left: number | null; onFinish: () => void }) {
  const { t } = useTranslation('kiosk')
  const meetingId = useMeetingId()
  const { meeting, me } = useLive()
  const title = useMeetingTitle(meeting)
  const open = openBallot(meeting)
  const [held, setHeld] = useState<BallotState | null>(open)
  if (open && open.ballotId !== held?.ballotId) setHeld(open)
  const seat = seatOf(meeting, me.seatId)
  const shown = held && (findBallot(meeting, held.ballotId) ?? held)
  return (
    <KioskFrame title={t('person.hello', { name: seat?.name ?? '' })}>
      <ConnectionBanner />
      <main id="main" className="ph-m">
        <div role="alert">
          {left !== null && (
            <Note tone="amber" icon={IconUserCheck}>
              <b>{t('person.stillThere', { count: left })}</b>
              <br />
              <Button look="primary">{t('person.iAm')}</Button>
            </Note>
          )}
        </div>
        {!isPresent(meeting, me.seatId) && !shown ? (
          <section className="card pad">
            <h1 className="ph-t">{t('person.notIn')}</h1>
            <CheckinForm meetingId={meetingId} />
          </section>
        ) : shown ? (
          <MyBallot
            key={shown.ballotId}
            ballot={shown}
            known={undefined}
            onLeave={() => setHeld(null)}
          />
        ) : (
          <section className="card pad">
            <h1 className="ph-t">{t('person.nothing')}</h1>
            <p className="ink2">{currentItem(meeting)?.title ?? title}</p>
          </section>
        )}
      </main>
      <section className="ph-a">
        <form
          method="post"
          onSubmit={(event) => {
            event.preventDefault()
            onFinish()
          }}
        >
          <input type="hidden" name="intent" value="finish" />
          <Button type="submit" size="large" block icon={IconLogout}>
            {t('person.finish')}
          </Button>
        </form>
      </section>
      <Announcer />
    </KioskFrame>
  )
}
