import { and, eq, ne } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { actOnMatter, type DeskCommand } from '#app/services/matters/act-on-matter.server.ts'
import { cleanPhoto } from '#app/services/matters/clean-photo.server.ts'
import { raiseMatter } from '#app/services/matters/raise-matter.server.ts'
import { reportOnTask } from '#app/services/matters/report-on-task.server.ts'
import { bodies, memberships, people } from '#db/schema/organisation.ts'
import { matters, tasks } from '#db/schema/matters.ts'
import { SEED_MATTERS, type SeedMatter } from './matters.ts'
import { drawProgressPhoto } from './progress-photo.ts'
import { must } from './must.ts'
import type { SeedStep, Timeline } from './timeline.ts'

/** Matter ids by their key, filled while the steps run. */
export type MatterIds = Map<string, string>

/** Tasks that a session hands out; the desk does not hand them out a second time. */
export type SessionTasks = ReadonlySet<string>

/** Every step of every matter, each at its own time. */
export function matterSteps(
  timeline: Timeline,
  staffOf: (compound: string) => StaffViewer,
  sessionTasks: SessionTasks,
  ids: MatterIds,
): SeedStep[] {
  return SEED_MATTERS.flatMap((matter, index) =>
    stepsOf(timeline, matter, index, staffOf(matter.compound), sessionTasks, ids),
  )
}

function stepsOf(
  timeline: Timeline,
  matter: SeedMatter,
  index: number,
  staff: StaffViewer,
  sessionTasks: SessionTasks,
  ids: MatterIds,
): SeedStep[] {
  const { services, instant, day } = timeline
  const { story } = matter
  const steps: SeedStep[] = []
  const step = (at: Date, run: () => Promise<void>) =>
    steps.push({ at, what: matter.title, run })
  const id = () => must(ids.get(matter.key), `matter ${matter.key}`)
  const act = async (command: DeskCommand) => {
    const key = services.newId()
    const done = await actOnMatter(services, staff, { matterId: id(), key, command })
    if (!done.ok)
      throw new Error(`${matter.key}: ${command.type} was refused: ${done.refusal.code}`)
  }
  const minute = String((index * 7) % 60).padStart(2, '0')

  step(instant(-matter.raisedDaysAgo, `09:${minute}`), async () => {
    const key = services.newId()
    const raised = await raiseMatter(services, staff, {
      key,
      compoundId: matter.compound,
      category: matter.category,
      title: matter.title,
      words: matter.words,
      spot: matter.spot,
      source: matter.source,
      reporter: { personId: `${matter.compound}-residents-${(index % 12) + 1}` },
      reporterPublicName: null,
    })
    if (!raised.ok) throw new Error(`${matter.key} was refused: ${raised.refusal.code}`)
    ids.set(matter.key, raised.value.matterId)
    await services.db
      .update(matters)
      .set({ topicType: matter.topicType })
      .where(eq(matters.id, raised.value.matterId))
  })
  if (story.ends === 'submitted') return steps

  const screened = instant(-matter.raisedDaysAgo + 1, `10:${minute}`)
  switch (story.ends) {
    case 'rejected':
      step(screened, () => act({ type: 'reject', reason: story.reason }))
      return steps
    case 'referred':
      step(screened, () => act({ type: 'refer', to: story.to }))
      return steps
    case 'merged':
      step(screened, () =>
        act({ type: 'merge', ownId: id(), intoId: must(ids.get(story.into), story.into) }),
      )
      return steps
    case 'accepted':
      step(screened, () => act({ type: 'accept', dueOn: null }))
      return steps
    case 'in-progress':
    case 'reported-done':
    case 'closed':
    case 'reopened':
  }

  const visitAt = 'visitDaysAgo' in story ? story.visitDaysAgo : null
  const dueOn = day(story.ends === 'reopened' ? -must(visitAt, 'visit') - 1 : story.dueIn)
  step(screened, () => act({ type: 'accept', dueOn }))
  if (!sessionTasks.has(story.task)) {
    step(instant(-matter.raisedDaysAgo + 2, `15:${minute}`), async () => {
      await act({
        type: 'assign-task',
        by: 'desk',
        task: {
          id: services.newId(),
          meetingId: null,
          itemId: null,
          title: story.task,
          lead: await leadOf(timeline, matter.compound, story.lead),
          helpers: [{ name: '社区网格员', side: 'committees' }],
          dueOn,
        },
      })
    })
  }
  for (const [order, [daysAgo, percent, text]] of story.progress.entries()) {
    step(instant(-daysAgo, `16:${minute}`), async () => {
      const { db } = services
      const [task] = await db
        .select({ id: tasks.id })
        .from(tasks)
        .where(and(eq(tasks.matterId, id()), eq(tasks.title, story.task)))
      const taskId = must(task, `task of ${matter.key}`).id
      const done = percent === 100
      if (done) {
        const others = await db
          .select({ id: tasks.id })
          .from(tasks)
          .where(and(eq(tasks.matterId, id()), ne(tasks.id, taskId), eq(tasks.status, 'open')))
        for (const other of others) {
          await report(timeline, staff, {
            taskId: other.id,
            text: '已完成。',
            percent: 100,
            done,
          })
        }
      }
      const photo = order === story.progress.length - 1 && index % 2 === 0
      await report(timeline, staff, { taskId, text, percent, done }, photo ? matter : null)
    })
  }
  if ('visitDaysAgo' in story) {
    step(instant(-story.visitDaysAgo, `18:${minute}`), () =>
      act({
        type: 'record-visit',
        visit: {
          method: index % 3 === 0 ? 'door' : 'phone',
          reached: true,
          solved: story.ends === 'closed' ? 'yes' : 'partly',
          satisfaction: story.satisfaction,
          reason: story.visitWords,
        },
      }),
    )
  }
  return steps
}

async function report(
  { services }: Timeline,
  staff: StaffViewer,
  task: { taskId: string; text: string; percent: number; done: boolean },
  pictured: SeedMatter | null = null,
): Promise<void> {
  const photos = []
  if (pictured) {
    const photo = await cleanPhoto(await drawProgressPhoto(pictured.category, task.percent))
    if (photo.ok) photos.push(photo.value)
  }
  const key = services.newId()
  const reported = await reportOnTask(services, staff, {
    ...task,
    key,
    photos,
    photosPublic: true,
  })
  if (!reported.ok) throw new Error(`${task.text}: ${reported.refusal.code}`)
}

/** The body that leads, as its first member: the company's manager, the committee's chair. */
export async function leadOf(
  { services: { db } }: Pick<Timeline, 'services'>,
  compound: string,
  side: 'property' | 'owners' | 'committees' | 'police',
) {
  const communityWide = side === 'committees' || side === 'police'
  const [home] = communityWide
    ? await db
        .select({ communityId: people.communityId })
        .from(people)
        .where(eq(people.id, `${compound}-residents-1`))
    : []
  const community = home?.communityId ?? ''
  const personId =
    side === 'committees'
      ? `${community}-cadre-3`
      : side === 'police'
        ? `${community}-police-1`
        : `${compound}-${side}-1`
  const [body] = await db
    .select({ name: bodies.name })
    .from(memberships)
    .innerJoin(bodies, eq(bodies.id, memberships.bodyId))
    .where(eq(memberships.personId, personId))
  return { personId, name: must(body, `body of ${personId}`).name, side }
}
