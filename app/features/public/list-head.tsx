import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import css from './public.module.css'

/** The top of a list page: what it is, in one sentence what is in it, and what can be left out. */
export function ListHead({
  title,
  lead,
  aside,
  children,
}: {
  title: string
  lead: ReactNode
  aside?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className={css.listHead}>
      <div className={css.listTitle}>
        <h1>{title}</h1>
        {aside}
      </div>
      <p className="ink2">{lead}</p>
      {children}
    </div>
  )
}

/** Links that narrow a list down. Each has its own address, so it works without a script. */
export function Choices({
  label,
  items,
}: {
  label: string
  items: { to: string; label: ReactNode; current: boolean }[]
}) {
  return (
    <nav className={css.choices} aria-label={label}>
      {items.map((item) => (
        <Link
          key={item.to}
          to={item.to}
          className={classNames(css.choice, item.current && css.chosen)}
          aria-current={item.current ? 'true' : undefined}
          preventScrollReset
        >
          {item.label}
        </Link>
      ))}
    </nav>
  )
}
