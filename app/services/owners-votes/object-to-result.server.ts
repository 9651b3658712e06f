import { createHash } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { resultObjections } from '#db/schema/owners-votes.ts'
import { loadVote } from './owners-vote-rows.server.ts'

type Lent = { db: Database; now: () => Date }

/**
 * Takes down what somebody has against a published result, while the window is open. The same from
 * the same person is one objection, however often it is sent.
 */
export async function objectToResult(
  { db, now }: Lent,
  {
    voteId,
    name,
    contact,
    words,
  }: { voteId: string; name: string; contact: string; words: string },
): Promise<Result<null, { code: 'no-such-vote' | 'window-over' | 'text-missing' }>> {
  if (!name.trim() || !words.trim()) return refuse({ code: 'text-missing' })
  const said = { name: name.trim(), contact: contact.trim() || null, words: words.trim() }
  const id = createHash('sha256')
    .update(JSON.stringify([voteId, said]))
    .digest('hex')
  return db.transaction(async (tx) => {
    // Held, so that no result is made final or void over an objection that is on its way.
    const loaded = await loadVote(tx, voteId, { hold: true })
    if (!loaded || loaded.row.state === 'prepared') return refuse({ code: 'no-such-vote' })
    const { state, objectionsUntil } = loaded.row
    if (state !== 'objection-window' || (objectionsUntil ?? '') < localDateOf(now())) {
      return refuse({ code: 'window-over' })
    }
    await tx
      .insert(resultObjections)
      .values({ id, voteId, ...said, receivedAt: now() })
      .onConflictDoNothing()
    return ok(null)
  })
}

/** Answers an objection, once; a result is not final while one is unanswered. */
export async function answerObjection(
  { db, now }: Lent,
  viewer: Viewer,
  { voteId, objectionId, answer }: { voteId: string; objectionId: string; answer: string },
): Promise<Result<null, { code: 'no-such-vote' | 'text-missing' | 'answered-already' }>> {
  const loaded = await loadVote(db, voteId)
  if (!loaded || viewer.kind !== 'staff' || !can(viewer, 'run-owners-vote', loaded.row)) {
    return refuse({ code: 'no-such-vote' })
  }
  if (!answer.trim()) return refuse({ code: 'text-missing' })
  const [answered] = await db
    .update(resultObjections)
    .set({ answer: answer.trim(), answeredBy: viewer.personId, answeredAt: now() })
    .where(
      and(
        eq(resultObjections.id, objectionId),
        eq(resultObjections.voteId, voteId),
        isNull(resultObjections.answeredAt),
      ),
    )
    .returning({ id: resultObjections.id })
  // Somebody else was quicker, and their answer stands.
  return answered ? ok(null) : refuse({ code: 'answered-already' })
}
