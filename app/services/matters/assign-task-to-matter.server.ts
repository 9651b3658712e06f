import { eq } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { decideMatter } from '#app/domain/matters/decide-matter.ts'
import type { TaskLead } from '#app/domain/meetings/meeting-event.ts'
import type { Seat } from '#app/domain/meetings/meeting.ts'
import { publishedName } from '#app/domain/records/published-name.ts'
import type { Database } from '#db/database.ts'
import { tasks } from '#db/schema/matters.ts'
import { invitees, meetings } from '#db/schema/meetings.ts'
import { appendToMatter, type Lent } from './append-to-matter.server.ts'
import { insertMatter } from './insert-matter.server.ts'
import { communityActor } from './matter-actor.server.ts'
import { holdMatter } from './matter-rows.server.ts'

export type TaskFromMeeting = {
  meetingId: string
  communityId: string
  compoundId: string
  itemId: string
  itemTitle: string
  /** The matter the item was about; null makes a new one of the item. */
  matterId: string | null
  taskId: string
  title: string
  /** By name, as the room knows them. The public reads them by office or surname. */
  lead: TaskLead
  helpers: readonly { name: string; side: TaskLead['side'] }[]
  /** The table, where each of them sits. */
  seats: readonly Pick<Seat, 'id' | 'name' | 'side' | 'title'>[]
  /** YYYY-MM-DD, Asia/Shanghai. */
  dueOn: string
  /** Who gave the task, for staff; the public reads the community's name. */
  actorName: string
}

/**
 * Puts a task that a session gave on its matter, inside the transaction that logs it.
 *
 * The same `taskId` again changes nothing. A session may commit to whatever it
 * likes, so nothing here refuses: a matter that was thought finished is taken
 * up again, one that was merged stands for the matter it went into, and one of
 * another community or none becomes a new matter. What a talk room agrees on
 * becomes a neighbours' matter, which no public page shows.
 */
export async function assignTaskToMatter(
  tx: Database,
  services: Lent,
  task: TaskFromMeeting,
): Promise<{ matterId: string }> {
  const [known] = await tx
    .select({ matterId: tasks.matterId })
    .from(tasks)
    .where(eq(tasks.id, task.taskId))
  if (known) return known

  const actor = await communityActor(tx, task.communityId, task.actorName)
  const held =
    (await holdUnmerged(tx, task.matterId, task.communityId)) ??
    (await insertMatter(tx, services, {
      id: services.newId(),
      communityId: task.communityId,
      compoundId: task.compoundId,
      category: (await isTalkroom(tx, task.meetingId)) ? 'NEIGH' : 'PUBLIC',
      title: task.itemTitle,
      words: task.itemTitle,
      spot: null,
      source: 'meeting',
      topicType: null,
      reporterId: null,
      reporterPublicName: null,
      actor,
      key: null,
    }))

  const { dueOn, meetingId, itemId } = task
  const lead = await leadInPublic(tx, task)
  const helpers = task.helpers.map((helper) => inPublic(helper, task.seats))
  const title = task.title.trim() === '' ? task.itemTitle : task.title
  const decided = decideMatter(
    held.state,
    {
      type: 'assign-task',
      by: 'session',
      task: { id: task.taskId, meetingId, itemId, title, lead, helpers, dueOn },
    },
    localDateOf(services.now()),
  )
  // The meeting has checked its words; a refusal here is a bug of ours, not something to tell the chair.
  if (!decided.ok) throw new Error(`A session's task was refused: ${decided.refusal.code}`)
  await appendToMatter(tx, services, held, decided.value, actor)
  return { matterId: held.row.id }
}

type Helper = TaskFromMeeting['helpers'][number]

/** A name that nobody sits under is a body's, and stays. */
function inPublic({ name, side }: Helper, seats: TaskFromMeeting['seats']): Helper {
  const seat = seats.find((each) => each.name === name && each.side === side)
  return { name: seat ? publishedName(seat) : name, side }
}

/** [T17] The lead as the public reads them, and as the staff do: by the person who was invited. */
async function leadInPublic(tx: Database, { lead, seats }: TaskFromMeeting): Promise<TaskLead> {
  const seat = seats.find(({ name, side }) => name === lead.name && side === lead.side)
  if (!seat) return lead
  const [invited] = await tx
    .select({ personId: invitees.personId })
    .from(invitees)
    .where(eq(invitees.id, seat.id))
  return { ...lead, name: publishedName(seat), personId: invited?.personId ?? lead.personId }
}

async function holdUnmerged(tx: Database, matterId: string | null, communityId: string) {
  let id = matterId
  // A merge points at a matter that was open then and may have been merged since; ten is no loop.
  for (let step = 0; id !== null && step < 10; step += 1) {
    const held = await holdMatter(tx, id)
    if (held?.row.communityId !== communityId) return null
    if (held.row.status !== 'merged') return held
    id = held.row.mergedIntoId
  }
  return null
}

async function isTalkroom(tx: Database, meetingId: string): Promise<boolean> {
  const [meeting] = await tx
    .select({ room: meetings.room })
    .from(meetings)
    .where(eq(meetings.id, meetingId))
  return meeting?.room === 'talkroom'
}
