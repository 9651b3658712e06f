import { and, asc, desc, eq, isNotNull, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { MATTER_SOURCES, SATISFACTIONS } from '#app/domain/matters/matter.ts'
import type { MatterStep, StepData, TaskView } from '#app/domain/matters/matter-view.ts'
import { SOLVED, VISIT_METHODS } from '#app/domain/matters/matter-state.ts'
import type { Database } from '#db/database.ts'
import { matterEvents, photos, tasks } from '#db/schema/matters.ts'
import { people, places } from '#db/schema/organisation.ts'

/**
 * Who reads. The desk reads names, inner steps and every photo; the public bodies, what was told in
 * public, and the photos released; the lead of a task the same, and the photos of its own reports.
 */
export type Face = 'public' | 'desk' | { taskId: string }

export async function placesOf(
  db: Database,
  { communityId, compoundId }: { communityId: string; compoundId: string },
): Promise<{ communityName: string; communityCode: string; compoundName: string }> {
  const compound = alias(places, 'compound')
  const [row] = await db
    .select({
      communityName: places.name,
      communityCode: places.code,
      compoundName: compound.name,
    })
    .from(places)
    .innerJoin(compound, eq(compound.id, compoundId))
    .where(eq(places.id, communityId))
  return row ?? { communityName: '', communityCode: '', compoundName: '' }
}

export async function tasksOf(db: Database, which: SQL, face: Face): Promise<TaskView[]> {
  const rows = await db
    .select({ task: tasks, person: people.name })
    .from(tasks)
    .leftJoin(people, eq(people.id, tasks.leadPersonId))
    .where(which)
    .orderBy(asc(tasks.createdAt), asc(tasks.id))
  return rows.map(({ task, person }) => ({
    id: task.id,
    title: task.title,
    lead: {
      name: task.leadName,
      side: task.leadSide,
      person: face === 'desk' && person !== task.leadName ? person : null,
    },
    helpers: task.helpers.map(({ name, side }) => ({ name, side })),
    dueOn: task.dueOn,
    status: task.status,
    progress: task.progress,
    meetingId: face === 'desk' ? task.meetingId : null,
  }))
}

/** The timeline, newest first. */
export async function stepsOf(
  db: Database,
  matterId: string,
  face: Face,
): Promise<MatterStep[]> {
  const [events, pictures] = await Promise.all([
    db
      .select()
      .from(matterEvents)
      .where(
        and(
          eq(matterEvents.matterId, matterId),
          face === 'desk' ? undefined : isNotNull(matterEvents.publicText),
        ),
      )
      .orderBy(desc(matterEvents.seq)),
    db
      .select({
        id: photos.id,
        eventSeq: photos.eventSeq,
        width: photos.width,
        height: photos.height,
        alt: photos.alt,
        isPublic: photos.isPublic,
      })
      .from(photos)
      .where(eq(photos.matterId, matterId))
      .orderBy(asc(photos.eventSeq), asc(photos.position)),
  ])
  const mayAll = ({ data }: { data: Record<string, unknown> }) =>
    face === 'desk' || (typeof face === 'object' && data['taskId'] === face.taskId)
  return events.map((event) => ({
    seq: event.seq,
    type: event.type,
    at: event.at,
    actor: face === 'desk' ? event.actorName : event.actorPublic,
    side: event.side,
    isPublic: event.publicText !== null,
    text:
      face === 'desk'
        ? [event.publicText, event.internalText].filter(Boolean).join('\n')
        : (event.publicText ?? ''),
    data: stepDataOf(event.data),
    photos: pictures
      .filter(({ eventSeq, isPublic }) => eventSeq === event.seq && (isPublic || mayAll(event)))
      .map(({ eventSeq: _seq, ...photo }) => photo),
  }))
}

/** Only what a page may word a step from; whatever else a row holds stays on the server. */
export function stepDataOf(data: Record<string, unknown>): StepData {
  const text = (name: string) => (typeof data[name] === 'string' ? data[name] : undefined)
  const whole = (name: string) => (typeof data[name] === 'number' ? data[name] : undefined)
  const oneOf = <Value extends string>(known: readonly Value[], name: string) =>
    known.find((value) => value === data[name])
  const solved = typeof data['solved'] === 'boolean' ? data['solved'] : oneOf(SOLVED, 'solved')
  return withoutGaps({
    source: oneOf(MATTER_SOURCES, 'source'),
    dueOn: text('dueOn'),
    to: text('to'),
    title: text('title'),
    leadName: text('leadName'),
    percent: whole('percent'),
    reached: typeof data['reached'] === 'boolean' ? data['reached'] : undefined,
    method: oneOf(VISIT_METHODS, 'method'),
    solved,
    satisfaction: oneOf(SATISFACTIONS, 'satisfaction'),
    round: whole('round'),
  })
}

function withoutGaps(data: { [Key in keyof StepData]: StepData[Key] | undefined }): StepData {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
}
