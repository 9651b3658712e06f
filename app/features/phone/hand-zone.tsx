import {
  IconCheck,
  IconCircleCheck,
  IconCircleX,
  IconHandStop,
  IconHelpCircle,
  IconMicrophone,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Stance } from '#app/domain/meetings/meeting.ts'
import type { Hand } from '#app/features/live/use-hand.ts'
import type { Act } from '#app/features/live/use-act.ts'
import { useLive, useServerNow } from '#app/features/live/live-context.tsx'
import { placeInQueue } from '#app/features/live/reading.ts'
import { TroubleWords } from '#app/features/live/trouble.tsx'
import { Button } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { ActForm } from './act-form.tsx'
import css from './phone.module.css'

const STANCES = [
  { stance: 'for', icon: IconCircleCheck },
  { stance: 'against', icon: IconCircleX },
  { stance: 'question', icon: IconHelpCircle },
] as const satisfies { stance: Stance; icon: unknown }[]

/** My hand: raise it with a stance, see where I stand, take it down, or say that I have finished. */
export function HandZone({ hand, act }: { hand: Hand; act: Act }) {
  const { t } = useTranslation('live')
  const { meeting, me } = useLive()
  const now = useServerNow(10_000)
  const { seatId } = me
  if (!seatId) return null
  const place = placeInQueue(meeting, seatId, now)
  const speaking = meeting.floor?.seatId === seatId
  const trouble = hand.trouble ?? act.trouble

  return (
    <section className={classNames('ph-a', css.zone)} aria-label={t('hand.label')}>
      {speaking ? (
        <ZoneRow icon={IconMicrophone} title={t('hand.yourTurn')} note={t('hand.yourTurnNote')}>
          <ActForm
            command={{ type: 'take-floor', end: 'finished' }}
            onAct={(it) => void act.act(it)}
          >
            <Button
              look="primary"
              type="submit"
              icon={IconCheck}
              busy={act.busy === 'take-floor'}
            >
              {t('hand.finished')}
            </Button>
          </ActForm>
        </ZoneRow>
      ) : place ? (
        <ZoneRow
          icon={IconHandStop}
          title={t('hand.place', { n: place.place })}
          note={
            trouble && trouble !== 'item-over' ? (
              <TroubleWords trouble={trouble} />
            ) : (
              t('hand.placeNote')
            )
          }
        >
          <ActForm command={{ type: 'withdraw-hand', seatId }} onAct={(it) => void act.act(it)}>
            <Button type="submit" busy={act.busy === 'withdraw-hand'}>
              {t('hand.withdraw')}
            </Button>
          </ActForm>
        </ZoneRow>
      ) : hand.pending ? (
        <ZoneRow
          icon={IconHandStop}
          amber
          title={t(hand.pending.stage === 'sending' ? 'hand.sending' : 'hand.waiting')}
          note={t('hand.waitingNote')}
        >
          <Button onClick={hand.forget}>{t('hand.withdraw')}</Button>
        </ZoneRow>
      ) : (
        <>
          <p className="lb" role={trouble ? 'alert' : undefined}>
            <Icon of={IconHandStop} />
            {trouble === 'item-over' ? (
              t('hand.itemOver')
            ) : trouble ? (
              <TroubleWords trouble={trouble} />
            ) : (
              t('hand.choose')
            )}
          </p>
          <div className="tri">
            {STANCES.map(({ stance, icon }) => (
              <ActForm
                key={stance}
                command={{ type: 'raise-hand', seatId, stance }}
                onAct={() => hand.raise(stance)}
              >
                <Button type="submit" icon={icon} className={css.wide ?? ''}>
                  {t(`hand.stance.${stance}`)}
                </Button>
              </ActForm>
            ))}
          </div>
        </>
      )}
    </section>
  )
}

function ZoneRow({
  icon,
  amber,
  title,
  note,
  children,
}: {
  icon: typeof IconHandStop
  amber?: boolean
  title: string
  note: React.ReactNode
  children: React.ReactNode
}) {
  return (
    <div className="row">
      <span className={classNames(css.round, amber && css.amber)}>
        <Icon of={icon} />
      </span>
      <div className="grow" role="status">
        <b>{title}</b>
        <p className="sm muted" style={{ lineHeight: 1.4 }}>
          {note}
        </p>
      </div>
      {children}
    </div>
  )
}
