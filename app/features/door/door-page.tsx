import { Link } from '@remix-run/react'
import { IconDeviceTablet, IconDoorEnter, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Seat } from '#app/domain/meetings/meeting.ts'
import { readiness } from '#app/domain/meetings/readiness.ts'
import type { SeatId } from '#app/domain/shared/ids.ts'
import { ConnectionBanner } from '#app/features/live/connection-banner.tsx'
import { useLive, useMeetingId } from '#app/features/live/live-context.tsx'
import { isPresent, openBallot } from '#app/features/live/reading.ts'
import { RoomPlate } from '#app/features/live/room-plate.tsx'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import { useAct } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import { Note } from '#app/ui/note.tsx'
import { SegmentedRadios } from '#app/ui/segmented.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { DoorSeat } from './door-seat.ts'
import { SeatSheet } from './seat-sheet.tsx'
import css from './door.module.css'

const SHOWN = ['away', 'here', 'all'] as const

/** The door, on the phone of whoever minds it: who is here, and what they need help with. */
export function DoorPage({
  seats,
  assisted,
}: {
  seats: Record<string, DoorSeat>
  /** Votes entered here for others, in the ballot that is open. */
  assisted: number
}) {
  const { t } = useTranslation('door')
  const meetingId = useMeetingId()
  const { meeting } = useLive()
  const act = useAct()
  const [search, setSearch] = useState('')
  const [shown, setShown] = useState<string>('away')
  const [opened, setOpened] = useState<SeatId | null>(null)
  const { present, invited, need } = readiness(meeting)
  const found = meeting.seats.filter((seat) => {
    if (search)
      return `${seat.name} ${seat.title} ${seat.deputyFor ?? ''}`.includes(search.trim())
    return shown === 'all' || isPresent(meeting, seat.id) === (shown === 'here')
  })
  const seat = meeting.seats.find((each) => each.id === opened) ?? null
  const closedDoors = meeting.phase === 'notified'
  return (
    <div className="phone">
      <header className="ph-h">
        <RoomPlate room={meeting.room} size="bar" />
        <b>{t('title')}</b>
        <span className="grow" />
        <Link className="ib" to={`/meetings/${meetingId}/kiosk`}>
          <Icon of={IconDeviceTablet} />
          {t('kiosk')}
        </Link>
      </header>
      <ConnectionBanner />
      <main id="main" className="ph-m" tabIndex={-1}>
        <h1 className="ph-t">{t('present', { present, invited })}</h1>
        <p className="sm ink2">
          {present >= need ? t('enough') : t('short', { count: need - present })}
          {openBallot(meeting) && ` ${t('voting')}`}
          {openBallot(meeting) && assisted > 0 && ` ${t('vote.assisted', { count: assisted })}`}
        </p>
        {closedDoors && (
          <Note tone="dai" icon={IconDoorEnter}>
            {t('doorsClosed')}
            <br />
            <Button
              look="soft"
              busy={act.busy === 'open-doors'}
              onClick={() => void act.act({ type: 'open-doors' })}
            >
              {t('openDoors')}
            </Button>
          </Note>
        )}
        <label className="fld">
          <span className="lb">
            <Icon of={IconSearch} />
            {t('search')}
          </span>
          <input
            className="inp"
            type="search"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            autoComplete="off"
          />
        </label>
        {!search && (
          <SegmentedRadios
            label={t('show.label')}
            name="shown"
            value={shown}
            onChange={setShown}
            items={SHOWN.map((value) => ({ value, label: t(`show.${value}`) }))}
          />
        )}
        <TroubleNote trouble={opened ? null : act.trouble} />
        {found.length === 0 ? (
          <p className="card pad ink2">
            {t(search ? 'nobodyFound' : `none.${shown as 'away'}`)}
          </p>
        ) : (
          <ul className={`card ${css.list ?? ''}`}>
            {found.map((each) => (
              <SeatRow
                key={each.id}
                seat={each}
                coming={seats[each.id]?.deputyName ?? null}
                busy={act.busy !== null}
                onArrive={
                  closedDoors
                    ? null
                    : () =>
                        void act.act({
                          type: 'set-present',
                          seatId: each.id,
                          reason: t('seenAtDoor'),
                        })
                }
                onOpen={() => setOpened(each.id)}
              />
            ))}
          </ul>
        )}
      </main>
      {seat && (
        <SeatSheet
          key={seat.id}
          seat={seat}
          known={seats[seat.id] ?? { link: '', deputyName: null }}
          act={act}
          onClose={() => {
            act.clear()
            setOpened(null)
          }}
        />
      )}
    </div>
  )
}

function SeatRow({
  seat,
  coming,
  busy,
  onArrive,
  onOpen,
}: {
  seat: Seat
  /** Who was said to come instead. */
  coming: string | null
  busy: boolean
  onArrive: (() => void) | null
  onOpen: () => void
}) {
  const { t } = useTranslation('door')
  const { t: term } = useTranslation('terms')
  const { meeting } = useLive()
  const here = isPresent(meeting, seat.id)
  const remote = meeting.remote.includes(seat.id)
  const queued = meeting.queue.some((hand) => hand.seatId === seat.id)
  return (
    <li>
      <Monogram side={seat.side} away={!here} />
      <span className={css.who}>
        <b className="b">{seat.name}</b>
        <span className="sm muted">
          {seat.deputyFor
            ? t('deputyFor', { name: seat.deputyFor })
            : `${term(`side.${seat.side}`)}·${seat.title}`}
        </span>
        {coming && !seat.deputyFor && (
          <span className="sm" style={{ color: 'var(--teal-t)' }}>
            {t('coming', { name: coming })}
          </span>
        )}
        <span className="row wrap" style={{ gap: 6 }}>
          {here && (
            <Tag tone={remote ? 'dai' : 'tea'} icon={IconDoorEnter}>
              {t(remote ? 'remote' : 'here')}
            </Tag>
          )}
          {queued && <span className="sm ink2">{t('queued')}</span>}
        </span>
      </span>
      {!here && onArrive && (
        <Button look="soft" busy={busy} onClick={onArrive}>
          {t('checkIn')}
          <span className="vh">{seat.name}</span>
        </Button>
      )}
      <Button onClick={onOpen}>
        {t('more')}
        <span className="vh">{seat.name}</span>
      </Button>
    </li>
  )
}
