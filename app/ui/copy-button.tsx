import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Button } from './button.tsx'

type Props = {
  text: string
  label: string
  /** Said once it is on the clipboard. */
  done: string
}

/**
 * Puts a text on the clipboard. Not there without one, as over plain HTTP in a hall's own network:
 * show the text as well, where it can be selected.
 */
export function CopyButton({ text, label, done }: Props) {
  const [can, setCan] = useState(false)
  const [copied, setCopied] = useState(false)
  useEffect(() => setCan(navigator.clipboard !== undefined), [])
  if (!can) return null
  return (
    <Button
      size="small"
      icon={copied ? IconCheck : IconCopy}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      <span {...(copied && { role: 'status' })}>{copied ? done : label}</span>
    </Button>
  )
}
