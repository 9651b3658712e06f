import { IconChevronLeft, IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button, LinkButton } from './button.tsx'
import { classNames } from './class-names.ts'

type Props = {
  back: { to: string; label: string }
  /** What the button that prints is called. */
  print: string
  title?: string
  lead?: string
  /** What else can be done with these sheets. */
  children?: ReactNode
}

/** Above sheets of paper on the screen, and never on them: the way back, and the button that prints. */
export function PrintHead({ back, print, title, lead, children }: Props) {
  return (
    <header className={classNames('print-head no-print', !title && 'bare')}>
      {title && (
        <div className="grow">
          <h1>{title}</h1>
          {lead && <p className="ink2">{lead}</p>}
        </div>
      )}
      <LinkButton look="line" to={back.to} icon={IconChevronLeft}>
        {back.label}
      </LinkButton>
      {children}
      <Button
        look="primary"
        icon={IconPrinter}
        className="js-only"
        onClick={() => window.print()}
      >
        {print}
      </Button>
    </header>
  )
}
