import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Icon, type IconDrawing } from './icon.tsx'

type Look = {
  /** What is being chosen, for screen readers. */
  label: string
}

type LinkItem = { to: string; label: ReactNode; icon?: IconDrawing; current?: boolean }

/** Two to four views of the same thing, each with its own address. */
export function SegmentedLinks({ label, items }: Look & { items: readonly LinkItem[] }) {
  return (
    <nav className="seg" aria-label={label}>
      {items.map((item) => (
        <Link
          key={item.to}
          to={item.to}
          aria-current={item.current ? 'page' : undefined}
          preventScrollReset
        >
          {item.icon && <Icon of={item.icon} />}
          {item.label}
        </Link>
      ))}
    </nav>
  )
}

type RadioItem = { value: string; label: ReactNode; icon?: IconDrawing }

/** Two to four choices in a form, side by side. */
export function SegmentedRadios({
  label,
  name,
  items,
  defaultValue,
  value,
  onChange,
}: Look & {
  name: string
  items: readonly RadioItem[]
  defaultValue?: string
  /** With `onChange`: the caller keeps the choice. */
  value?: string
  onChange?: (value: string) => void
}) {
  return (
    <div className="seg" role="radiogroup" aria-label={label}>
      {items.map((item) => (
        <label key={item.value}>
          <input
            type="radio"
            name={name}
            value={item.value}
            {...(onChange
              ? { checked: value === item.value, onChange: () => onChange(item.value) }
              : { defaultChecked: defaultValue === item.value })}
          />
          <span>
            {item.icon && <Icon of={item.icon} />}
            {item.label}
          </span>
        </label>
      ))}
    </div>
  )
}
