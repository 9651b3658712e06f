import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TroubleNote, type Trouble } from '#app/features/live/trouble.tsx'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { TextAreaField } from '#app/ui/field.tsx'

type Props = {
  isOpen: boolean
  onClose: () => void
  title: string
  children?: ReactNode
  label: string
  hint?: string
  /** Words that fit most times; a press takes them over. */
  suggestions?: readonly string[]
  optional?: boolean
  submitLabel: string
  look?: 'primary' | 'stop'
  trouble: Trouble | null
  busy: boolean
  /** Gives the reason; true once it is done. */
  onSubmit: (reason: string) => Promise<boolean>
}

/** Something that needs a reason, which the log keeps. */
export function ReasonDialog({
  isOpen,
  onClose,
  title,
  children,
  label,
  hint,
  suggestions = [],
  optional = false,
  submitLabel,
  look = 'primary',
  trouble,
  busy,
  onSubmit,
}: Props) {
  const { t } = useTranslation('live')
  const [reason, setReason] = useState('')

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (await onSubmit(reason.trim())) {
      setReason('')
      onClose()
    }
  }

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onClose}
      title={title}
      closeLabel={t('console.close')}
    >
      <form onSubmit={(event) => void submit(event)} className="col" style={{ gap: 14 }}>
        {children}
        <TextAreaField
          name="reason"
          label={label}
          {...(hint ? { hint } : {})}
          {...(optional ? { optional: t('optional') } : {})}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          rows={2}
          maxLength={500}
          required={!optional}
          autoFocus
        />
        {suggestions.length > 0 && (
          <div className="row wrap" style={{ gap: 8 }}>
            {suggestions.map((words) => (
              <Button key={words} size="small" look="soft" onClick={() => setReason(words)}>
                {words}
              </Button>
            ))}
          </div>
        )}
        <TroubleNote trouble={trouble} />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look={look} type="submit" busy={busy}>
            {submitLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
