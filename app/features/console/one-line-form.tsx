import { IconPlus } from '@tabler/icons-react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import { useAct, type RoomAct } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { wordsIn } from './command-dialog.tsx'

type Props = {
  /** On the button that opens it. */
  open: string
  /** Above the line; where the button says enough, for a screen reader alone. */
  label: string
  labelHidden?: boolean
  maxLength: number
  /** A small field beside the buttons. */
  children?: ReactNode
  /** What is sent with the words; it closes when that was done. */
  commandWith: (words: string, form: FormData) => RoomAct
}

/** One line that is written down beside the agenda: a button until somebody wants to write. */
export function OneLineForm({
  open,
  label,
  labelHidden,
  maxLength,
  children,
  commandWith,
}: Props) {
  const { t } = useTranslation('live')
  const [writing, setWriting] = useState(false)
  const act = useAct()

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const words = wordsIn(form, 'words')
    if (words && (await act.act(commandWith(words, form)))) setWriting(false)
  }

  if (!writing) {
    return (
      <Button size="small" block icon={IconPlus} onClick={() => setWriting(true)}>
        {open}
      </Button>
    )
  }
  return (
    <form onSubmit={(event) => void send(event)} className="col" style={{ gap: 8 }}>
      <label>
        <span className={labelHidden ? 'vh' : 'sm ink2'}>{label}</span>
        <input className="inp" name="words" required maxLength={maxLength} autoFocus />
      </label>
      <TroubleNote trouble={act.trouble} />
      <div className="row wrap" style={{ gap: 8 }}>
        {children}
        <Button size="small" look="primary" type="submit" busy={act.busy !== null}>
          {t('console.parkSave')}
        </Button>
        <Button size="small" onClick={() => setWriting(false)}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
