import { IconInfoCircle } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { DissentKind } from '#app/domain/meetings/meeting.ts'
import { useLive } from '#app/features/live/live-context.tsx'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import type { Act } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { TextAreaField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { BallotWaits } from './ballot-waits.tsx'
import { DissentButtons } from './dissent-buttons.tsx'
import { Sheet } from './sheet.tsx'
import { useDraft } from './use-draft.ts'

/**
 * Where an objection is written. It stands apart from the question, so that it stays as it is
 * when the chair goes on while somebody is still typing.
 */
export default function ObjectionSheet({
  act,
  open,
  onClose,
}: {
  act: Act
  open: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('live')
  const { meeting, me } = useLive()
  const { seatId } = me
  // One objection is about one item, also when the meeting goes on to the next while it is written.
  const [itemId, setItemId] = useState(meeting.currentItemId)
  if (!open && itemId !== meeting.currentItemId) setItemId(meeting.currentItemId)
  const draft = useDraft(`objection ${itemId ?? ''}`)

  async function object(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!seatId) return
    const text = String(new FormData(event.currentTarget).get('text') ?? '').trim()
    const kind = kindOf(event.nativeEvent)
    if (!(await act.act({ type: 'raise-objection', seatId, text: text || null, kind }))) return
    draft.forget()
    onClose()
  }

  return (
    <Sheet open={open} onClose={onClose} title={t('consensus.sheetTitle')}>
      <BallotWaits />
      <form
        onSubmit={(event) => void object(event)}
        onInput={(event) => draft.keep(event.currentTarget)}
        className="col"
        style={{ gap: 14 }}
      >
        <TextAreaField
          name="text"
          label={t('consensus.text')}
          optional={t('optional')}
          hint={t('consensus.textHint')}
          defaultValue={open ? draft.typed()['text'] : undefined}
          maxLength={500}
          rows={3}
        />
        {!meeting.consensus && (
          <Note tone="stone" icon={IconInfoCircle}>
            {t('consensus.overMeanwhile')}
          </Note>
        )}
        <TroubleNote trouble={act.trouble} />
        <DissentButtons busy={act.busy === 'raise-objection'} />
        <Button block onClick={onClose}>
          {t('cancel')}
        </Button>
      </form>
    </Sheet>
  )
}

/** Which of the two buttons was pressed. */
function kindOf(event: Event): DissentKind {
  const pressed = event instanceof SubmitEvent ? event.submitter : null
  return pressed instanceof HTMLButtonElement && pressed.value === 'reservation'
    ? 'reservation'
    : 'objection'
}
