import { asc, eq } from 'drizzle-orm'
import { replay } from '#app/domain/meetings/evolve.ts'
import type { MeetingPhase } from '#app/domain/meetings/meeting-state.ts'
import type { Database } from '#db/database.ts'
import { ballots } from '#db/schema/ballots.ts'
import { CHAIN_START, chainHash } from './hash-chain.server.ts'
import { readLog } from './load-meeting.server.ts'

export type LogCheck =
  | {
      sound: true
      /** How many events there are; 0 when there is no such meeting or no notice was sent. */
      events: number
      /** Hash of the last event, hex; whoever wrote it down earlier can compare. */
      hash: string
      phase: MeetingPhase | null
    }
  /** The first event that is not what was written, or a ballot's row that says something else than the log. */
  | { sound: false; seq: number; fault: 'gap' | 'hash' | 'verdict' }

/** Checks a meeting's hash chain from its first event, and its ballots' verdicts against it. */
export async function verifyLog(db: Database, meetingId: string): Promise<LogCheck> {
  const rows = await readLog(db, meetingId, 0)
  let hash = CHAIN_START
  for (const [index, row] of rows.entries()) {
    if (row.seq !== index + 1) return { sound: false, seq: index + 1, fault: 'gap' }
    hash = chainHash(hash, meetingId, row)
    if (hash !== row.hash) return { sound: false, seq: row.seq, fault: 'hash' }
  }
  const counted = await db
    .select({ id: ballots.id, verdict: ballots.verdict })
    .from(ballots)
    .where(eq(ballots.meetingId, meetingId))
    .orderBy(asc(ballots.id))
  const verdicts = new Map(counted.map((ballot) => [ballot.id, ballot.verdict]))
  for (const { seq, event } of rows) {
    if (event.type !== 'ballot-closed') continue
    const verdict = verdicts.get(event.ballotId)
    // Both columns are jsonb, which keeps the keys in an order of its own, the same for both.
    if (!verdict || JSON.stringify(verdict) !== JSON.stringify(event.verdict)) {
      return { sound: false, seq, fault: 'verdict' }
    }
  }
  return { sound: true, events: rows.length, hash, phase: replay(rows)?.phase ?? null }
}
