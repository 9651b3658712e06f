import { and, eq, sql } from 'drizzle-orm'
import { localDateOf, parseLocalDate } from '#app/domain/calendar/local-date.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { isOverridable } from '#app/domain/owners-vote/opening-checks.ts'
import type { VotePlan } from '#app/domain/owners-vote/vote-plan.ts'
import { authorityFor } from '#app/domain/voting/authority.ts'
import { checkQuestion, type QuestionRefusal } from '#app/domain/voting/ballot-question.ts'
import { methodsOf } from '#app/domain/voting/methods-of-rule.ts'
import { ruleOfTopic } from '#app/domain/voting/rule-of-body.ts'
import { allRuleProfiles, regionServed } from '#app/services/rules/rules-in-force.server.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { ownersVotes } from '#db/schema/owners-votes.ts'
import { rolls } from '#db/schema/register.ts'
import { loadVote } from './owners-vote-rows.server.ts'

export type PrepareRefusal =
  | QuestionRefusal
  | {
      code:
        | 'no-such-compound'
        | 'no-such-vote'
        | 'no-such-roll'
        | 'text-missing'
        | 'bad-date'
        | 'not-an-owners-matter'
        | 'method-not-for-owners'
        | 'announced-already'
        | 'not-to-be-held-again'
    }

type Lent = {
  db: Database
  now: () => Date
  newId: () => string
  randomBytes: (size: number) => Uint8Array
}

/**
 * Prepares a vote. Its topic says under which item of Civil Code Art. 278 it falls, and so by which
 * rule it is counted: nobody chooses the rule.
 *
 * @param id - what the form was given, so that sending it twice is once.
 */
export async function prepareOwnersVote(
  { db, now, newId, randomBytes }: Lent,
  viewer: Viewer,
  plan: VotePlan,
  id: string = newId(),
): Promise<Result<{ id: string }, PrepareRefusal>> {
  return db.transaction(async (tx) => {
    const [compound] = await tx.select().from(places).where(eq(places.id, plan.compoundId))
    const communityId = compound?.communityId
    if (
      compound?.kind !== 'compound' ||
      !communityId ||
      viewer.kind !== 'staff' ||
      !can(viewer, 'run-owners-vote', { communityId })
    ) {
      return refuse({ code: 'no-such-compound' })
    }
    const checked = await checkPlan(tx, plan, localDateOf(now()))
    if (!checked.ok) return checked
    const before = plan.rerunOf === null ? null : await loadVote(tx, plan.rerunOf)
    const holdsAgain = before?.row.state === 'void' && before.row.compoundId === compound.id
    if (plan.rerunOf !== null && !holdsAgain) return refuse({ code: 'not-to-be-held-again' })
    await tx
      .insert(ownersVotes)
      .values({
        id,
        communityId,
        compoundId: compound.id,
        code: codeFrom(randomBytes(5)),
        ...checked.value,
        resolutionId: plan.resolutionId,
        rerunOf: plan.rerunOf,
        state: 'prepared',
        createdBy: viewer.personId,
        createdAt: now(),
      })
      .onConflictDoNothing({ target: ownersVotes.id })
    return ok({ id })
  })
}

/** Changes a vote that is not announced yet. */
export async function changeOwnersVote(
  { db, now }: Pick<Lent, 'db' | 'now'>,
  viewer: Viewer,
  { voteId, plan }: { voteId: string; plan: VotePlan },
): Promise<Result<null, PrepareRefusal>> {
  return db.transaction(async (tx) => {
    const loaded = await loadVote(tx, voteId, { hold: true })
    if (!loaded || !can(viewer, 'run-owners-vote', loaded.row)) {
      return refuse({ code: 'no-such-vote' })
    }
    if (loaded.row.state !== 'prepared') return refuse({ code: 'announced-already' })
    const checked = await checkPlan(
      tx,
      { ...plan, compoundId: loaded.row.compoundId },
      localDateOf(now()),
    )
    if (!checked.ok) return checked
    await tx
      .update(ownersVotes)
      .set({ ...checked.value, revision: sql`${ownersVotes.revision} + 1` })
      .where(eq(ownersVotes.id, voteId))
    return ok(null)
  })
}

