import { IconAlertTriangle } from '@tabler/icons-react'
import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react'
import { Icon } from './icon.tsx'

/** What every field has. `name` is what the form sends. */
export type FieldWords = {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** What is wrong, as a sentence. It is tied to the control and announced. */
  error?: ReactNode
  /** The word for "may stay empty", shown after the label: 选填. */
  optional?: ReactNode
}

type Native<Attributes> = Omit<Attributes, 'name' | 'className' | 'children'>

export function TextField({
  id,
  ...rest
}: FieldWords & Native<InputHTMLAttributes<HTMLInputElement>>) {
  const [words, input] = splitWords(rest)
  const wired = useWiring(words, id)
  return (
    <FieldFrame {...words} {...wired.frame}>
      <input {...input} {...wired.control} />
    </FieldFrame>
  )
}

export function TextAreaField({
  id,
  ...rest
}: FieldWords & Native<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const [words, textarea] = splitWords(rest)
  const wired = useWiring(words, id)
  return (
    <FieldFrame {...words} {...wired.frame}>
      <textarea {...textarea} {...wired.control} />
    </FieldFrame>
  )
}

export type FieldOption = { value: string; label: string; disabled?: boolean }

export function SelectField({
  id,
  ...rest
}: FieldWords &
  Native<SelectHTMLAttributes<HTMLSelectElement>> & {
    options: readonly FieldOption[]
    /** First row, with an empty value: 请选择. */
    placeholder?: string
  }) {
  const [words, { options, placeholder, ...select }] = splitWords(rest)
  const wired = useWiring(words, id)
  return (
    <FieldFrame {...words} {...wired.frame}>
      <select {...select} {...wired.control}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

function splitWords<Rest extends FieldWords>(rest: Rest) {
  const { name, label, hint, error, optional, ...native } = rest
  return [{ name, label, hint, error, optional }, native] as const
}

function useWiring(
  { name, hint, error }: { name: string; hint?: ReactNode; error?: ReactNode },
  givenId: string | undefined,
) {
  const ownId = useId()
  const id = givenId ?? ownId
  const hintId = isThere(hint) ? `${id}-hint` : undefined
  const errorId = isThere(error) ? `${id}-error` : undefined
  return {
    frame: { id, hintId, errorId },
    control: {
      id,
      name,
      className: 'inp',
      'aria-invalid': errorId ? (true as const) : undefined,
      'aria-describedby': [errorId, hintId].filter(Boolean).join(' ') || undefined,
    },
  }
}

function FieldFrame({
  id,
  hintId,
  errorId,
  label,
  optional,
  hint,
  error,
  children,
}: {
  id: string
  hintId: string | undefined
  errorId: string | undefined
  label: ReactNode
  optional: ReactNode
  hint: ReactNode
  error: ReactNode
  children: ReactNode
}) {
  return (
    <div className="fld">
      <label className="lb" htmlFor={id}>
        {label}
        {isThere(optional) && <span className="optl">{optional}</span>}
      </label>
      {children}
      {errorId && <FieldError id={errorId}>{error}</FieldError>}
      {hintId && (
        <span className="hp" id={hintId}>
          {hint}
        </span>
      )}
    </div>
  )
}

/** The sentence under a control that was not accepted. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span className="er" id={id} role="alert">
      <Icon of={IconAlertTriangle} />
      <span>{children}</span>
    </span>
  )
}

/** Whether there are words at all: an empty string or `false` is no error. */
export function isThere(words: ReactNode): boolean {
  return words !== undefined && words !== null && words !== false && words !== ''
}
