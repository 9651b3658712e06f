import { and, asc, count, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { RollSuspensionView } from '#app/domain/register/roll-view.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { ownersVotes } from '#db/schema/owners-votes.ts'
import { rollElectors, rollSuspensions } from '#db/schema/register.ts'
import { holdRoll, type RollRow } from './roll-rows.server.ts'

type Lent = { db: Database; now: () => Date }

export type SuspendRefusal = {
  code:
    | 'no-such-roll'
    | 'roll-not-frozen'
    /** By the roll's policy everybody's vote counts. */
    | 'debtors-count'
    | 'no-such-elector'
    | 'reason-missing'
    | 'vote-opened'
    | 'suspended-already'
}

/** A vote by a roll that anybody may have cast in already. */
const OPENED = ['open', 'closed', 'tallied', 'objection-window', 'final'] as const

/**
 * Suspends an elector's vote, where the owners' own rules say so. Only before a vote by the roll
 * opens: nobody is put out of a vote that is under way. The same `suspensionId` again changes nothing.
 *
 * @see 业主大会和业主委员会指导规则 Art. 20: the covenant and the rules of the assembly may limit it.
 */
export async function suspendElector(
  { db, now }: Lent,
  viewer: StaffViewer,
  wanted: { suspensionId: string; rollId: string; electorId: string; reason: string },
): Promise<Result<null, SuspendRefusal>> {
  const { suspensionId, rollId, electorId } = wanted
  const reason = wanted.reason.trim()
  return db.transaction(async (tx) => {
    // A vote is held while it opens, so it is either seen as open here or opens after this.
    const votes = await tx
      .select({ state: ownersVotes.state })
      .from(ownersVotes)
      .where(eq(ownersVotes.rollId, rollId))
      .for('update')
    const roll = await holdRoll(tx, viewer, rollId, 'freeze-roll')
    if (!roll) return refuse({ code: 'no-such-roll' })
    if (roll.state !== 'frozen') return refuse({ code: 'roll-not-frozen' })
    if (roll.policy.debtorsVote !== 'suspend') return refuse({ code: 'debtors-count' })
    if (reason === '') return refuse({ code: 'reason-missing' })
    const [elector] = await tx
      .select({ id: rollElectors.electorId })
      .from(rollElectors)
      .where(and(eq(rollElectors.rollId, rollId), eq(rollElectors.electorId, electorId)))
    if (!elector) return refuse({ code: 'no-such-elector' })
    const [known] = await tx
      .select({ id: rollSuspensions.id })
      .from(rollSuspensions)
      .where(eq(rollSuspensions.id, suspensionId))
    if (known) return ok(null)
    if (votes.some(({ state }) => OPENED.some((each) => each === state))) {
      return refuse({ code: 'vote-opened' })
    }
    const [marked] = await tx
      .insert(rollSuspensions)
      .values({
        ...{ id: suspensionId, communityId: roll.communityId, rollId, electorId },
        ...{ reason, markedBy: viewer.name, markedAt: now() },
      })
      .onConflictDoNothing()
      .returning({ id: rollSuspensions.id })
    return marked ? ok(null) : refuse({ code: 'suspended-already' })
  })
}

/** Gives an elector the vote back, at any time: whoever has paid, or was marked by mistake. */
export async function liftSuspension(
  { db, now }: Lent,
  viewer: StaffViewer,
  { rollId, suspensionId }: { rollId: string; suspensionId: string },
): Promise<Result<null, { code: 'no-such-roll' | 'no-such-suspension' }>> {
  return db.transaction(async (tx) => {
    if (!(await holdRoll(tx, viewer, rollId, 'freeze-roll'))) {
      return refuse({ code: 'no-such-roll' })
    }
    const [lifted] = await tx
      .update(rollSuspensions)
      .set({ liftedAt: now(), liftedBy: viewer.name })
      .where(
        and(
          eq(rollSuspensions.id, suspensionId),
          eq(rollSuspensions.rollId, rollId),
          isNull(rollSuspensions.liftedAt),
        ),
      )
      .returning({ id: rollSuspensions.id })
    return lifted ? ok(null) : refuse({ code: 'no-such-suspension' })
  })
}

const standingOn = (rollId: string) =>
  and(eq(rollSuspensions.rollId, rollId), isNull(rollSuspensions.liftedAt))

/** Whether an elector's vote is suspended now. */
export async function isSuspended(
  db: Database,
  { rollId, electorId }: { rollId: string; electorId: string },
): Promise<boolean> {
  const found = await db.$count(
    rollSuspensions,
    and(standingOn(rollId), eq(rollSuspensions.electorId, electorId)),
  )
  return found > 0
}

/** The same inside another statement. */
export function suspendedOn(rollId: string, electorId: SQL): SQL {
  return sql`exists (select 1 from roll_suspension s where s.roll_id = ${rollId} and s.elector_id = ${electorId} and s.lifted_at is null)`
}

export async function suspendedElectors(db: Database, rollId: string): Promise<Set<string>> {
  const rows = await db
    .select({ electorId: rollSuspensions.electorId })
    .from(rollSuspensions)
    .where(standingOn(rollId))
  return new Set(rows.map(({ electorId }) => electorId))
}

/** How many, and by which text: all that everybody reads. Null where everybody's vote counts. */
export async function suspendedInPublic(
  db: Database,
  { id, policy }: Pick<RollRow, 'id' | 'policy'>,
): Promise<{ basis: string; electors: number } | null> {
  if (policy.debtorsVote !== 'suspend') return null
  const [{ electors } = { electors: 0 }] = await db
    .select({ electors: count() })
    .from(rollSuspensions)
    .where(standingOn(id))
  return { basis: policy.debtorsBasis ?? '', electors }
}

/** All there were, with who and why; for staff. */
export async function suspensionsOf(
  db: Database,
  rollId: string,
): Promise<RollSuspensionView[]> {
  const rows = await db
    .select()
    .from(rollSuspensions)
    .where(eq(rollSuspensions.rollId, rollId))
    .orderBy(asc(rollSuspensions.markedAt), asc(rollSuspensions.id))
  return rows.map(({ id, electorId, reason, markedBy, markedAt, liftedBy, liftedAt }) => ({
    ...{ id, electorId, reason, markedBy, markedAt },
    lifted: liftedBy !== null && liftedAt ? { by: liftedBy, at: liftedAt } : null,
  }))
}
