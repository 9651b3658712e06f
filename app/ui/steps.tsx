import { Link } from '@remix-run/react'
import { IconCheck, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type Step = {
  id: string
  state: 'done' | 'now' | 'next' | 'stopped'
  title: ReactNode
  /** What was chosen, when, or what is missing. */
  note?: ReactNode
  /** Where to go to do or change it. */
  to?: string
  /** Said after the title to those who cannot see the mark: 已完成, 正在进行. */
  stateLabel?: string
}

/** Steps from top to bottom, of which one is now. For a row of dots on a phone see `.steps` in `phone.css`. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="vsteps">
      {steps.map(({ id, state, title, note, to, stateLabel }, index) => (
        <li
          key={id}
          className={STATE_CLASS[state]}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <span className="nn" aria-hidden="true">
            {state === 'done' ? <Icon of={IconCheck} /> : null}
            {state === 'stopped' ? <Icon of={IconX} /> : null}
            {state === 'now' || state === 'next' ? index + 1 : null}
          </span>
          <div className="bd2">
            {to === undefined ? <b>{title}</b> : <Link to={to}>{title}</Link>}
            {stateLabel !== undefined && <span className="vh">{stateLabel}</span>}
            {note !== undefined && <p>{note}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}

const STATE_CLASS = { done: 'done', now: 'now', next: undefined, stopped: 'stop' } as const
