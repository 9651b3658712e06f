import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stance } from '#app/domain/meetings/meeting.ts'
import type { SeatId } from '#app/domain/shared/ids.ts'
import { useLive } from '#app/features/live/live-context.tsx'
import { isPresent } from '#app/features/live/reading.ts'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import { useAct } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { wordsIn } from './command-dialog.tsx'

/** A hand for somebody in the room who has no phone to raise it with. */
export function HandForDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { t: tool } = useTranslation('console')
  const { meeting } = useLive()
  const act = useAct()
  const [stance, setStance] = useState<Stance>('question')
  const seats = meeting.seats.filter(
    (seat) =>
      isPresent(meeting, seat.id) &&
      meeting.floor?.seatId !== seat.id &&
      !meeting.queue.some((hand) => hand.seatId === seat.id),
  )

  async function raise(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const seatId = String(new FormData(event.currentTarget).get('seatId') ?? '') as SeatId
    const witness = wordsIn(new FormData(event.currentTarget), 'witness')
    if (await act.act({ type: 'raise-hand', seatId, stance, witness })) onClose()
  }

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onClose}
      title={t('console.handFor')}
      closeLabel={t('console.close')}
    >
      <form onSubmit={(event) => void raise(event)} className="col" style={{ gap: 14 }}>
        <SelectField
          name="seatId"
          label={t('console.handForWho')}
          required
          placeholder={t('console.choose')}
          options={seats.map((seat) => ({
            value: seat.id,
            label: t('console.seatOption', {
              name: seat.name,
              side: term(`side.${seat.side}`),
            }),
          }))}
        />
        <RadioGroup
          name="stance"
          label={t('console.col.stance')}
          value={stance}
          onChange={(value) => setStance(value as Stance)}
          choices={(['for', 'against', 'question'] as const).map((value) => ({
            value,
            label: term(`stance.${value}`),
          }))}
        />
        <TextField
          name="witness"
          label={tool('assisted.witness')}
          hint={tool('assisted.witnessHint')}
          required
          maxLength={60}
        />
        <TroubleNote trouble={act.trouble} />
        <Button look="primary" type="submit" busy={act.busy !== null}>
          {t('console.handForRaise')}
        </Button>
      </form>
    </Dialog>
  )
}
