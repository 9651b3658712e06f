import {
  IconCheck,
  IconCircleCheck,
  IconCircleX,
  IconHandStop,
  IconHelpCircle,
  IconMessageReply,
  IconMicrophone,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Stance } from '#app/domain/meetings/meeting.ts'
import type { Hand } from '#app/features/live/use-hand.ts'
import type { Act } from '#app/features/live/use-act.ts'
import { isSilenced, observesItem } from '#app/domain/meetings/find-in-meeting.ts'
import { useLive, useServerNow } from '#app/features/live/live-context.tsx'
import { placeInQueue } from '#app/features/live/reading.ts'
import { TroubleWords } from '#app/features/live/trouble.tsx'
import { Button } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { ActForm } from './act-form.tsx'
import { TurnNote } from './turn-note.tsx'
import css from './phone.module.css'

const STANCES = [
  { stance: 'for', icon: IconCircleCheck },
  { stance: 'against', icon: IconCircleX },
  { stance: 'question', icon: IconHelpCircle },
] as const satisfies { stance: Stance; icon: unknown }[]

/** Where the session's rules do not ask for a stance. */
const REMARK = [{ stance: 'remark', icon: IconHandStop }] as const

/** My hand: raise it with a stance, see where I stand, take it down, or say that I have finished. */
export function HandZone({ hand, act }: { hand: Hand; act: Act }) {
  const { t } = useTranslation('live')
  const { t: phone } = useTranslation('phone')
  const { meeting, me } = useLive()
  const { rules } = meeting
  const now = useServerNow(10_000)
  const { seatId } = me
  if (!seatId) return null
  const place = placeInQueue(meeting, seatId, now)
  const speaking = meeting.floor?.seatId === seatId
  const trouble = hand.trouble ?? act.trouble

  return (
    <section className={classNames('ph-a', css.zone)} aria-label={t('hand.label')}>
      {speaking ? (
        <ZoneRow
          icon={IconMicrophone}
          title={t('hand.yourTurn')}
          note={<TurnNote before={t('hand.yourTurnNote')} />}
        >
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
              <span role="alert">
                <TroubleWords trouble={trouble} />
              </span>
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
          waits
          title={t(hand.pending.stage === 'sending' ? 'hand.sending' : 'hand.waiting')}
          note={t('hand.waitingNote')}
        >
          <Button onClick={hand.forget}>{t('hand.withdraw')}</Button>
        </ZoneRow>
      ) : isSilenced(meeting, seatId) ? (
        <p className="ink2">{t('refusal.silenced', { count: rules.warnings })}</p>
      ) : observesItem(meeting, seatId, meeting.currentItemId) && !rules.conflictMaySpeak ? (
        <p className="ink2">{phone('observes.silent')}</p>
      ) : rules.rightOfReply && meeting.named.includes(seatId) ? (
        <ZoneRow
          icon={IconMessageReply}
          title={phone('hand.named')}
          note={phone('hand.namedNote')}
        >
          <ActForm
            command={{ type: 'raise-hand', seatId, stance: 'remark', kind: 'reply' }}
            onAct={() => hand.raise('remark', 'reply')}
          >
            <Button look="primary" type="submit">
              {phone('hand.reply')}
            </Button>
          </ActForm>
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
              t(rules.stanceFirst ? 'hand.choose' : 'hand.label')
            )}
            {rules.pointOfOrder && (
              <button
                type="button"
                className={classNames('il end', css.order)}
                onClick={() => hand.raise('remark', 'order')}
              >
                {phone('hand.order')}
              </button>
            )}
          </p>
          <div className="tri">
            {(rules.stanceFirst ? STANCES : REMARK).map(({ stance, icon }) => (
              <ActForm
                key={stance}
                command={{ type: 'raise-hand', seatId, stance }}
                onAct={() => hand.raise(stance)}
              >
                <Button type="submit" icon={icon} className={css.wide ?? ''}>
                  {stance === 'remark' ? phone('hand.speak') : t(`hand.stance.${stance}`)}
                </Button>
              </ActForm>
            ))}
          </div>
        </>
      )}
    </section>
  )
}

/** My place and my turn are told by the announcer; what only this phone knows is told here. */
function ZoneRow({
  icon,
  amber,
  waits,
  title,
  note,
  children,
}: {
  icon: typeof IconHandStop
  amber?: boolean
  /** Not sent yet. */
  waits?: boolean
  title: string
  note: React.ReactNode
  children: React.ReactNode
}) {
  return (
    <div className="row">
      <span className={classNames(css.round, amber && css.amber)}>
        <Icon of={icon} />
      </span>
      <div className="grow" role={waits ? 'status' : undefined}>
        <b>{title}</b>
        <p className="sm muted" style={{ lineHeight: 1.4 }}>
          {note}
        </p>
      </div>
      {children}
    </div>
  )
}
