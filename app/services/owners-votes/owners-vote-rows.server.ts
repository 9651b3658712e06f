import { eq } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { headsAsked } from '#app/domain/owners-vote/heads-asked.ts'
import type { OwnersVote } from '#app/domain/owners-vote/owners-vote.ts'
import type { Database } from '#db/database.ts'
import { ownersVotes } from '#db/schema/owners-votes.ts'
import { rolls } from '#db/schema/register.ts'

export type VoteRow = typeof ownersVotes.$inferSelect
export type RollRow = typeof rolls.$inferSelect

/** `roll.totalHeads` are those this vote is of: see `headsAsked`. */
export type LoadedVote = { row: VoteRow; roll: RollRow | null; vote: OwnersVote }

/** A vote with its roll; `hold` keeps others from taking a step with it meanwhile. */
export async function loadVote(
  tx: Database,
  voteId: string,
  { hold = false }: { hold?: boolean } = {},
): Promise<LoadedVote | null> {
  const asked = tx.select().from(ownersVotes).where(eq(ownersVotes.id, voteId))
  const [row] = await (hold ? asked.for('update') : asked)
  return row ? withRoll(tx, row) : null
}

/** The same by the code that stands on its papers and in its links. */
export async function loadVoteByCode(tx: Database, code: string): Promise<LoadedVote | null> {
  const [row] = await tx.select().from(ownersVotes).where(eq(ownersVotes.code, code))
  return row ? withRoll(tx, row) : null
}

async function withRoll(tx: Database, row: VoteRow): Promise<LoadedVote> {
  const [roll] = row.rollId ? await tx.select().from(rolls).where(eq(rolls.id, row.rollId)) : []
  return {
    row,
    roll: roll ? { ...roll, totalHeads: headsAsked(row.profile.rule, roll) } : null,
    vote: factsOf(row, roll ?? null),
  }
}

const dayOf = (instant: Date | null) => (instant ? localDateOf(instant) : null)

function factsOf(row: VoteRow, roll: RollRow | null): OwnersVote {
  return {
    ...row,
    announcedOn: dayOf(row.announcedAt),
    roll: roll && {
      state: roll.state,
      scope: roll.scope,
      added: roll.added,
      hasApplicant: roll.applicantUnitId !== null,
      publishedOn: dayOf(roll.publishedAt),
      publishedUntil: roll.publishedUntil,
      frozenOn: dayOf(roll.frozenAt),
      earlyReason: roll.earlyReason,
    },
  }
}
