import { createHmac } from 'node:crypto'
import { isSameSecret } from '#app/services/accounts/is-same-secret.server.ts'

const MINUTE_MS = 60_000

type Lent = { now: () => Date; config: { sessionSecret: string } }

/**
 * The six digits on the hall's screen. They change every minute, are the same
 * in every process, and nobody can work them out who is not in the hall.
 *
 * @returns the code, and when it changes, in ms since the epoch.
 */
export function hallCode(
  { now, config }: Lent,
  meetingId: string,
): { code: string; changesAt: number } {
  const minute = minuteOf(now())
  return {
    code: codeAt(config.sessionSecret, meetingId, minute),
    changesAt: (minute + 1) * MINUTE_MS,
  }
}

/** Whether somebody typed this minute's code or the one before, told in the same time whatever was typed. */
export function isHallCode({ now, config }: Lent, meetingId: string, typed: string): boolean {
  const digits = typed.replace(/\s/g, '')
  const minute = minuteOf(now())
  let right = false
  for (const each of [minute, minute - 1]) {
    if (isSameSecret(digits, codeAt(config.sessionSecret, meetingId, each))) right = true
  }
  return right
}

function codeAt(secret: string, meetingId: string, minute: number): string {
  const mac = createHmac('sha256', secret)
    .update(`730-council hall\n${meetingId}\n${minute}`)
    .digest()
  return String(mac.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}

function minuteOf(now: Date): number {
  return Math.floor(now.getTime() / MINUTE_MS)
}
