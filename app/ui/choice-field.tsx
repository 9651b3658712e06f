import { useId, type ChangeEvent, type InputHTMLAttributes, type ReactNode } from 'react'
import { FieldError, isThere, type FieldWords } from './field.tsx'

export type Choice = { value: string; label: ReactNode; note?: ReactNode; disabled?: boolean }

type GroupProps = FieldWords & {
  choices: readonly Choice[]
  required?: boolean
}

/** One of several, as round buttons under one question. */
export function RadioGroup({
  choices,
  defaultValue,
  value,
  onChange,
  ...words
}: GroupProps & {
  defaultValue?: string
  /** With `onChange`: the caller keeps the choice. */
  value?: string
  onChange?: (value: string) => void
}) {
  return (
    <Group role="radiogroup" words={words}>
      {choices.map((choice) => (
        <Pick
          key={choice.value}
          type="radio"
          name={words.name}
          choice={choice}
          required={words.required}
          {...(onChange
            ? { checked: value === choice.value, onChange: () => onChange(choice.value) }
            : { defaultChecked: defaultValue === choice.value })}
        />
      ))}
    </Group>
  )
}

/** Any number of several, as square boxes under one question. */
export function CheckboxGroup({
  choices,
  defaultValues = [],
  ...words
}: Omit<GroupProps, 'required'> & { defaultValues?: readonly string[] }) {
  return (
    <Group role="group" words={words} isLong={choices.length > 8}>
      {choices.map((choice) => (
        <Pick
          key={choice.value}
          type="checkbox"
          name={words.name}
          choice={choice}
          defaultChecked={defaultValues.includes(choice.value)}
        />
      ))}
    </Group>
  )
}

type OneProps = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'name' | 'type' | 'className' | 'children'
> & { name: string; label: ReactNode; note?: ReactNode; error?: ReactNode }

/** One box with its sentence. Sends `value` (`on` if none is given) or nothing. */
export function Checkbox({ label, note, error, ...input }: OneProps) {
  const errorId = useId()
  const wrong = isThere(error)
  return (
    <div className="fld">
      <label className="pickl">
        <input
          {...input}
          type="checkbox"
          className="ck"
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? errorId : undefined}
        />
        <PickWords label={label} note={note} />
      </label>
      {wrong && <FieldError id={errorId}>{error}</FieldError>}
    </div>
  )
}

/** On or off, for settings that take effect at once. In a form that is sent, prefer `Checkbox`. */
export function Switch({ label, note, ...input }: Omit<OneProps, 'error'>) {
  return (
    <label className="pickl">
      <input {...input} type="checkbox" role="switch" className="sw" />
      <PickWords label={label} note={note} />
    </label>
  )
}

function Group({
  role,
  words: { label, hint, error, optional, required },
  isLong = false,
  children,
}: {
  role: 'radiogroup' | 'group'
  /** So many that they stand side by side where there is room. */
  isLong?: boolean
  words: FieldWords & { required?: boolean }
  children: ReactNode
}) {
  const id = useId()
  const hintId = isThere(hint) ? `${id}-hint` : undefined
  const errorId = isThere(error) ? `${id}-error` : undefined
  return (
    <fieldset
      className={isLong ? 'fset many' : 'fset'}
      role={role}
      aria-describedby={[errorId, hintId].filter(Boolean).join(' ') || undefined}
      // ARIA lets one-of-several be required or wrong; of a group of boxes only its words can say so.
      {...(role === 'radiogroup' && {
        'aria-required': required || undefined,
        'aria-invalid': errorId ? true : undefined,
      })}
    >
      <legend>
        {label}
        {isThere(optional) && <span className="optl">{optional}</span>}
      </legend>
      {hintId && (
        <span className="hp" id={hintId}>
          {hint}
        </span>
      )}
      {children}
      {errorId && <FieldError id={errorId}>{error}</FieldError>}
    </fieldset>
  )
}

function Pick({
  type,
  name,
  choice: { value, label, note, disabled },
  ...input
}: {
  type: 'radio' | 'checkbox'
  name: string
  choice: Choice
  required?: boolean | undefined
  checked?: boolean
  defaultChecked?: boolean
  onChange?: (event: ChangeEvent<HTMLInputElement>) => void
}) {
  return (
    <label className="pickl">
      <input
        {...input}
        type={type}
        name={name}
        value={value}
        disabled={disabled}
        className={type === 'radio' ? 'ck r' : 'ck'}
      />
      <PickWords label={label} note={note} />
    </label>
  )
}

function PickWords({ label, note }: { label: ReactNode; note: ReactNode }) {
  return (
    <span>
      {label}
      {isThere(note) && <small>{note}</small>}
    </span>
  )
}
