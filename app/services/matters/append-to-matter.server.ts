import { and, eq } from 'drizzle-orm'
import { evolveMatter, type MatterFact } from '#app/domain/matters/matter-state.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { Database } from '#db/database.ts'
import { matterEvents, matters, returnVisits, tasks } from '#db/schema/matters.ts'
import type { HeldMatter } from './matter-rows.server.ts'

/** Who takes a step: by name for staff, by body or role for the public. */
export type MatterActor = {
  name: string
  /** A body such as 河滨社区 or 安和物业; empty for the person who raised it. */
  publicName: string
  side: Side | null
}

export type Lent = { now: () => Date; newId: () => string }

/** What people wrote with a step. The rest of what is shown is worded by the page. */
export type StepWords = {
  text: string | null
  /** Whether the public may read these words. */
  isPublic: boolean
  key: string | null
}

const NO_WORDS: StepWords = { text: null, isPublic: false, key: null }

/**
 * Writes what `decideMatter` allowed: the steps, and the rows that follow from them.
 *
 * @returns the seq of the last step written.
 */
export async function appendToMatter(
  tx: Database,
  { now, newId }: Lent,
  held: HeldMatter,
  facts: readonly MatterFact[],
  actor: MatterActor,
  words: StepWords = NO_WORDS,
): Promise<number> {
  const at = now()
  const { row } = held
  let state = held.state
  let seq = held.seq
  for (const [position, fact] of facts.entries()) {
    seq += 1
    const shown = shownOf(fact, words)
    await tx.insert(matterEvents).values({
      matterId: row.id,
      seq,
      type: fact.type,
      at,
      actorName: actor.name,
      actorPublic: actor.publicName,
      side: actor.side,
      ...shown,
      data: { ...dataOf(fact), ...(words.key && position === 0 ? { key: words.key } : {}) },
    })
    if (fact.type === 'task-assigned') {
      const { task } = fact
      await tx.insert(tasks).values({
        id: task.id,
        communityId: row.communityId,
        matterId: row.id,
        meetingId: task.meetingId,
        itemId: task.itemId,
        title: task.title,
        leadPersonId: task.lead.personId,
        leadName: task.lead.name,
        leadSide: task.lead.side,
        helpers: [...task.helpers],
        dueOn: task.dueOn,
        status: 'open',
        createdAt: at,
      })
    }
    if (fact.type === 'return-visit') {
      await tx.insert(returnVisits).values({
        id: newId(),
        matterId: row.id,
        round: state.reopenedCount + 1,
        ...fact.visit,
        visitorName: actor.name,
        at,
      })
    }
    const before = state
    state = evolveMatter(state, fact)
    for (const task of state.tasks) {
      if (before.tasks.includes(task) || fact.type === 'task-assigned') continue
      await tx
        .update(tasks)
        .set({
          status: task.status,
          dueOn: task.dueOn,
          progress: task.progress,
          ...(fact.type === 'done-reported' ? { reportedAt: at } : {}),
          ...(fact.type === 'reopened' ? { reportedAt: null } : {}),
        })
        .where(and(eq(tasks.id, task.id), eq(tasks.matterId, row.id)))
    }
    await tx
      .update(matters)
      .set({
        status: state.status,
        dueOn: state.dueOn,
        reopenedCount: state.reopenedCount,
        solved: state.solved,
        satisfaction: state.satisfaction,
        revision: seq,
        ...datesOf(
          fact,
          at,
          before.status !== state.status && state.status === 'reported-done',
        ),
      })
      .where(eq(matters.id, row.id))
  }
  return seq
}

function datesOf(
  fact: MatterFact,
  at: Date,
  isReportedDone: boolean,
): Partial<typeof matters.$inferInsert> {
  switch (fact.type) {
    case 'accepted':
      return {
        ...{ acceptedAt: at, rejectReason: null, referredTo: null, mergedIntoId: null },
        ...(fact.topicType && { topicType: fact.topicType }),
      }
    case 'merged':
      return { mergedIntoId: fact.intoId }
    case 'referred':
      return { referredTo: fact.to }
    case 'rejected':
      return { rejectReason: fact.reason }
    case 'closed':
      return { closedAt: at }
    case 'reopened':
      return { closedAt: null, reportedDoneAt: null }
    default:
      return isReportedDone ? { reportedDoneAt: at } : {}
  }
}

/** Steps that the public sees happen. Whom we failed to reach, and why we refused, are not theirs. */
function shownOf(
  fact: MatterFact,
  { text, isPublic }: StepWords,
): { publicText: string | null; internalText: string | null } {
  switch (fact.type) {
    case 'screened':
    case 'merged':
      return { publicText: null, internalText: '' }
    case 'rejected':
      return { publicText: null, internalText: fact.reason }
    case 'return-visit':
      return {
        publicText: fact.visit.reached ? '' : null,
        internalText: fact.visit.reason ?? '',
      }
    case 'closed':
    case 'reopened':
      return { publicText: '', internalText: fact.reason ?? '' }
    case 'progress-reported':
    case 'done-reported':
    case 'note':
      return isPublic
        ? { publicText: text ?? '', internalText: '' }
        : { publicText: null, internalText: text ?? '' }
    case 'submitted':
    case 'accepted':
    case 'referred':
    case 'scheduled':
    case 'deliberated':
    case 'task-assigned':
      return { publicText: '', internalText: '' }
  }
}

/** What a page needs to word a step. Nothing in here names a resident. */
function dataOf(fact: MatterFact): Record<string, unknown> {
  switch (fact.type) {
    case 'task-assigned': {
      const { id, title, lead, dueOn, helpers } = fact.task
      return { taskId: id, title, leadName: lead.name, leadSide: lead.side, dueOn, helpers }
    }
    case 'return-visit': {
      const { method, reached, solved, satisfaction } = fact.visit
      return { method, reached, solved, satisfaction }
    }
    case 'closed':
      return { solved: fact.solved, satisfaction: fact.satisfaction }
    case 'reopened':
      return { round: fact.round, dueOn: fact.dueOn }
    case 'rejected':
      return {}
    default: {
      const { type: _type, ...data } = fact
      return data
    }
  }
}
