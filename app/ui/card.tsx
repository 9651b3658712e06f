import type { HTMLAttributes } from 'react'
import { classNames } from './class-names.ts'

type Props = HTMLAttributes<HTMLElement> & {
  as?: 'div' | 'section' | 'article' | 'li'
  /** Without inner space: for a list or a table that reaches the edge. */
  flush?: boolean
}

/** A sheet on the page. No shadow; one line round it. */
export function Card({ as: Element = 'div', flush = false, className, ...rest }: Props) {
  return <Element {...rest} className={classNames('card', !flush && 'pad', className)} />
}