export type NoticeFacts = {
  noticeOn: string | null
  noticeHow: string
  committeeToldOn: string | null
  partyReview: { body: string; date: string; opinion: string } | null
  /** Reasons for conditions that are set aside, by condition. */
  overrides: Record<string, string>
}

/** Writes down how and when the notice was served, and the rest that must be true before it opens. */
export async function recordVoteNotice(
  { db, now }: Pick<Lent, 'db' | 'now'>,
  viewer: Viewer,
  { voteId, facts }: { voteId: string; facts: NoticeFacts },
): Promise<Result<null, { code: 'no-such-vote' | 'opened-already' | 'bad-date' }>> {
  const days = [facts.noticeOn, facts.committeeToldOn, facts.partyReview?.date ?? null]
  if (days.some((day) => day !== null && parseLocalDate(day) === null)) {
    return refuse({ code: 'bad-date' })
  }
  const today = localDateOf(now())
  // What is said to have happened has happened.
  if (days.some((day) => day !== null && day > today)) return refuse({ code: 'bad-date' })
  return db.transaction(async (tx) => {
    const loaded = await loadVote(tx, voteId, { hold: true })
    if (!loaded || viewer.kind !== 'staff' || !can(viewer, 'run-owners-vote', loaded.row)) {
      return refuse({ code: 'no-such-vote' })
    }
    const { state } = loaded.row
    if (state !== 'prepared' && state !== 'announced') return refuse({ code: 'opened-already' })
    await tx
      .update(ownersVotes)
      .set({
        noticeOn: facts.noticeOn,
        noticeHow: facts.noticeHow.trim() || null,
        committeeToldOn: facts.committeeToldOn,
        partyReview: facts.partyReview,
        overrides: Object.entries(facts.overrides).flatMap(([check, reason]) =>
          isOverridable(check) && reason.trim()
            ? [{ check, reason: reason.trim(), by: viewer.name, at: now().toISOString() }]
            : [],
        ),
        revision: sql`${ownersVotes.revision} + 1`,
      })
      .where(eq(ownersVotes.id, voteId))
    return ok(null)
  })
}

async function checkPlan(tx: Database, plan: VotePlan, today: string) {
  const title = plan.title.trim()
  const proposal = plan.proposal.trim()
  if (!title || !proposal) return refuse({ code: 'text-missing' as const })
  if (!parseLocalDate(plan.opensOn) || !parseLocalDate(plan.closesOn)) {
    return refuse({ code: 'bad-date' as const })
  }
  if (plan.opensOn >= plan.closesOn || plan.opensOn < today) {
    return refuse({ code: 'bad-date' as const })
  }
  const region = await regionServed(tx)
  const authority = authorityFor(plan.topicType, region, plan.opensOn)
  const profile =
    authority?.ruleProfileId &&
    ruleOfTopic(
      authority.ruleProfileId,
      plan.topicType,
      { region, on: plan.opensOn },
      await allRuleProfiles(tx),
    )
  if (
    !authority ||
    !profile ||
    (authority.body !== 'owners' && authority.body !== 'interested-owners')
  ) {
    return refuse({ code: 'not-an-owners-matter' as const })
  }
  const question = checkQuestion(plan.question)
  if (!question.ok) return question
  if (!methodsOf(profile.rule).includes(question.value.method.kind)) {
    return refuse({ code: 'method-not-for-owners' as const })
  }
  if (plan.rollId !== null) {
    const [roll] = await tx
      .select({ id: rolls.id })
      .from(rolls)
      .where(and(eq(rolls.id, plan.rollId), eq(rolls.compoundId, plan.compoundId)))
    if (!roll) return refuse({ code: 'no-such-roll' as const })
  }
  return ok({
    title,
    proposal,
    question: question.value,
    topicType: plan.topicType,
    art278Item: authority.art278Item,
    profile,
    rollId: plan.rollId,
    opensOn: plan.opensOn,
    closesOn: plan.closesOn,
  })
}

/** No I, L, O or U, as on receipts. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function codeFrom(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => LETTERS[byte % 32] ?? '0').join('')
}
