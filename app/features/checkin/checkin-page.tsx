import { Link } from '@remix-run/react'
import { IconDoorEnter, IconTicket } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMeetingTitle } from '#app/features/live/use-meeting-title.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { Room } from '#app/domain/meetings/meeting.ts'
import { RoomPlate } from '#app/features/live/room-plate.tsx'
import { useFormat } from '#app/i18n/use-format.ts'
import { classNames } from '#app/ui/class-names.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { CheckinForm, type CheckinAnswer } from './checkin-form.tsx'

type Props = {
  meetingId: string
  code: string
  elder: boolean
  seat: {
    name: string
    side: Side
    title: string
    meeting: { title: string; titleEn?: string }
    startsAt: number
    room: Room
  } | null
  refusal: CheckinAnswer['refusal']
}

/** Where the hall's QR code leads: this is you, this is the code, check in. */
export function CheckinPage({ meetingId, code, elder, seat, refusal }: Props) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const format = useFormat()
  const title = useMeetingTitle(seat?.meeting ?? { title: '' })
  const page = useRef<HTMLDivElement>(null)
  // Whoever scanned the code has said what they want; without a script there is the button.
  const sent = useRef(false)
  useEffect(() => {
    if (sent.current || refusal !== null || !/^\d{6}$/.test(code)) return
    sent.current = true
    page.current?.querySelector('form')?.requestSubmit()
  }, [code, refusal])
  return (
    <div className={classNames('phone', elder && 'elder')} ref={page}>
      <header className="ph-h">
        <RoomPlate room={seat?.room ?? 'council'} size="bar" />
        <Tag tone="teal" icon={IconDoorEnter}>
          {t('checkin.title')}
        </Tag>
      </header>
      <main id="main" className="ph-m" style={{ gap: 16 }}>
        {seat ? (
          <>
            <div>
              <p className="ink2">
                {title} {format.time(new Date(seat.startsAt))}
              </p>
              <h1 className="ph-t">{t('checkin.now')}</h1>
            </div>
            <div className="card row" style={{ minHeight: 72, padding: '0 16px' }}>
              <Monogram side={seat.side} size="large" />
              <span className="grow">
                <b style={{ fontSize: '1.1875rem' }}>{seat.name}</b>
                <br />
                <span className="sm ink2">
                  {t('me.as', { side: term(`side.${seat.side}`), title: seat.title })}
                </span>
              </span>
            </div>
            <CheckinForm meetingId={meetingId} code={code} refusal={refusal} />
            <p className="sm ink2">{t('checkin.help')}</p>
          </>
        ) : (
          <EmptyState
            level={2}
            title={t('checkin.noSeat')}
            trouble={{ icon: IconTicket, tone: 'amber' }}
            action={
              <Link className="btn line" to="/how">
                {t('checkin.how')}
              </Link>
            }
          >
            {t('checkin.noSeatNote')}
          </EmptyState>
        )}
      </main>
    </div>
  )
}
