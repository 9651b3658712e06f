import { addDays, type LocalDate } from '#app/domain/calendar/local-date.ts'
import { assertNever } from '#app/domain/shared/assert-never.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { MatterStatus, Satisfaction } from './matter.ts'
import type { MatterCommand, MatterRefusal } from './matter-command.ts'
import type { MatterFact, MatterState, NewTask, Visit } from './matter-state.ts'

/** A matter that was sent back is due a week later. */
export const REOPENED_DAYS = 7

/** How often somebody is called on before a matter may close without their answer. */
export const CONTACTS_BEFORE_CLOSING = 3

const TO_SCREEN: readonly MatterStatus[] = ['submitted', 'screening']
const FINISHED: readonly MatterStatus[] = ['merged', 'referred', 'rejected', 'closed']
const AWAITING_VISIT: readonly MatterStatus[] = ['reported-done', 'return-visit']
const BEFORE_WORK: readonly MatterStatus[] = ['accepted', 'scheduled', 'deliberated']

const CONTENT: readonly Satisfaction[] = ['very-satisfied', 'satisfied', 'mostly-satisfied']

/** Whether an answer lets a matter close: solved, and at least 基本满意. */
export function saysSolved(visit: Visit): boolean {
  return visit.reached && visit.solved === 'yes' && CONTENT.includes(visit.satisfaction)
}

/** 满意 and better, and 基本满意, as 12345 counts them. */
export function isContent(satisfaction: Satisfaction): boolean {
  return CONTENT.includes(satisfaction)
}

/**
 * Says what a command would do to a matter, in order, or why it may not.
 *
 * @param today - the day it is in Asia/Shanghai; nothing can be due before it.
 */
export function decideMatter(
  state: MatterState,
  command: MatterCommand,
  today: LocalDate,
): Result<MatterFact[], MatterRefusal> {
  switch (command.type) {
    case 'start-screening':
      return state.status === 'submitted'
        ? ok([{ type: 'screened' }])
        : refuse({ code: 'already-screened', status: state.status })
    case 'accept':
      if (command.dueOn !== null && command.dueOn < today)
        return refuse({ code: 'day-in-past' })
      return screened(state, {
        ...{ type: 'accepted', dueOn: command.dueOn },
        ...(command.topicType && { topicType: command.topicType }),
      })
    case 'merge':
      if (command.ownId === command.intoId) return refuse({ code: 'merge-into-itself' })
      return screened(state, { type: 'merged', intoId: command.intoId })
    case 'refer':
      if (isBlank(command.to)) return refuse({ code: 'reason-needed' })
      return decideReferral(state, command.to.trim())
    case 'reject':
      if (isBlank(command.reason)) return refuse({ code: 'reason-needed' })
      return screened(state, { type: 'rejected', reason: command.reason.trim() })
    case 'schedule':
      return BEFORE_WORK.includes(state.status)
        ? ok([{ type: 'scheduled', meetingId: command.meetingId }])
        : refuse({ code: 'not-accepted', status: state.status })
    case 'record-deliberation':
      return BEFORE_WORK.includes(state.status)
        ? ok([{ type: 'deliberated', meetingId: command.meetingId }])
        : refuse({ code: 'not-accepted', status: state.status })
    case 'assign-task':
      return decideTask(state, command.task, command.by, today)
    case 'report-progress':
      return decideProgress(state, command)
    case 'report-done':
      return decideDone(state, command)
    case 'record-visit':
      return decideVisit(state, command.visit, today)
    case 'close-unreached':
      return decideClosing(state, command.reason)
    case 'reopen':
      if (state.status !== 'closed') return refuse({ code: 'not-closed', status: state.status })
      if (isBlank(command.reason)) return refuse({ code: 'reason-needed' })
      if (command.dueOn < today) return refuse({ code: 'day-in-past' })
      return ok([reopened(state, command.dueOn, command.reason.trim())])
    case 'add-note':
      return isBlank(command.text) ? refuse({ code: 'words-needed' }) : ok([{ type: 'note' }])
    default:
      return assertNever(command)
  }
}

/** The three screenings that end it, and the one that goes on. Looking at it is part of judging it. */
function screened(state: MatterState, fact: MatterFact): Result<MatterFact[], MatterRefusal> {
  return TO_SCREEN.includes(state.status)
    ? ok([fact])
    : refuse({ code: 'already-screened', status: state.status })
}

