import { eq } from 'drizzle-orm'
import { localDateOf, type LocalDate } from '#app/domain/calendar/local-date.ts'
import { decideMatter } from '#app/domain/matters/decide-matter.ts'
import type { Satisfaction } from '#app/domain/matters/matter.ts'
import type { MatterRefusal } from '#app/domain/matters/matter-command.ts'
import type { Solved } from '#app/domain/matters/matter-state.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { people } from '#db/schema/organisation.ts'
import { appendToMatter, type Lent } from './append-to-matter.server.ts'
import { holdMatter, stepMadeBy } from './matter-rows.server.ts'

export type VisitAnswer = {
  matterId: string
  /** What the link says; a link that was replaced since opens nothing. */
  version: number
  key: string
  solved: Solved
  satisfaction: Satisfaction
  reason: string | null
}

/** Takes the answer of the person who raised a matter, by their own link. It closes the matter or sends it back. */
export async function answerReturnVisit(
  { db, ...lent }: Lent & { db: Database },
  { matterId, version, key, ...answer }: VisitAnswer,
): Promise<
  Result<
    { closed: boolean; dueOn: LocalDate | null },
    MatterRefusal | { code: 'no-such-matter' }
  >
> {
  return db.transaction(async (tx) => {
    const held = await holdMatter(tx, matterId)
    if (held?.row.linkVersion !== version) return refuse({ code: 'no-such-matter' })
    if ((await stepMadeBy(tx, matterId, key)) !== null) {
      const closed = held.state.status === 'closed'
      return ok({ closed, dueOn: closed ? null : held.state.dueOn })
    }
    const decided = decideMatter(
      held.state,
      { type: 'record-visit', visit: { ...answer, method: 'link', reached: true } },
      localDateOf(lent.now()),
    )
    if (!decided.ok) return decided
    const [reporter] = held.row.reporterId
      ? await tx
          .select({ name: people.name })
          .from(people)
          .where(eq(people.id, held.row.reporterId))
      : []
    const actor = {
      name: reporter?.name ?? '',
      publicName: held.row.reporterPublicName ?? '',
      side: 'residents' as const,
    }
    await appendToMatter(tx, lent, held, decided.value, actor, {
      text: null,
      isPublic: false,
      key,
    })
    const back = decided.value.find((fact) => fact.type === 'reopened')
    return ok({ closed: back === undefined, dueOn: back?.dueOn ?? null })
  })
}
