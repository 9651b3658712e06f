import { and, eq, isNull } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer, Viewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { rollObjections, rolls } from '#db/schema/register.ts'
import { holdRoll } from './roll-rows.server.ts'

type Lent = { db: Database; now: () => Date }

/** Longer words are for a letter. */
const WORDS = 1000

export type ObjectionRefusal = {
  code: 'no-such-roll' | 'not-shown' | 'name-missing' | 'words-missing' | 'words-too-long'
}

export type Objection = {
  /** The same again is the same objection. */
  key: string
  rollId: string
  electorId: string | null
  name: string
  contact: string
  words: string
}

/**
 * Records what an owner says is wrong with a roll that is shown. Staff write down what they were
 * told; owners write on the page.
 */
export async function objectToRoll(
  { db, now }: Lent,
  viewer: Viewer,
  { key, rollId, electorId, ...said }: Objection,
): Promise<Result<{ objectionId: string }, ObjectionRefusal>> {
  return db.transaction(async (tx) => {
    // Shared: an objection and a freeze do not pass each other unseen.
    const [roll] = await tx.select().from(rolls).where(eq(rolls.id, rollId)).for('share')
    const isStaff = roll !== undefined && can(viewer, 'keep-register', roll)
    if (!roll || (!isStaff && !isShown(roll, localDateOf(now())))) {
      return refuse({ code: 'no-such-roll' })
    }
    if (roll.state !== 'published') return refuse({ code: 'not-shown' })
    const name = said.name.trim().slice(0, 60)
    const words = said.words.trim()
    if (name === '') return refuse({ code: 'name-missing' })
    if (words === '') return refuse({ code: 'words-missing' })
    if (words.length > WORDS) return refuse({ code: 'words-too-long' })
    await tx
      .insert(rollObjections)
      .values({
        id: key,
        ...{ rollId, electorId, name, words },
        contact: said.contact.trim().slice(0, 60) || null,
        receivedAt: now(),
        receivedBy: isStaff && viewer.kind === 'staff' ? viewer.name : null,
      })
      .onConflictDoNothing()
    return ok({ objectionId: key })
  })
}

/** Whether owners may read a roll on a day: from its publication to its last day. */
export function isShown(
  { state, publishedUntil }: Pick<typeof rolls.$inferSelect, 'state' | 'publishedUntil'>,
  today: string,
): boolean {
  return (
    (state === 'published' || state === 'frozen') &&
    publishedUntil !== null &&
    today <= publishedUntil
  )
}

export type AnswerRefusal = {
  code: 'no-such-roll' | 'no-such-objection' | 'answer-missing' | 'already-answered'
}

/** Answers an objection, once: corrected, or not and why. */
export async function answerObjection(
  { db, now }: Lent,
  viewer: StaffViewer,
  answered: {
    rollId: string
    objectionId: string
    outcome: 'corrected' | 'not-upheld'
    answer: string
  },
): Promise<Result<null, AnswerRefusal>> {
  const { rollId, objectionId, outcome } = answered
  return db.transaction(async (tx) => {
    if (!(await holdRoll(tx, viewer, rollId, 'keep-register'))) {
      return refuse({ code: 'no-such-roll' })
    }
    const answer = answered.answer.trim()
    if (answer === '') return refuse({ code: 'answer-missing' })
    const which = and(eq(rollObjections.id, objectionId), eq(rollObjections.rollId, rollId))
    const [there] = await tx.select().from(rollObjections).where(which)
    if (!there) return refuse({ code: 'no-such-objection' })
    const [written] = await tx
      .update(rollObjections)
      .set({ outcome, answer, answeredBy: viewer.name, answeredAt: now() })
      .where(and(which, isNull(rollObjections.answeredAt)))
      .returning({ id: rollObjections.id })
    return written ? ok(null) : refuse({ code: 'already-answered' })
  })
}
