import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import {
  checkQuestion,
  numbered,
  offersOptions,
  YES_NO,
  type BallotQuestion,
} from '#app/domain/voting/ballot-question.ts'
import { withoutFewPapers } from '#app/domain/voting/few-secret-papers.ts'
import { methodsOf } from '#app/domain/voting/methods-of-rule.ts'
import { MAX_SECONDS } from './decide-floor.ts'
import { motionBlocks } from './decide-motion.ts'
import { endTurns } from './end-running.ts'
import {
  ballotIsOpen,
  findItem,
  isPresent,
  isWhole,
  one,
  type Decided,
} from './find-in-meeting.ts'
import type { MeetingCommand } from './meeting-command.ts'
import type { MeetingRefusal } from './meeting-refusal.ts'
import type { ItemState, MeetingState } from './meeting-state.ts'
import { optionsBeforeRoom, wordsBeforeRoom } from './open-motion.ts'
import { bodyBlocks, lacksForVote } from './opening-conditions.ts'
import { standingBack, votingSeats } from './readiness.ts'

type BallotCommand = Extract<
  MeetingCommand,
  { type: 'open-ballot' | 'close-ballot' | 'void-ballot' }
>
type OpenBallot = Extract<BallotCommand, { type: 'open-ballot' }>

export function decideBallot(
  state: MeetingState,
  command: BallotCommand,
  now: number,
): Decided {
  switch (command.type) {
    case 'open-ballot':
      return openBallot(state, command, now)
    case 'close-ballot':
      if (!state.ballot || state.ballot.ballotId !== command.ballotId) {
        return refuse({ code: 'no-such-ballot' })
      }
      if (!ballotIsOpen(state)) return refuse({ code: 'ballot-not-open' })
      return one({
        type: 'ballot-closed',
        ballotId: command.ballotId,
        verdict: withoutFewPapers(command.verdict, state.ballot.secrecy),
        ...(command.assisted && { assisted: command.assisted }),
      })
    case 'void-ballot': {
      if (!command.reason.trim()) return refuse({ code: 'reason-missing' })
      const known =
        state.ballot?.ballotId === command.ballotId ||
        state.pastBallots.some((each) => each.ballotId === command.ballotId)
      if (!known) return refuse({ code: 'no-such-ballot' })
      const past = state.pastBallots.find((each) => each.ballotId === command.ballotId)
      if (past && past.voidReason !== null) return refuse({ code: 'ballot-not-open' })
      return one({
        type: 'ballot-voided',
        ballotId: command.ballotId,
        reason: command.reason.trim(),
      })
    }
  }
}

function openBallot(state: MeetingState, command: OpenBallot, now: number): Decided {
  const item = findItem(state, state.currentItemId)
  const blocked = mayDecide(state, item) ?? (item ? bodyBlocks(state, item) : null)
  if (blocked) return refuse(blocked)
  const title = item && wordsBeforeRoom(state, item)
  if (!item || !title) return refuse({ code: 'not-a-decision' })
  if (!isWhole(command.seconds, 10, MAX_SECONDS)) return refuse({ code: 'bad-duration' })
  if (item.lastCallAt === null) return refuse({ code: 'last-call-missing' })
  const question = questionOf(state, item, command)
  if (!question.ok) return question
  const roll = votingSeats(state, item.id)
  if (!roll.some((seat) => isPresent(state, seat.id))) {
    return refuse({ code: 'nobody-can-vote' })
  }
  const others = standingBack(state, item.id).map(({ id }) => id)
  const lacks = lacksForVote(state)
  const reason = command.overrideReason?.trim() ?? ''
  if (lacks && !reason) return refuse({ code: 'not-ready', ...lacks })
  return ok([
    ...(state.consensus
      ? [{ type: 'consensus-failed' as const, itemId: state.consensus.itemId }]
      : []),
    ...endTurns(state),
    {
      type: 'ballot-opened',
      ballotId: command.ballotId,
      itemId: item.id,
      title,
      ...(question.value.method.kind !== 'yes-no' && { question: question.value }),
      secrecy: command.secrecy,
      changeable: command.secrecy === 'open',
      rule: command.rule,
      label: command.label,
      roll: roll.map((seat) => seat.id),
      ...(others.length > 0 && { standingBack: others }),
      dueAt: now + command.seconds * 1000,
      ...(lacks && {
        waived: { present: lacks.present, missingSides: lacks.missingSides, reason },
      }),
    },
  ])
}

/**
 * What is put to the vote. The options of the motion before the room are the
 * ballot's, as they stand: whoever wants others changes the motion, in view of
 * everybody. Where no motion names any, the chair writes them.
 */
function questionOf(
  state: MeetingState,
  item: ItemState,
  { method = YES_NO.method, options = [], rule }: OpenBallot,
): Result<BallotQuestion, MeetingRefusal> {
  if (!methodsOf(rule).includes(method.kind)) return refuse({ code: 'method-not-allowed' })
  const moved = offersOptions(method) ? optionsBeforeRoom(state, item) : []
  if (moved.length > 0 && options.some((text, index) => text.trim() !== moved[index])) {
    return refuse({ code: 'options-of-motion' })
  }
  return checkQuestion({ method, options: numbered(moved.length > 0 ? moved : options) })
}

/** Why the current item cannot be decided now, or null. */
export function mayDecide(
  state: MeetingState,
  item: ItemState | undefined,
): MeetingRefusal | null {
  if (!item) return { code: 'no-current-item' }
  if (ballotIsOpen(state)) return { code: 'ballot-open' }
  if (!item.inNotice) return { code: 'not-in-notice' }
  if (item.kind !== 'decision') return { code: 'not-a-decision' }
  if (state.decisions.some((each) => each.itemId === item.id)) {
    return { code: 'already-decided' }
  }
  return motionBlocks(state)
}
