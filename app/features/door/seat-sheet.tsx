import { IconArrowsExchange, IconDoorEnter, IconHandStop, IconInbox } from '@tabler/icons-react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Seat, Stance } from '#app/domain/meetings/meeting.ts'
import { takesDeputies } from '#app/domain/voting/convened-body.ts'
import { useLive } from '#app/features/live/live-context.tsx'
import { isPresent, openBallot } from '#app/features/live/reading.ts'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import type { Act } from '#app/features/live/use-act.ts'
import { Sheet } from '#app/features/phone/sheet.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Icon, type IconDrawing } from '#app/ui/icon.tsx'
import { AssistedVote } from './assisted-vote.tsx'
import { DeputyPart } from './deputy-part.tsx'
import type { DoorSeat } from './door-seat.ts'
import css from './door.module.css'

type Props = { seat: Seat; known: DoorSeat; act: Act; onClose: () => void }

/** Everything the door can do for one person, one thing under the other. */
export function SeatSheet({ seat, known, act, onClose }: Props) {
  const { t } = useTranslation('door')
  const { t: live } = useTranslation('live')
  const { meeting } = useLive()
  const here = isPresent(meeting, seat.id)
  const ballot = openBallot(meeting)
  const mayVote = ballot !== null && here && ballot.roll.includes(seat.id)
  return (
    <Sheet open onClose={onClose} title={seat.name}>
      <TroubleNote trouble={act.trouble} />
      {mayVote && (
        <Part icon={IconInbox} title={t('vote.title')} open>
          <AssistedVote ballot={ballot} seat={seat} />
        </Part>
      )}
      {here && meeting.currentItemId && (
        <Part icon={IconHandStop} title={t('hand.title')}>
          <HandFor seat={seat} act={act} />
        </Part>
      )}
      <Part icon={IconDoorEnter} title={t('presence.title')} open={!here}>
        <Presence seat={seat} act={act} here={here} />
      </Part>
      {!here && meeting.phase !== 'notified' && (
        <Part icon={IconArrowsExchange} title={t('deputy.title')}>
          {seat.deputyFor === undefined && seat.canVote && !takesDeputies(meeting.body) ? (
            <p>{live('refusal.in-person-only')}</p>
          ) : (
            <DeputyPart seat={seat} known={known} act={act} />
          )}
        </Part>
      )}
      <Button block onClick={onClose}>
        {live('console.close')}
      </Button>
    </Sheet>
  )
}

function Part({
  icon,
  title,
  open = false,
  children,
}: {
  icon: IconDrawing
  title: string
  open?: boolean
  children: ReactNode
}) {
  return (
    <details className={css.part} open={open}>
      <summary>
        <Icon of={icon} />
        {title}
      </summary>
      {children}
    </details>
  )
}

function HandFor({ seat, act }: { seat: Seat; act: Act }) {
  const { t } = useTranslation('door')
  const { t: term } = useTranslation('terms')
  const { meeting } = useLive()
  const [stance, setStance] = useState<Stance>('question')
  if (meeting.queue.some((hand) => hand.seatId === seat.id)) {
    return (
      <div>
        <p>{t('hand.isUp')}</p>
        <Button
          block
          busy={act.busy === 'withdraw-hand'}
          onClick={() => void act.act({ type: 'withdraw-hand', seatId: seat.id })}
        >
          {t('hand.down')}
        </Button>
      </div>
    )
  }
  async function raise(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const witness = String(new FormData(event.currentTarget).get('witness') ?? '')
    await act.act({ type: 'raise-hand', seatId: seat.id, stance, witness })
  }
  return (
    <form onSubmit={(event) => void raise(event)}>
      <RadioGroup
        name="stance"
        label={t('hand.stance')}
        value={stance}
        onChange={(value) => setStance(value as Stance)}
        choices={(['for', 'against', 'question'] as const).map((value) => ({
          value,
          label: term(`stance.${value}`),
        }))}
      />
      <TextField name="witness" label={t('witness')} required maxLength={60} />
      <Button look="primary" type="submit" block busy={act.busy === 'raise-hand'}>
        {t('hand.raise')}
      </Button>
    </form>
  )
}

function Presence({ seat, act, here }: { seat: Seat; act: Act; here: boolean }) {
  const { t } = useTranslation('door')
  const { meeting } = useLive()
  const { id: seatId } = seat
  const remote = meeting.remote.includes(seatId)
  const busy = act.busy !== null
  if (meeting.phase === 'notified') return <div>{t('doorsClosed')}</div>
  return (
    <div>
      {here ? (
        <>
          <Button
            block
            busy={busy}
            onClick={() =>
              void act.act({ type: 'change-place', seatId, where: remote ? 'hall' : 'remote' })
            }
          >
            {t(remote ? 'presence.toHall' : 'presence.toRemote')}
          </Button>
          {(['left', 'mistake'] as const).map((why) => (
            <Button
              key={why}
              block
              busy={busy}
              onClick={() =>
                void act.act({
                  type: 'set-absent',
                  seatId,
                  reason: t(`presence.reason.${why}`),
                })
              }
            >
              {t(`presence.${why}`)}
            </Button>
          ))}
        </>
      ) : (
        (['hall', 'remote'] as const).map((where) => (
          <Button
            key={where}
            block
            look={where === 'hall' ? 'primary' : 'line'}
            busy={busy}
            onClick={() =>
              void act.act({ type: 'set-present', seatId, reason: t('seenAtDoor'), where })
            }
          >
            {t(`presence.${where}`)}
          </Button>
        ))
      )}
    </div>
  )
}
