import { and, eq } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { decideMatter } from '#app/domain/matters/decide-matter.ts'
import type { MatterRefusal } from '#app/domain/matters/matter-command.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { maskName, maskText } from '#app/domain/records/mask.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { knownNames } from '#app/services/records/known-names.server.ts'
import type { Database } from '#db/database.ts'
import { matters, photos, tasks } from '#db/schema/matters.ts'
import { people } from '#db/schema/organisation.ts'
import { appendToMatter, type Lent, type MatterActor } from './append-to-matter.server.ts'
import type { CleanPhoto } from './clean-photo.server.ts'
import { communityActor } from './matter-actor.server.ts'
import { holdMatter, stepMadeBy } from './matter-rows.server.ts'
import { visibleMatters } from './visible-matters.server.ts'

/** The task's lead by their link, or the desk for a lead who telephoned. */
export type Reporter = { kind: 'lead'; version: number } | StaffViewer

export type TaskReport = {
  taskId: string
  key: string
  text: string
  /** Whole percent; ignored when done, which is all of it. */
  percent: number
  done: boolean
  photos: readonly CleanPhoto[]
  /** That nobody can be recognised on the photos, so the public may see them. */
  photosPublic: boolean
}

export type TaskReportRefusal = MatterRefusal | { code: 'not-allowed' }

/** Writes down how far a task has come, or that it is done, with its photos. */
export async function reportOnTask(
  { db, ...lent }: Lent & { db: Database },
  by: Reporter,
  report: TaskReport,
): Promise<Result<{ matterId: string; seq: number; repeated: boolean }, TaskReportRefusal>> {
  return db.transaction(async (tx) => {
    const [task] = await tx
      .select({
        id: tasks.id,
        matterId: tasks.matterId,
        title: tasks.title,
        leadName: tasks.leadName,
        leadSide: tasks.leadSide,
        linkVersion: tasks.linkVersion,
        leadPerson: people.name,
      })
      .from(tasks)
      .leftJoin(people, eq(people.id, tasks.leadPersonId))
      .where(eq(tasks.id, report.taskId))
    if (!task || !(await mayReport(tx, by, task))) return refuse({ code: 'no-such-task' })
    const held = await holdMatter(tx, task.matterId)
    if (!held) return refuse({ code: 'no-such-task' })
    const { communityId } = held.row
    if (by.kind === 'staff' && !can(by, 'assign-task', { communityId })) {
      return refuse({ code: 'not-allowed' })
    }
    const made = await stepMadeBy(tx, task.matterId, report.key)
    if (made !== null) return ok({ matterId: task.matterId, seq: made, repeated: true })

    const text = await maskedText(tx, report.text.trim(), held.row, task.leadPerson)
    const decided = decideMatter(
      held.state,
      report.done
        ? { type: 'report-done', taskId: task.id, text }
        : { type: 'report-progress', taskId: task.id, text, percent: report.percent },
      localDateOf(lent.now()),
    )
    if (!decided.ok) return decided
    const actor: MatterActor =
      by.kind === 'staff'
        ? await communityActor(tx, communityId, by.name)
        : {
            name: task.leadPerson ?? task.leadName,
            publicName: task.leadName,
            side: task.leadSide,
          }
    const seq = await appendToMatter(tx, lent, held, decided.value, actor, {
      text,
      isPublic: true,
      key: report.key,
    })
    for (const [position, photo] of report.photos.entries()) {
      await tx.insert(photos).values({
        ...photo,
        id: lent.newId(),
        matterId: task.matterId,
        eventSeq: seq,
        position,
        alt: task.title,
        isPublic: report.photosPublic,
      })
    }
    return ok({ matterId: task.matterId, seq, repeated: false })
  })
}

/** The public reads a report at once, so names, telephones and rooms in it are covered first. */
async function maskedText(
  tx: Database,
  text: string,
  { reporterId, communityId }: { reporterId: string | null; communityId: string },
  leadPerson: string | null,
): Promise<string> {
  const [reporter] = reporterId
    ? await tx.select({ name: people.name }).from(people).where(eq(people.id, reporterId))
    : []
  const names = [reporter?.name, leadPerson].flatMap((name) =>
    name ? [{ name, as: maskName(name) }] : [],
  )
  const known = await knownNames({ db: tx }, communityId, null)
  return maskText(text, { ...known, names: [...names, ...known.names] }).text
}

async function mayReport(
  tx: Database,
  by: Reporter,
  task: { matterId: string; linkVersion: number },
): Promise<boolean> {
  if (by.kind === 'lead') return by.version === task.linkVersion
  const [row] = await tx
    .select({ id: matters.id })
    .from(matters)
    .where(and(eq(matters.id, task.matterId), visibleMatters(by)))
  return row !== undefined
}
