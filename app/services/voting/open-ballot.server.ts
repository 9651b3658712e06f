import { and, eq } from 'drizzle-orm'
import type { MeetingEvent } from '#app/domain/meetings/meeting-event.ts'
import type { Database } from '#db/database.ts'
import { ballotElectors, ballots } from '#db/schema/ballots.ts'
import { shufflePapers } from './count-ballot.server.ts'

type BallotOpened = Extract<MeetingEvent, { type: 'ballot-opened' }>

/** Writes the ballot that was just announced, and its roll as it is frozen. */
export async function insertBallot(
  tx: Database,
  { meetingId, communityId, at }: { meetingId: string; communityId: string; at: Date },
  event: BallotOpened,
): Promise<void> {
  await tx.insert(ballots).values({
    id: event.ballotId,
    communityId,
    meetingId,
    itemId: event.itemId,
    title: event.title,
    question: event.question ?? null,
    rule: event.rule,
    secrecy: event.secrecy,
    changeable: event.changeable,
    state: 'open',
    openedAt: at,
  })
  // Whoever stands back is of all the members, though their page and the log give them no vote.
  const members = [...event.roll, ...(event.standingBack ?? [])]
  await tx
    .insert(ballotElectors)
    .values(members.map((electorId) => ({ ballotId: event.ballotId, electorId })))
}

/**
 * Marks a ballot void: no more votes, and what was counted does not count. The papers of a secret
 * one that was never closed are mixed as they are at a close: nobody counts them, and they still lie
 * in the order in which they came.
 */
export async function voidBallot(
  tx: Database,
  { randomBytes }: { randomBytes: (size: number) => Uint8Array },
  meetingId: string,
  { ballotId, reason }: Extract<MeetingEvent, { type: 'ballot-voided' }>,
): Promise<void> {
  const [ballot] = await tx
    .update(ballots)
    .set({ state: 'void', voidReason: reason })
    .where(and(eq(ballots.id, ballotId), eq(ballots.meetingId, meetingId)))
    .returning({ secrecy: ballots.secrecy })
  if (ballot?.secrecy === 'secret') await shufflePapers(tx, ballotId, randomBytes)
}
