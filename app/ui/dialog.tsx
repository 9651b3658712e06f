import { IconX } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'

type Props = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: ReactNode
  /** The name of the button that closes it: 关闭. */
  closeLabel: string
  /** Has to be answered: `alertdialog`, and a press beside it does not close it. */
  mustAnswer?: boolean
  wide?: boolean
  /** Buttons, the main one last. */
  footer?: ReactNode
  children: ReactNode
}

/**
 * A question or form over the page; on phones it rises from the bottom edge. Keeps the keyboard
 * inside and gives the focus back. It opens with a script only, so whatever it does also needs a
 * page of its own.
 */
export function Dialog({
  isOpen,
  onOpenChange,
  title,
  closeLabel,
  mustAnswer = false,
  wide = false,
  footer,
  children,
}: Props) {
  return (
    <ModalOverlay
      className="dlg-back"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={!mustAnswer}
    >
      <Modal className={classNames('dlg', wide && 'wide')}>
        <AriaDialog role={mustAnswer ? 'alertdialog' : 'dialog'}>
          <GiveFocusBack />
          <div className="dlg-h">
            <Heading slot="title">{title}</Heading>
            <Button look="ghost" square icon={IconX} onClick={() => onOpenChange(false)}>
              {closeLabel}
            </Button>
          </div>
          <div className="dlg-b">{children}</div>
          {footer && <div className="dlg-f">{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/**
 * The library gives the focus back in the next frame, and opens the page behind again after React's
 * own next turn. Where the frame comes first, as on a busy machine, what opened the dialog cannot
 * be focused yet and the keyboard is lost. This does it once both are over.
 */
function GiveFocusBack() {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () =>
      queueMicrotask(() => {
        if (document.activeElement !== document.body) return
        if (opener instanceof HTMLElement) opener.focus({ preventScroll: true })
      }),
    [opener],
  )
  return null
}
