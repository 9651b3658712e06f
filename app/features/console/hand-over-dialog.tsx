import { useTranslation } from 'react-i18next'
import type { Officer } from '#app/domain/meetings/meeting.ts'
import type { SeatId } from '#app/domain/shared/ids.ts'
import { useLive } from '#app/features/live/live-context.tsx'
import { isPresent } from '#app/features/live/reading.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { CommandDialog, wordsIn } from './command-dialog.tsx'

type Props = { isOpen: boolean; onClose: () => void; staff: readonly Officer[] }

/** Gives the chair to somebody else of the staff, back to whoever the notice named, or to a delegate. */
export function HandOverDialog({ isOpen, onClose, staff }: Props) {
  const { t } = useTranslation('console')
  const { t: live } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { meeting } = useLive()
  const others = [meeting.appointedChair, meeting.recorder, ...staff].filter(
    (each, index, all) =>
      each.id !== meeting.chair.id &&
      each.seatId === undefined &&
      all.findIndex(({ id }) => id === each.id) === index,
  )
  const delegates = meeting.seats.filter(
    (seat) =>
      seat.role === 'delegate' &&
      isPresent(meeting, seat.id) &&
      seat.id !== meeting.chair.seatId,
  )
  return (
    <CommandDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('handOver.title')}
      submitLabel={t('handOver.do')}
      toCommand={(form) => {
        const [kind, id = ''] = wordsIn(form, 'to').split(':')
        if (!id) return null
        const to = kind === 'seat' ? { seatId: id as SeatId } : { personId: id }
        return { type: 'hand-over-chair', to, reason: wordsIn(form, 'reason') }
      }}
    >
      <p className="ink2 sm">{t('handOver.note')}</p>
      <SelectField
        name="to"
        label={t('handOver.to')}
        required
        placeholder={live('console.choose')}
        options={[
          ...others.map(({ id, name, title }) => ({
            value: `staff:${id}`,
            label: `${name} ${title}`,
          })),
          ...delegates.map((seat) => ({
            value: `seat:${seat.id}`,
            label: live('console.seatOption', {
              name: seat.name,
              side: term(`side.${seat.side}`),
            }),
          })),
        ]}
      />
      <TextField
        name="reason"
        label={t('reason')}
        hint={t('logged')}
        required
        maxLength={200}
        defaultValue={t('handOver.why')}
      />
    </CommandDialog>
  )
}
