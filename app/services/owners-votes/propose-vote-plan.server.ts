import { and, asc, eq } from 'drizzle-orm'
import type { VotePlan } from '#app/domain/owners-vote/vote-plan.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { YES_NO } from '#app/domain/voting/ballot-question.ts'
import { recommendedItem } from '#app/services/records/recommended-item.server.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { loadVote } from './owners-vote-rows.server.ts'

/** A plan to start from: empty, what a session recommended, or a void vote to be held again. */
export async function proposeVotePlan(
  { db }: { db: Database },
  viewer: StaffViewer,
  {
    communityId,
    resolutionId,
    rerunOf,
    window,
  }: {
    communityId: string
    resolutionId: string | null
    rerunOf: string | null
    window: { opensOn: string; closesOn: string }
  },
): Promise<{ plan: VotePlan; compounds: { id: string; name: string }[] }> {
  const compounds = await db
    .select({ id: places.id, name: places.name })
    .from(places)
    .where(and(eq(places.kind, 'compound'), eq(places.communityId, communityId)))
    .orderBy(asc(places.position), asc(places.id))
  const empty: VotePlan = {
    compoundId: compounds[0]?.id ?? '',
    title: '',
    proposal: '',
    topicType: 'other-major-owners-matter',
    question: YES_NO,
    rollId: null,
    ...window,
    resolutionId: null,
    rerunOf: null,
  }
  const before = rerunOf ? await loadVote(db, rerunOf) : null
  if (before && can(viewer, 'run-owners-vote', before.row)) {
    const { compoundId, title, proposal, topicType, question, resolutionId: from } = before.row
    const plan = {
      ...{ ...empty, compoundId, title, proposal, topicType, question },
      resolutionId: from,
    }
    return { compounds, plan: { ...plan, rerunOf: before.row.id } }
  }
  if (!resolutionId) return { compounds, plan: empty }
  const from = await recommendedItem(db, { resolutionId, communityId })
  if (!from) return { compounds, plan: empty }
  return {
    compounds,
    plan: {
      ...empty,
      compoundId: from.compoundId,
      title: from.title,
      proposal: from.proposal ?? '',
      topicType: from.topicType ?? empty.topicType,
      resolutionId: from.id,
    },
  }
}
