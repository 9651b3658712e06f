import { IconInfoCircle } from '@tabler/icons-react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemState } from '#app/domain/meetings/meeting-state.ts'
import type { Motion } from '#app/domain/meetings/motion.ts'
import { openMotion } from '#app/domain/meetings/open-motion.ts'
import type { SeatId } from '#app/domain/shared/ids.ts'
import { useLive } from '#app/features/live/live-context.tsx'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import { useAct } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { TextAreaField, TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { BallotWaits } from './ballot-waits.tsx'
import { Sheet } from './sheet.tsx'
import { useDraft } from './use-draft.ts'

export type MotionSheetProps = {
  seatId: SeatId
  item: ItemState
  /** What is to be changed; null for a new one. */
  motion: Motion | null
  open: boolean
  onClose: () => void
}

/**
 * Where a delegate writes a motion, or other words for their own. What was typed stays as it is
 * whatever the meeting does meanwhile, also when it is refused.
 */
export default function MotionSheet({ seatId, item, motion, open, onClose }: MotionSheetProps) {
  const { t } = useTranslation('phone')
  const { t: live } = useTranslation('live')
  const { meeting } = useLive()
  const act = useAct()
  const words = motion ?? { text: item.proposal ?? '', options: [] }
  const draft = useDraft(`motion ${motion?.motionId ?? item.id}`)
  const typed = open ? draft.typed() : {}
  const before = openMotion(meeting)
  const overtaken = before !== null && before.motionId !== motion?.motionId
  // A motion is made on the current item; these words were written for another.
  const over = meeting.currentItemId !== item.id

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const field = (name: string) => String(form.get(name) ?? '').trim()
    const said = { text: field('text'), options: linesOf(field('options')) }
    const done = await act.act(
      motion
        ? { type: 'edit-motion', motionId: motion.motionId, ...said, why: field('why') }
        : { type: 'make-motion', seatId, ...said },
    )
    if (!done) return
    draft.forget()
    onClose()
  }

  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t(motion ? 'motion.editTitle' : 'motion.makeTitle')}
    >
      <BallotWaits />
      <form
        onSubmit={(event) => void send(event)}
        onInput={(event) => draft.keep(event.currentTarget)}
        className="col"
        style={{ gap: 14 }}
      >
        {!motion && <p className="sm ink2">{t('motion.makeNote')}</p>}
        <TextAreaField
          name="text"
          label={t('motion.text')}
          defaultValue={typed['text'] ?? words.text}
          maxLength={500}
          rows={3}
          required
        />
        <TextAreaField
          name="options"
          label={t('motion.options')}
          optional={live('optional')}
          hint={t('motion.optionsHint')}
          defaultValue={typed['options'] ?? words.options.join('\n')}
          rows={3}
        />
        {motion && (
          <TextField
            name="why"
            label={t('motion.whyLabel')}
            defaultValue={typed['why']}
            maxLength={200}
            required
          />
        )}
        {(over || overtaken) && (
          <Note tone="stone" icon={IconInfoCircle} role="status">
            {t(over ? 'motion.over' : 'motion.overtaken')}
          </Note>
        )}
        <TroubleNote trouble={act.trouble} />
        {!over && (
          <Button look="primary" size="large" block type="submit" busy={act.busy !== null}>
            {t(motion ? 'motion.edit' : 'motion.send')}
          </Button>
        )}
        <Button block onClick={onClose}>
          {live('cancel')}
        </Button>
      </form>
    </Sheet>
  )
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
