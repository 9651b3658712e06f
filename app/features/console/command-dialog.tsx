import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import { useAct, type RoomAct } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'

type Props = {
  isOpen: boolean
  onClose: () => void
  title: string
  submitLabel: string
  look?: 'primary' | 'stop'
  wide?: boolean
  /** What the filled-in form asks for; null while something is missing. */
  toCommand: (form: FormData) => RoomAct | null
  children: ReactNode
}

/** A form over the console that becomes one command. What was refused stays filled in. */
export function CommandDialog({ isOpen, onClose, title, wide = false, ...form }: Props) {
  const { t } = useTranslation('live')
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onClose}
      wide={wide}
      title={title}
      closeLabel={t('console.close')}
    >
      <CommandForm {...form} onDone={onClose} />
    </Dialog>
  )
}

type FormProps = Pick<Props, 'submitLabel' | 'look' | 'toCommand' | 'children'> & {
  onDone: () => void
}

/** The same without a dialog of its own, for one that holds several. */
export function CommandForm({
  submitLabel,
  look = 'primary',
  toCommand,
  children,
  onDone,
}: FormProps) {
  const act = useAct()
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const command = toCommand(new FormData(event.currentTarget))
    if (command && (await act.act(command))) onDone()
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="col" style={{ gap: 14 }}>
      {children}
      <TroubleNote trouble={act.trouble} />
      <div className="row" style={{ justifyContent: 'flex-end' }}>
        <Button look={look} type="submit" busy={act.busy !== null}>
          {submitLabel}
        </Button>
      </div>
    </form>
  )
}

/** A field of a form as text without blanks around it. */
export function wordsIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
