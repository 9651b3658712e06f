import type { LocalDate } from '#app/domain/calendar/local-date.ts'
import type { MatterStatus } from './matter.ts'
import type { MatterEventType } from './matter-event.ts'

export type StageName =
  | 'raised'
  | 'screening'
  | 'accepted'
  | 'working'
  | 'reported'
  | 'notSolved'
  | 'reworking'
  | 'visit'
  | 'closed'
  | 'merged'
  | 'referred'
  | 'rejected'

export type Stage = {
  name: StageName
  state: 'done' | 'failed' | 'now' | 'next'
  /** When it happened. */
  at: Date | null
  /** When it is due, for the one that is now. */
  dueOn: LocalDate | null
  /** Which time round, where that is told. */
  round: number | null
}

type Told = {
  status: MatterStatus
  raisedAt: Date
  acceptedAt: Date | null
  dueOn: LocalDate | null
  reportedDoneAt: Date | null
  closedAt: Date | null
  reopenedCount: number
  steps: readonly { type: MatterEventType; at: Date }[]
}

/** A matter's way in at most six stages. Of several rounds only the last that failed is told. */
export function stagesOf(matter: Told): Stage[] {
  const { status, dueOn } = matter
  const stage = (
    name: StageName,
    state: Stage['state'],
    at: Date | null = null,
    more: Partial<Stage> = {},
  ): Stage => ({ name, state, at, dueOn: null, round: null, ...more })

  const raised = stage('raised', 'done', matter.raisedAt)
  if (status === 'merged' || status === 'referred' || status === 'rejected') {
    return [raised, stage(status, 'failed', lastOf(matter, status))]
  }
  if (status === 'submitted' || status === 'screening') {
    return [
      raised,
      stage('screening', 'now'),
      ...(['working', 'reported', 'visit', 'closed'] as const).map((name) =>
        stage(name, 'next'),
      ),
    ]
  }
  const accepted = stage('accepted', 'done', matter.acceptedAt)
  const isReported = matter.reportedDoneAt !== null
  const isClosed = status === 'closed'
  const visit = stage('visit', isClosed ? 'done' : isReported ? 'now' : 'next')
  const closed = stage('closed', isClosed ? 'done' : 'next', matter.closedAt)
  const workState = isReported ? ('done' as const) : ('now' as const)
  const due = isReported ? {} : { dueOn }
  if (matter.reopenedCount === 0) {
    const reported = stage('reported', isReported ? 'done' : 'next', matter.reportedDoneAt)
    return [raised, accepted, stage('working', workState, null, due), reported, visit, closed]
  }
  const back = lastOf(matter, 'reopened')
  const reportedBefore = matter.steps
    .filter(({ type, at }) => type === 'done-reported' && (back === null || at < back))
    .map(({ at }) => at.getTime())
  const round = matter.reopenedCount
  return [
    raised,
    accepted,
    stage('reported', 'done', dateOf(reportedBefore), { round }),
    stage('notSolved', 'failed', back),
    stage('reworking', workState, matter.reportedDoneAt, due),
    isClosed ? closed : isReported ? visit : closed,
  ]
}

function lastOf({ steps }: Told, type: MatterEventType): Date | null {
  return dateOf(steps.filter((step) => step.type === type).map(({ at }) => at.getTime()))
}

function dateOf(times: readonly number[]): Date | null {
  return times.length === 0 ? null : new Date(Math.max(...times))
}
