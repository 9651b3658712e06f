import type { FormEvent, ReactNode } from 'react'
import type { RoomAct } from '#app/features/live/use-act.ts'
import { useMeetingId } from '#app/features/live/live-context.tsx'

type Props = {
  /** What the form asks for; its flat fields are sent when there is no script. */
  command: RoomAct
  /** With a script: the same, over the live connection. */
  onAct: (command: RoomAct) => void
  className?: string | undefined
  children: ReactNode
}

/** A button that asks the meeting for something, with and without a script. */
export function ActForm({ command, onAct, className, children }: Props) {
  const meetingId = useMeetingId()
  function submit(event: FormEvent) {
    event.preventDefault()
    onAct(command)
  }
  return (
    <form method="post" action={`/m/${meetingId}/act`} onSubmit={submit} className={className}>
      {Object.entries(command).map(([name, value]) =>
        value === null || typeof value === 'object' ? null : (
          <input key={name} type="hidden" name={name} value={String(value)} />
        ),
      )}
      {children}
    </form>
  )
}
