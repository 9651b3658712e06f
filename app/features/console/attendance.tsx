import {
  IconCircleCheck,
  IconCircleDashed,
  IconDeviceMobile,
  IconDots,
  IconUsers,
  IconWifiOff,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { observesItem } from '#app/domain/meetings/find-in-meeting.ts'
import { readiness } from '#app/domain/meetings/readiness.ts'
import { SIDES } from '#app/domain/organisation/side.ts'
import type { Seat } from '#app/domain/meetings/meeting.ts'
import { useLive } from '#app/features/live/live-context.tsx'
import { isPresent } from '#app/features/live/reading.ts'
import { useAct } from '#app/features/live/use-act.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { classNames } from '#app/ui/class-names.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckRow } from '#app/ui/check-row.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import { RoundTable } from '#app/ui/round-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { lineOf, usePhones, type PhoneLine } from './use-phones.tsx'
import css from './console.module.css'

/** Who is here of whom, by side, against the line. */
export function AttendancePanel() {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { meeting } = useLive()
  const [listing, setListing] = useState(false)
  const { present, invited, remote, need, quorumMet, sides, missingSides, asksSides, ready } =
    readiness(meeting)
  const [top, bottom] = meeting.rules.quorum
  const over = present - need
  return (
    <section>
      <div className="row">
        <h2>{t('console.attendance')}</h2>
        {remote > 0 && (
          <span className="sm muted">{t('presence.remote', { count: remote })}</span>
        )}
        <span className="end">
          <Tag tone={ready ? 'tea' : 'amber'} icon={ready ? IconCircleCheck : IconUsers}>
            {t(ready ? 'console.ready' : 'console.notReady')}
          </Tag>
        </span>
      </div>
      <div className="row" style={{ gap: 12, marginTop: 6 }}>
        <RoundTable
          size={150}
          sides={sides.map((each) => ({
            side: each.side,
            here: each.present,
            expected: each.invited,
          }))}
          count={present}
          caption={t('presence.caption', { invited })}
          summary={sides
            .map((each) => `${term(`side.${each.side}`)} ${each.present}/${each.invited}`)
            .join(t('listComma'))}
        />
        <div className={classNames('grow', css.sides)}>
          {sides.map((each) => (
            <span key={each.side} className="row" style={{ gap: 6 }}>
              <Monogram side={each.side} size="small" away={each.present === 0} />
              <span className="grow">{term(`side.${each.side}`)}</span>
              <b className="b">
                {each.present}/{each.invited}
              </b>
            </span>
          ))}
        </div>
      </div>
      <div className="gauge" style={{ marginTop: 10 }}>
        <div className="bar" style={{ height: 12, margin: 0 }} aria-hidden="true">
          <i
            style={{ width: `${invited ? Math.floor((1000 * present) / invited) / 10 : 0}%` }}
          />
          <em style={{ left: `${(100 * top) / bottom}%` }} />
        </div>
        <div
          className="row"
          style={{ justifyContent: 'space-between', fontSize: 14, marginTop: 5, gap: 8 }}
        >
          <span className="ink2">
            {t('console.quorumLine', { share: `${top}/${bottom}`, need })}{' '}
            <b className="b" style={{ color: quorumMet ? 'var(--tea-t)' : 'var(--amber-t)' }}>
              {over >= 0
                ? t('console.over', { count: over })
                : t('console.short', { count: -over })}
            </b>
          </span>
          {asksSides && (
            <CheckRow met={missingSides.length === 0}>
              {missingSides.length
                ? t('console.missing', {
                    sides: missingSides
                      .map((side) => term(`side.${side}`))
                      .join(t('listComma')),
                  })
                : t('console.allSides')}
            </CheckRow>
          )}
        </div>
      </div>
      <Button
        size="small"
        block
        icon={IconUsers}
        className={css.listButton ?? ''}
        onClick={() => setListing(true)}
      >
        {t('console.list')}
      </Button>
      <Dialog
        isOpen={listing}
        onOpenChange={setListing}
        wide
        title={t('console.listTitle')}
        closeLabel={t('console.close')}
      >
        <AttendanceList />
      </Dialog>
    </section>
  )
}

/** Everybody who was asked, by side. A press sets somebody present or absent, never toggles unseen, and asks why. */
export function AttendanceList() {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { t: tool } = useTranslation('console')
  const format = useFormat()
  const { meeting } = useLive()
  const phones = usePhones()
  const act = useAct()
  const [about, setAbout] = useState<string | null>(null)
  const person = meeting.seats.find((seat) => seat.id === about)
  const [asked, setAsked] = useState<{ seat: Seat; to: 'present' | 'absent' } | null>(null)
  const mayChange = meeting.phase !== 'notified' && meeting.phase !== 'closed'
  return (
    <div className="col" style={{ gap: 16 }}>
      {SIDES.map((side) => {
        const seats = meeting.seats.filter((seat) => seat.side === side)
        if (seats.length === 0) return null
        const here = seats.filter((seat) => isPresent(meeting, seat.id)).length
        return (
          <section key={side}>
            <h3 className="row" style={{ fontSize: 15, gap: 8, marginBottom: 8 }}>
              <Monogram side={side} size="small" />
              {term(`side.${side}`)}
              <span className="muted sm">
                {here}/{seats.length}
              </span>
            </h3>
            <div className={css.people}>
              {seats.map((seat) => {
                const remote = meeting.remote.includes(seat.id)
                const at = meeting.presence[seat.id]
                const to = at === undefined ? 'present' : 'absent'
                return (
                  <div key={seat.id} className={css.personRow}>
                    <button
                      type="button"
                      className={css.person}
                      aria-pressed={at !== undefined}
                      disabled={!mayChange}
                      onClick={() => {
                        act.clear()
                        setAsked({ seat, to })
                      }}
                    >
                      <span style={{ color: at ? 'var(--tea-t)' : 'var(--ink-3)' }}>
                        <Icon of={at ? IconCircleCheck : IconCircleDashed} />
                      </span>
                      <span className="grow">
                        <b className="b">{seat.name}</b>{' '}
                        <span className="muted sm">
                          {seat.deputyFor === undefined
                            ? seat.title
                            : tool('person.deputyFor', { name: seat.deputyFor })}
                        </span>
                        {seat.role !== 'delegate' && (
                          <span className="muted sm"> · {term(`seatRole.${seat.role}`)}</span>
                        )}
                        {observesItem(meeting, seat.id, meeting.currentItemId) && (
                          <span className="sm t-amber"> · {tool('person.observes')}</span>
                        )}
                      </span>
                      <PhoneMark line={lineOf(phones, seat.id)} isHere={at !== undefined} />
                      <span className="sm muted nowrap">
                        {at ? format.time(new Date(at)) : t('console.away')}
                        {remote && ` · ${tool('person.remoteShort')}`}
                      </span>
                    </button>
                    <Button
                      look="ghost"
                      square
                      icon={IconDots}
                      disabled={meeting.phase === 'closed'}
                      onClick={() => setAbout(seat.id)}
                    >
                      {tool('person.more', { name: seat.name })}
                    </Button>
                  </div>
                )
              })}
            </div>
          </section>
        )
      })}
      {person && <PersonDialog seat={person} onClose={() => setAbout(null)} />}
      <ReasonDialog
        key={asked ? `${asked.seat.id} ${asked.to}` : 'none'}
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        title={t(asked?.to === 'absent' ? 'console.setAbsent' : 'console.setPresent', {
          name: asked?.seat.name ?? '',
        })}
        label={t('console.reason')}
        hint={t('console.reasonHint')}
        suggestions={
          asked?.to === 'absent'
            ? [t('console.absentLeft'), t('console.absentMistake')]
            : [t('console.presentNoPhone'), t('console.presentSeen')]
        }
        submitLabel={t(asked?.to === 'absent' ? 'console.markAbsent' : 'console.markPresent')}
        trouble={act.trouble}
        busy={act.busy !== null}
        onSubmit={(reason) =>
          asked
            ? act.act({
                type: asked.to === 'present' ? 'set-present' : 'set-absent',
                seatId: asked.seat.id,
                reason,
              })
            : Promise.resolve(false)
        }
      />
    </div>
  )
}

/** Whether somebody's phone hears the room; a line that was lost is of no interest once they have left. */
function PhoneMark({ line, isHere }: { line: PhoneLine; isHere: boolean }) {
  const { t } = useTranslation('console')
  if (line === 'none' || (line === 'lost' && !isHere)) return null
  const lost = line === 'lost'
  return (
    <span className={`row sm nowrap ${lost ? 't-amber' : 'muted'}`} style={{ gap: 4 }}>
      <Icon of={lost ? IconWifiOff : IconDeviceMobile} />
      <span className={lost ? undefined : 'vh'}>
        {t(lost ? 'phones.isLost' : 'phones.isOnline')}
      </span>
    </span>
  )
}
