import { useRevalidator } from '@remix-run/react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Seat } from '#app/domain/meetings/meeting.ts'
import { LinkCode } from '#app/features/live/link-code.tsx'
import type { Act } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { SegmentedRadios } from '#app/ui/segmented.tsx'
import type { DoorSeat } from './door-seat.ts'
import css from './door.module.css'

/** Somebody comes in this person's place: confirmed here, for this session, with a link of their own. */
export function DeputyPart({ seat, known, act }: { seat: Seat; known: DoorSeat; act: Act }) {
  const { t } = useTranslation('door')
  const revalidator = useRevalidator()
  const busy = act.busy === 'seat-deputy'

  async function seatDeputy(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const sent = new FormData(event.currentTarget)
    const honorific = sent.get('honorific') === 'mr' ? ('mr' as const) : ('ms' as const)
    const deputy = { name: String(sent.get('name') ?? '').trim(), honorific }
    // The seat's old link ended with it; the new one is the deputy's.
    if (await act.act({ type: 'seat-deputy', seatId: seat.id, deputy }))
      revalidator.revalidate()
  }
  async function giveBack() {
    if (await act.act({ type: 'seat-deputy', seatId: seat.id, deputy: null })) {
      revalidator.revalidate()
    }
  }

  if (seat.deputyFor) {
    return (
      <div>
        <p>{t('deputy.seated', { deputy: seat.name, name: seat.deputyFor })}</p>
        {revalidator.state === 'idle' && known.link && (
          <>
            <LinkCode text={known.link} label={t('deputy.qr', { name: seat.name })} />
            <p className={`sm ink2 ${css.link ?? ''}`}>{known.link}</p>
            <p className="sm muted">{t('deputy.linkNote')}</p>
          </>
        )}
        <Button block busy={busy} onClick={() => void giveBack()}>
          {t('deputy.giveBack', { name: seat.deputyFor })}
        </Button>
      </div>
    )
  }
  return (
    <form onSubmit={(event) => void seatDeputy(event)}>
      <TextField
        name="name"
        label={t('deputy.name')}
        defaultValue={known.deputyName ?? ''}
        hint={known.deputyName ? t('deputy.announced', { name: seat.name }) : undefined}
        required
        maxLength={60}
      />
      <SegmentedRadios
        label={t('deputy.honorific')}
        name="honorific"
        defaultValue="ms"
        items={(['ms', 'mr'] as const).map((value) => ({ value, label: t(`deputy.${value}`) }))}
      />
      <p className="sm muted">{t('deputy.note', { name: seat.name })}</p>
      <Button look="primary" type="submit" block busy={busy}>
        {t('deputy.confirm')}
      </Button>
    </form>
  )
}