/** At screening, or once a session has dealt with it and found that it is somebody else's. */
function decideReferral(state: MatterState, to: string): Result<MatterFact[], MatterRefusal> {
  const fact: MatterFact = { type: 'referred', to }
  return state.status === 'deliberated' ? ok([fact]) : screened(state, fact)
}

function decideTask(
  state: MatterState,
  task: NewTask,
  by: 'desk' | 'session',
  today: LocalDate,
): Result<MatterFact[], MatterRefusal> {
  if (isBlank(task.title)) return refuse({ code: 'words-needed' })
  if (by === 'desk' && task.dueOn < today) return refuse({ code: 'day-in-past' })
  const assigned: MatterFact = { type: 'task-assigned', task }
  if (TO_SCREEN.includes(state.status)) {
    return by === 'session'
      ? ok([{ type: 'accepted', dueOn: null }, assigned])
      : refuse({ code: 'not-accepted', status: state.status })
  }
  if (!FINISHED.includes(state.status)) return ok([assigned])
  if (by === 'desk') return refuse({ code: 'already-finished', status: state.status })
  // The session has spoken: what was thought finished is taken up again, and its history stays.
  return state.status === 'closed'
    ? ok([reopened(state, task.dueOn, null), assigned])
    : ok([{ type: 'accepted', dueOn: null }, assigned])
}

function decideProgress(
  state: MatterState,
  { taskId, percent, text }: { taskId: string; percent: number; text: string },
): Result<MatterFact[], MatterRefusal> {
  const refusal = whyNotReport(state, taskId, text)
  if (refusal) return refuse(refusal)
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) {
    return refuse({ code: 'percent-out-of-range' })
  }
  return ok([{ type: 'progress-reported', taskId, percent }])
}

function decideDone(
  state: MatterState,
  { taskId, text }: { taskId: string; text: string },
): Result<MatterFact[], MatterRefusal> {
  const refusal = whyNotReport(state, taskId, text)
  return refusal ? refuse(refusal) : ok([{ type: 'done-reported', taskId }])
}

function whyNotReport(state: MatterState, taskId: string, text: string): MatterRefusal | null {
  const task = state.tasks.find(({ id }) => id === taskId)
  if (!task) return { code: 'no-such-task' }
  if (FINISHED.includes(state.status)) return { code: 'already-finished', status: state.status }
  if (task.status !== 'open') return { code: 'task-already-reported' }
  return isBlank(text) ? { code: 'words-needed' } : null
}

/**
 * Only an answer closes a matter or sends it back. Anything short of solved and content sends it
 * back: the one who raised it has the last word.
 */
function decideVisit(
  state: MatterState,
  visit: Visit,
  today: LocalDate,
): Result<MatterFact[], MatterRefusal> {
  if (FINISHED.includes(state.status)) {
    return refuse({ code: 'already-finished', status: state.status })
  }
  if (!AWAITING_VISIT.includes(state.status)) {
    return refuse({ code: 'not-reported-done', status: state.status })
  }
  const visited: MatterFact = { type: 'return-visit', visit }
  if (!visit.reached) return ok([visited])
  if (saysSolved(visit)) {
    const { satisfaction } = visit
    return ok([visited, { type: 'closed', solved: true, satisfaction, reason: null }])
  }
  return ok([visited, reopened(state, addDays(today, REOPENED_DAYS), null)])
}

function decideClosing(
  state: MatterState,
  reason: string,
): Result<MatterFact[], MatterRefusal> {
  if (FINISHED.includes(state.status)) {
    return refuse({ code: 'already-finished', status: state.status })
  }
  if (!AWAITING_VISIT.includes(state.status)) {
    return refuse({ code: 'not-reported-done', status: state.status })
  }
  const made = state.visits.filter(({ reached }) => !reached).length
  if (made < CONTACTS_BEFORE_CLOSING) {
    return refuse({ code: 'too-few-contacts', made, needed: CONTACTS_BEFORE_CLOSING })
  }
  if (isBlank(reason)) return refuse({ code: 'reason-needed' })
  return ok([{ type: 'closed', solved: null, satisfaction: null, reason: reason.trim() }])
}

function reopened(state: MatterState, dueOn: LocalDate, reason: string | null): MatterFact {
  return { type: 'reopened', round: state.reopenedCount + 1, dueOn, reason }
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}
