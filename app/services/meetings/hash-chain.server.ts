import { createHash } from 'node:crypto'
import { canonicalJson } from '#app/domain/shared/canonical-json.ts'
import type { LoggedEvent } from '#app/domain/meetings/meeting-event.ts'

/** What stands in for the hash before a log's first event. */
export const CHAIN_START = '0'.repeat(64)

/**
 * sha-256, hex, over the hash before and everything this event says. Changing,
 * dropping or reordering an event changes every hash after it.
 */
export function chainHash(before: string, meetingId: string, logged: LoggedEvent): string {
  const { seq, at, actorId, event } = logged
  return createHash('sha256')
    .update(canonicalJson([before, meetingId, seq, event.type, event, actorId, at]))
    .digest('hex')
}

/** The hashes of events that follow `before`, in order. */
export function chainHashes(
  before: string,
  meetingId: string,
  events: readonly LoggedEvent[],
): string[] {
  let last = before
  return events.map((logged) => (last = chainHash(last, meetingId, logged)))
}
