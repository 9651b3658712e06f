import { IconCircleCheck, IconHandStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DissentCount } from '#app/features/live/dissent-count.tsx'
import { useLive, useMeetingId } from '#app/features/live/live-context.tsx'
import { isPresent, seatOf } from '#app/features/live/reading.ts'
import { TroubleWords } from '#app/features/live/trouble.tsx'
import type { Act } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { TextAreaField } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { ActForm } from './act-form.tsx'
import { DissentButtons } from './dissent-buttons.tsx'
import css from './phone.module.css'

/** What is put to the room, and who has a reservation. */
export function ConsensusCard() {
  const { t } = useTranslation('live')
  const { meeting } = useLive()
  const { consensus } = meeting
  if (!consensus) return null
  return (
    <section className="speak">
      <p className="row b sm" style={{ color: 'var(--tea-t)', gap: 6 }}>
        <Icon of={IconCircleCheck} />
        {t('consensus.asked')}
      </p>
      <h1 className="ph-t" style={{ marginTop: 6 }}>
        {consensus.proposal}
      </h1>
      <p className="sm ink2" style={{ marginTop: 8 }}>
        <DissentCount dissent={consensus.objections} />
      </p>
    </section>
  )
}

/** No objection needs no press; an objection does, with a few words if one likes. */
export function ConsensusZone({ act, onObject }: { act: Act; onObject: () => void }) {
  const { t } = useTranslation('live')
  const { meeting, me } = useLive()
  const meetingId = useMeetingId()
  const seat = seatOf(meeting, me.seatId)
  if (!seat) return null
  const mine = meeting.consensus?.objections.find((each) => each.seatId === seat.id)
  const may = seat.role === 'delegate' && isPresent(meeting, seat.id)
  return (
    <section className={classNames('ph-a', css.zone)} aria-label={t('consensus.label')}>
      {!may ? (
        <p className="ink2">
          {t(seat.role === 'delegate' ? 'refusal.not-checked-in' : 'consensus.observer')}
        </p>
      ) : mine ? (
        <div className="row">
          <span className={classNames(css.round, css.amber)}>
            <Icon of={IconHandStop} />
          </span>
          <div className="grow" role="status">
            <b>{t(`consensus.mine.${mine.kind}`)}</b>
            <p className="sm muted" style={{ lineHeight: 1.4 }}>
              {act.trouble ? (
                <TroubleWords trouble={act.trouble} />
              ) : (
                (mine.text ?? t(`consensus.mineNote.${mine.kind}`))
              )}
            </p>
          </div>
          <ActForm
            command={{ type: 'withdraw-objection', seatId: seat.id }}
            onAct={(command) => void act.act(command)}
          >
            <Button type="submit" busy={act.busy === 'withdraw-objection'}>
              {t('consensus.withdraw')}
            </Button>
          </ActForm>
        </div>
      ) : (
        <>
          <p className="lb">
            <Icon of={IconCircleCheck} />
            {t('consensus.silence')}
          </p>
          {/* Without a script the link leads to the same question on a page of its own. */}
          <a
            className="btn line lg block"
            href={`/m/${meetingId}?object=1`}
            role="button"
            onClick={(event) => {
              event.preventDefault()
              act.clear()
              onObject()
            }}
          >
            <Icon of={IconHandStop} />
            {t('consensus.object')}
          </a>
        </>
      )}
    </section>
  )
}

/** The question as a page of its own, for phones without a script. */
export function ObjectionForm() {
  const { t } = useTranslation('live')
  const meetingId = useMeetingId()
  const { me } = useLive()
  return (
    <form
      method="post"
      action={`/m/${meetingId}/act`}
      className="col card pad"
      style={{ gap: 14 }}
    >
      <input type="hidden" name="type" value="raise-objection" />
      <input type="hidden" name="seatId" value={me.seatId ?? ''} />
      <TextAreaField
        name="text"
        label={t('consensus.text')}
        optional={t('optional')}
        maxLength={500}
        rows={3}
      />
      <DissentButtons />
      <a className="btn line block" href={`/m/${meetingId}`}>
        {t('cancel')}
      </a>
    </form>
  )
}
