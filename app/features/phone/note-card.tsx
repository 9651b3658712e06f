import { IconPencil } from '@tabler/icons-react'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemId } from '#app/domain/shared/ids.ts'
import { useAwake } from '#app/features/live/live-context.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useMyNote } from './my-notes.ts'
import css from './phone.module.css'

/** A sheet of my own beside an item. Closed while it is empty, so that it takes no room. */
export function NoteCard({ itemId }: { itemId: ItemId }) {
  const { t } = useTranslation('phone')
  const id = useId()
  const awake = useAwake()
  const { text, write, kept } = useMyNote(itemId)
  const [open, setOpen] = useState(false)
  const written = text !== ''
  // What was written before a reload shows itself.
  useEffect(() => {
    if (written) setOpen(true)
  }, [written])
  if (!awake) return null
  return (
    <details
      className={`card ${css.note ?? ''}`}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <Icon of={IconPencil} />
        <span className="b">{t('notes.title')}</span>
        <span className="sm muted">{t(written ? 'notes.some' : 'notes.none')}</span>
      </summary>
      <label className="vh" htmlFor={id}>
        {t('notes.label')}
      </label>
      <textarea
        id={id}
        className="inp"
        rows={4}
        maxLength={4000}
        value={text}
        aria-describedby={`${id}-where`}
        onChange={(event) => write(event.target.value)}
      />
      <p className="sm muted" id={`${id}-where`}>
        {t(kept ? 'notes.where' : 'notes.notKept')}
      </p>
    </details>
  )
}
