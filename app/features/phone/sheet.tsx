import { useEffect, useId, useRef, type ReactNode } from 'react'
import css from './phone.module.css'

type Props = { open: boolean; onClose: () => void; title: string; children: ReactNode }

/** A question over the page, from the bottom edge. The browser keeps the focus inside and gives it back. */
export function Sheet({ open, onClose, title, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (open && !element.open) element.showModal()
    if (!open && element.open) element.close()
  }, [open])
  return (
    <dialog ref={dialog} className={css.sheet} aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId} className="song" style={{ fontSize: '1.25rem', marginBottom: 10 }}>
        {title}
      </h2>
      {open && children}
    </dialog>
  )
}
