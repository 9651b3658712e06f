import { and, eq } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import type { MeetingCommand } from '#app/domain/meetings/meeting-command.ts'
import type { MeetingRefusal } from '#app/domain/meetings/meeting-refusal.ts'
import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import type { RoomCommand } from '#app/domain/meetings/room-command.ts'
import { mayCommand } from '#app/domain/permissions/may-command.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import type { BallotId, ItemId, TaskId } from '#app/domain/shared/ids.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import {
  authorityFor,
  outcomeLabelFor,
  type DecidingBody,
  type OutcomeLabel,
} from '#app/domain/voting/authority.ts'
import { bodyOf, frozenRule, votingRule } from '#app/domain/voting/convened-body.ts'
import { ruleProfileFor } from '#app/domain/voting/rule-profiles.ts'
import { noteSessionOnMatter } from '#app/services/matters/note-session-on-matter.server.ts'
import { assignTaskToMatter } from '#app/services/matters/assign-task-to-matter.server.ts'
import { closeBallot } from '#app/services/voting/close-ballot.server.ts'
import { insertBallot, voidBallot } from '#app/services/voting/open-ballot.server.ts'
import { regionServed } from '#app/services/rules/rules-in-force.server.ts'
import type { Database } from '#db/database.ts'
import { tasks } from '#db/schema/matters.ts'
import {
  appendToLog,
  type AppendAnswer,
  type Appended,
  type LogServices,
} from './append-to-log.server.ts'
import { commandFromRows, isRowBound, type RowBound } from './command-from-rows.server.ts'
import { memberOfMeeting, type Member } from './member-of-meeting.server.ts'
import { writeRoomRows } from './write-room-rows.server.ts'

export type ActServices = LogServices & {
  newId: () => string
  randomBytes: (size: number) => Uint8Array
}

export type ActRefusal = MeetingRefusal | { code: 'no-such-meeting' | 'busy' }

/**
 * Does what somebody in the room asks, or says why not.
 *
 * @param key - made once per decision; the same key from the same person is done once.
 */
export async function actInMeeting(
  services: ActServices,
  viewer: Viewer,
  { meetingId, key, command }: { meetingId: string; key: string; command: RoomCommand },
): Promise<Result<AppendAnswer, ActRefusal>> {
  const member = await memberOfMeeting(services, viewer, meetingId)
  if (!member) return refuse({ code: 'no-such-meeting' })
  const { actor, meeting } = member
  if (!actor) return refuse({ code: 'not-yours-to-do' })
  if (meeting.status === 'cancelled') return refuse({ code: 'meeting-closed' })

  const request = { meetingId, actor, key }
  if (command.type === 'close-ballot') {
    // Asked first: closing takes the ballot's row away from those who vote.
    if (!mayCommand(actor, command)) return refuse({ code: 'not-yours-to-do' })
    return appendToLog<ActRefusal>(services, {
      ...request,
      decideWith: async (tx, log) => {
        if (!log) return refuse({ code: 'not-convened' })
        const { ballotId } = command
        const closed = await closeBallot(tx, services, {
          meetingId,
          ballotId,
          state: log.state,
        })
        return closed.ok ? ok({ type: 'close-ballot', ballotId, ...closed.value }) : closed
      },
    })
  }
  if (isRowBound(command)) {
    // Asked first: what is read here changes rows, and nobody learns a count they may not have.
    if (!mayCommand(actor, { type: command.type })) return refuse({ code: 'not-yours-to-do' })
    const acted = await appendToLog<ActRefusal>(services, {
      ...request,
      decideWith: async (tx, log) =>
        log
          ? commandFromRows(
              tx,
              { now: services.now, meeting, meetingId, state: log.state },
              command,
            )
          : refuse({ code: 'not-convened' }),
      alongside: (tx, appended) => writeAlongside(tx, services, member, meetingId, appended),
    })
    if (acted.ok && command.type === 'seat-deputy') {
      services.feed.publishRemoved(meetingId, command.seatId)
    }
    return acted
  }
  return appendToLog<ActRefusal>(services, {
    ...request,
    // What the item's topic decides is read from the log that the command is decided against.
    decideWith: ITEM_BOUND.has(command.type)
      ? async (tx, log) =>
          log
            ? ok(toMeetingCommand(services, command, log.state, await regionServed(tx)))
            : refuse({ code: 'not-convened' })
      : toMeetingCommand(services, command, member.log.state, 'CN'),
    alongside: (tx, appended) => writeAlongside(tx, services, member, meetingId, appended),
  })
}

const ITEM_BOUND: ReadonlySet<RoomCommand['type']> = new Set([
  'declare-consensus',
  'open-ballot',
])

