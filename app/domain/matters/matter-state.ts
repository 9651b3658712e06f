import type { LocalDate } from '#app/domain/calendar/local-date.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { TaskLead } from '#app/domain/meetings/meeting-event.ts'
import type { TopicType } from '#app/domain/voting/authority.ts'
import { assertNever } from '#app/domain/shared/assert-never.ts'
import type { MatterStatus, Satisfaction } from './matter.ts'

/** What the person who raised it says they see. */
export const SOLVED = ['yes', 'partly', 'no'] as const
export type Solved = (typeof SOLVED)[number]

export const VISIT_METHODS = ['phone', 'door', 'link'] as const
export type VisitMethod = (typeof VISIT_METHODS)[number]

/** One attempt to ask whether it is solved. Whoever was not reached said nothing. */
export type Visit =
  | {
      method: VisitMethod
      reached: false
      solved: null
      satisfaction: null
      reason: string | null
    }
  | {
      method: VisitMethod
      reached: true
      solved: Solved
      satisfaction: Satisfaction
      reason: string | null
    }

export type NewTask = {
  id: string
  meetingId: string | null
  itemId: string | null
  title: string
  lead: TaskLead
  helpers: readonly { name: string; side: Side }[]
  dueOn: LocalDate
}

export type MatterTask = {
  id: string
  status: 'open' | 'reported' | 'done'
  dueOn: LocalDate
  /** Whole percent, 0 to 100. */
  progress: number
}

/** What a rule needs to know of a matter. */
export type MatterState = {
  status: MatterStatus
  dueOn: LocalDate | null
  tasks: readonly MatterTask[]
  /** Return visits since it was last reported done. */
  visits: readonly Visit[]
  reopenedCount: number
  /** What the person who raised it said when it closed; null when nobody could be reached. */
  solved: boolean | null
  satisfaction: Satisfaction | null
}

/** What can happen to a matter. `decideMatter` makes these, `evolveMatter` applies one. */
export type MatterFact =
  | { type: 'submitted' }
  | { type: 'screened' }
  | { type: 'accepted'; dueOn: LocalDate | null; topicType?: TopicType }
  | { type: 'merged'; intoId: string }
  | { type: 'referred'; to: string }
  | { type: 'rejected'; reason: string }
  | { type: 'scheduled'; meetingId: string }
  | { type: 'deliberated'; meetingId: string }
  | { type: 'task-assigned'; task: NewTask }
  | { type: 'progress-reported'; taskId: string; percent: number }
  | { type: 'done-reported'; taskId: string }
  | { type: 'return-visit'; visit: Visit }
  | {
      type: 'closed'
      solved: true | null
      satisfaction: Satisfaction | null
      /** Why it was closed without an answer; null when there was one. */
      reason: string | null
    }
  | { type: 'reopened'; round: number; dueOn: LocalDate; reason: string | null }
  | { type: 'note' }

export const SUBMITTED: MatterState = {
  status: 'submitted',
  dueOn: null,
  tasks: [],
  visits: [],
  reopenedCount: 0,
  solved: null,
  satisfaction: null,
}

/** Applies a fact that `decideMatter` allowed. */
export function evolveMatter(state: MatterState, fact: MatterFact): MatterState {
  switch (fact.type) {
    case 'submitted':
      return SUBMITTED
    case 'screened':
      return { ...state, status: 'screening' }
    case 'accepted':
      return { ...state, status: 'accepted', dueOn: fact.dueOn }
    case 'merged':
      return { ...state, status: 'merged', dueOn: null }
    case 'referred':
      return { ...state, status: 'referred', dueOn: null }
    case 'rejected':
      return { ...state, status: 'rejected', dueOn: null }
    case 'scheduled':
      return { ...state, status: 'scheduled' }
    case 'deliberated':
      return { ...state, status: 'deliberated' }
    case 'task-assigned':
      return withTasks(state, [
        ...state.tasks,
        { id: fact.task.id, status: 'open', dueOn: fact.task.dueOn, progress: 0 },
      ])
    case 'progress-reported':
      return { ...state, tasks: changeTask(state, fact.taskId, { progress: fact.percent }) }
    case 'done-reported': {
      const tasks = changeTask(state, fact.taskId, { status: 'reported', progress: 100 })
      return tasks.some(({ status }) => status === 'open')
        ? { ...state, tasks }
        : { ...state, tasks, status: 'reported-done', visits: [] }
    }
    case 'return-visit':
      return { ...state, status: 'return-visit', visits: [...state.visits, fact.visit] }
    case 'closed':
      return {
        ...state,
        status: 'closed',
        solved: fact.solved,
        satisfaction: fact.satisfaction,
        tasks: state.tasks.map((task) => ({ ...task, status: 'done' })),
      }
    case 'reopened':
      return {
        ...state,
        status: 'reopened',
        dueOn: fact.dueOn,
        reopenedCount: fact.round,
        solved: null,
        satisfaction: null,
        visits: [],
        tasks: state.tasks.map((task) => ({
          ...task,
          status: 'open',
          dueOn: fact.dueOn,
          progress: 0,
        })),
      }
    case 'note':
      return state
    default:
      return assertNever(fact)
  }
}

/** A matter is due when the last of its tasks is. One that was sent back stays so until it is done. */
function withTasks(state: MatterState, tasks: readonly MatterTask[]): MatterState {
  const days = tasks.map(({ dueOn }) => dueOn).toSorted()
  return {
    ...state,
    status: state.status === 'reopened' ? 'reopened' : 'in-progress',
    dueOn: days.at(-1) ?? state.dueOn,
    tasks,
    visits: [],
  }
}

function changeTask(
  state: MatterState,
  taskId: string,
  change: Partial<MatterTask>,
): MatterTask[] {
  return state.tasks.map((task) => (task.id === taskId ? { ...task, ...change } : task))
}
