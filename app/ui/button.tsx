import { Link, type LinkProps } from '@remix-run/react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconDrawing } from './icon.tsx'

type Look = {
  /** `primary`: at most one per screen. `stop`: takes something back. */
  look?: 'primary' | 'soft' | 'line' | 'ghost' | 'stop'
  size?: 'small' | 'large'
  /** Fills the width. */
  block?: boolean
  icon?: IconDrawing
  className?: string
  /** The word. With `square` it becomes the name that a screen reader says, and only the icon shows. */
  children: ReactNode
}

type ButtonProps = Look &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'children' | 'aria-label'> & {
    /** Already sent and waiting: keeps its place and its focus, and ignores further presses. */
    busy?: boolean
    /** Icon only; then `children` has to be a plain string. */
    square?: boolean
  }

/** Inside a form that it should send, say `type="submit"`. */
export function Button({
  look,
  size,
  block,
  icon,
  className,
  children,
  busy = false,
  square = false,
  type = 'button',
  onClick,
  ...button
}: ButtonProps) {
  return (
    <button
      {...button}
      type={type}
      className={classNames(lookClasses({ look, size, block }), square && 'sq', className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {icon && <Icon of={icon} />}
      {square ? <span className="vh">{children}</span> : children}
    </button>
  )
}

type LinkButtonProps = Look & Omit<LinkProps, 'className' | 'children'>

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({
  look,
  size,
  block,
  icon,
  className,
  children,
  ...link
}: LinkButtonProps) {
  return (
    <Link {...link} className={classNames(lookClasses({ look, size, block }), className)}>
      {icon && <Icon of={icon} />}
      {children}
    </Link>
  )
}

function lookClasses({
  look = 'line',
  size,
  block = false,
}: {
  look: Look['look'] | undefined
  size: Look['size'] | undefined
  block: boolean | undefined
}) {
  return classNames(
    'btn',
    look,
    size === 'small' && 'sm',
    size === 'large' && 'lg',
    block && 'block',
  )
}