/** Adds what the server makes itself: ids, the rule, what an outcome may be called. */
function toMeetingCommand(
  { newId, now }: ActServices,
  command: Exclude<RoomCommand, { type: 'close-ballot' } | RowBound>,
  state: MeetingState,
  region: string,
): MeetingCommand {
  const today = localDateOf(now())
  switch (command.type) {
    case 'set-present':
      return {
        type: 'check-in',
        seatId: command.seatId,
        by: 'staff',
        reason: command.reason,
        where: command.where,
      }
    case 'join-remotely':
      return {
        type: 'check-in',
        seatId: command.seatId,
        by: 'link',
        reason: null,
        where: 'remote',
      }
    case 'set-absent':
      return { type: 'mark-absent', seatId: command.seatId, reason: command.reason }
    case 'add-item':
      return {
        type: 'add-item',
        item: {
          id: newId() as ItemId,
          kind: command.kind,
          title: command.title,
          minutes: command.minutes,
          matterId: null,
          topicType: null,
          secrecy: 'open',
        },
      }
    case 'park-point':
      return { ...command, pointId: newId() }
    case 'make-motion':
      return { ...command, motionId: newId() }
    case 'open-temperature':
      return { ...command, checkId: newId() }
    case 'declare-consensus':
      // Nobody objecting is no vote, so it makes no 决议 of a body either.
      return { ...command, label: labelNow(state, { today, region, by: 'session' }) }
    case 'open-ballot': {
      const item = state.agenda.find((each) => each.id === state.currentItemId)
      const profile = state.body
        ? frozenRule(state.body, item?.topicType ?? null)
        : ruleProfileFor('deliberation', region, today)
      if (!profile) throw new Error(`No rule for a session's ballot is in force on ${today}`)
      return {
        ...command,
        ballotId: newId() as BallotId,
        rule: votingRule(profile, state.rules.quorum),
        label: labelNow(state, { today, region, by: bodyOf(state.body) }),
      }
    }
    case 'assign-task':
      return { ...command, taskId: newId() as TaskId }
    case 'open-doors':
    case 'open':
    case 'record-party-review':
    case 'start-item':
    case 'end-item':
    case 'add-time':
    case 'raise-hand':
    case 'withdraw-hand':
    case 'move-hand':
    case 'give-floor':
    case 'take-floor':
    case 'extend-floor':
    case 'make-last-call':
    case 'ask-consensus':
    case 'raise-objection':
    case 'withdraw-objection':
    case 'fail-consensus':
    case 'void-ballot':
    case 'pause':
    case 'resume':
    case 'change-place':
    case 'flag-conflict':
    case 'clear-conflict':
    case 'move-item':
    case 'skip-item':
    case 'carry-over-item':
    case 'name-party':
    case 'warn':
    case 'lift-warning':
    case 'second-motion':
    case 'edit-motion':
    case 'withdraw-motion':
    case 'refer-motion':
    case 'postpone-motion':
    case 'show-message':
    case 'clear-message':
    case 'pin-screen':
    case 'show-minutes':
    case 'hide-minutes':
    case 'adjourn':
    case 'reopen':
    case 'take-back-chair':
    case 'close':
      return command
  }
}

/** What this session's word on the current item may be called. */
function labelNow(
  state: MeetingState,
  { today, region, by }: { today: string; region: string; by: DecidingBody },
): OutcomeLabel {
  const item = state.agenda.find((each) => each.id === state.currentItemId)
  const topic =
    item?.topicType ?? (state.room === 'talkroom' ? 'neighbour-dispute' : 'soft-matter')
  const authority = authorityFor(topic, region, today)
  return authority ? outcomeLabelFor(authority, by) : 'recommendation'
}

/** Rows that belong to the events just added. */
async function writeAlongside(
  tx: Database,
  services: ActServices,
  { meeting, me, log }: Member,
  meetingId: string,
  { events, state, at }: Appended,
): Promise<void> {
  for (const event of events) {
    const { compoundId } = meeting
    await writeRoomRows(tx, services, { meetingId, compoundId, at, state }, event)
    if (event.type === 'ballot-opened') {
      await insertBallot(tx, { meetingId, communityId: meeting.communityId, at }, event)
    }
    if (event.type === 'ballot-voided') await voidBallot(tx, services, meetingId, event)
    if (event.type === 'item-ended') {
      const matterId = state.agenda.find((each) => each.id === event.itemId)?.matterId
      if (matterId) {
        await noteSessionOnMatter(tx, services, {
          matterId,
          communityId: meeting.communityId,
          meetingId,
          actorName: me.name ?? log.state.chair.name,
          step: 'record-deliberation',
        })
      }
    }
    if (event.type === 'task-assigned') {
      const item = state.agenda.find((each) => each.id === event.itemId)
      await assignTaskToMatter(tx, services, {
        meetingId,
        communityId: meeting.communityId,
        compoundId: meeting.compoundId,
        itemId: event.itemId,
        itemTitle: item?.title ?? event.title,
        matterId: item?.matterId ?? (await matterOfItem(tx, meetingId, event.itemId)),
        taskId: event.taskId,
        title: event.title,
        lead: event.lead,
        helpers: event.helpers,
        seats: state.seats,
        dueOn: event.dueOn,
        actorName: me.name ?? log.state.chair.name,
      })
    }
  }
}

/** The matter an earlier task of this item has made, so that its tasks stay together. */
async function matterOfItem(
  tx: Database,
  meetingId: string,
  itemId: string,
): Promise<string | null> {
  const [task] = await tx
    .select({ matterId: tasks.matterId })
    .from(tasks)
    .where(and(eq(tasks.meetingId, meetingId), eq(tasks.itemId, itemId)))
    .limit(1)
  return task?.matterId ?? null
}
