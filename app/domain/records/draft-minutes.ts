import { evolve } from '#app/domain/meetings/evolve.ts'
import type { LoggedEvent } from '#app/domain/meetings/meeting-event.ts'
import type { ItemState, MeetingState } from '#app/domain/meetings/meeting-state.ts'
import { decides } from '#app/domain/voting/ballot-question.ts'
import { citation } from '#app/domain/voting/citation.ts'
import { frozenRule, hasOwnName } from '#app/domain/voting/convened-body.ts'
import { namedRule } from '#app/domain/voting/named-rule.ts'
import type { Seat } from '#app/domain/meetings/meeting.ts'
import { chairFacts } from './chair-facts.ts'
import type {
  MinutesAbsent,
  MinutesContent,
  MinutesItem,
  MinutesPerson,
  MinutesPresent,
  MinutesTurn,
} from './minutes.ts'

/**
 * Writes the minutes from the log, at any moment of a meeting: who was there,
 * who spoke in what order and for how long, what was decided and who took it
 * on. What the recorder typed before stays with its item, turn or person.
 *
 * @param events - the whole log that folds to `state`.
 * @param previous - the minutes as they were saved last.
 * @param saidNo - ids of the seats whose invitation was answered with a no.
 */
export function draftMinutes(
  state: MeetingState,
  events: readonly LoggedEvent[],
  previous: MinutesContent | null,
  saidNo: ReadonlySet<string> = new Set(),
): MinutesContent {
  const { attendance, turnSeqs } = factsOf(events)
  const nameOf = new Map<string, Seat>(state.seats.map((seat) => [seat.id, seat]))
  const typedTurns = new Map(
    previous?.items.flatMap(({ turns }) => turns.map(({ seq, summary }) => [seq, summary])),
  )
  const typedItems = new Map(previous?.items.map((item) => [item.itemId, item]))
  const typedReasons = new Map(previous?.absent.map(({ seatId, reason }) => [seatId, reason]))

  const turns = state.turns.map((turn, index): MinutesTurn & { itemId: string } => {
    const seat = nameOf.get(turn.seatId)
    const seq = turnSeqs[index] ?? 0
    return {
      itemId: turn.itemId,
      seq,
      seatId: turn.seatId,
      title: seat?.title ?? '',
      name: seat?.name ?? '',
      side: seat?.side ?? 'others',
      stance: turn.stance,
      seconds: Math.round(turn.ms / 1000),
      summary: typedTurns.get(seq) ?? '',
    }
  })

  const present: MinutesPresent[] = []
  const absent: MinutesAbsent[] = []
  for (const seat of state.seats) {
    const came = attendance.get(seat.id)
    if (came) present.push({ ...personOf(seat), ...came })
    else {
      absent.push({
        ...personOf(seat),
        reason: typedReasons.get(seat.id) ?? '',
        ...(saidNo.has(seat.id) && { saidNo: true as const }),
      })
    }
  }
  const isDelegate = ({ role }: MinutesPerson) => role === 'delegate'

  return {
    title: state.title,
    room: state.room,
    ...minutesBody(state),
    compoundName: state.compoundName,
    venue: state.venue,
    openedAt: state.openedAt,
    closedAt: state.closedAt,
    chair: state.chair.name,
    recorder: state.recorder.name,
    invited: state.seats.filter((seat) => seat.role === 'delegate').length,
    attended: present.filter(isDelegate).length,
    present,
    absent,
    overrideReason: state.overrideReason,
    items: state.agenda.map((item) => itemOf(item, state, turns, typedItems.get(item.id))),
    chairFacts: chairFacts(events),
    parked: state.parked.map(({ text }) => text),
    other: previous?.other ?? '',
  }
}

function minutesBody({ body }: MeetingState): Pick<MinutesContent, 'body'> {
  if (!body || !hasOwnName(body)) return {}
  const { as, profile } = body
  const { name } = profile
  return {
    body: {
      ...{ as, body: profile.body, legalBasis: citation(profile.legalBasis) },
      ...(name && { name }),
    },
  }
}

function itemOf(
  item: ItemState,
  state: MeetingState,
  turns: readonly (MinutesTurn & { itemId: string })[],
  typed: MinutesItem | undefined,
): MinutesItem {
  // A ballot that was voided decided nothing; the one after it did.
  const counted = state.pastBallots.filter(
    (each) => each.itemId === item.id && each.voidReason === null && each.verdict !== null,
  )
  const ballot = counted.findLast(({ question }) => decides(question.method))
  const looked = counted.findLast(({ question }) => !decides(question.method))
  const named = state.body && namedRule(frozenRule(state.body, item.topicType))
  return {
    itemId: item.id,
    kind: item.kind,
    title: item.title,
    matterId: item.matterId,
    topicType: item.topicType,
    proposal: item.proposal,
    inNotice: item.inNotice,
    outcome: item.outcome,
    ...(wasPassedOver(item) && { unreached: true as const }),
    turns: turns
      .filter((turn) => turn.itemId === item.id)
      .map(({ itemId: _itemId, ...turn }) => turn),
    decision: state.decisions.findLast((each) => each.itemId === item.id) ?? null,
    ballot: ballot
      ? {
          rule: ballot.rule,
          secrecy: ballot.secrecy,
          ...(ballot.question.method.kind !== 'yes-no' && { question: ballot.question }),
          ...(named && { named }),
          ...(ballot.waivedReason && { waivedReason: ballot.waivedReason }),
          ...(ballot.assisted && { assisted: ballot.assisted }),
        }
      : null,
    verdict: ballot?.verdict ?? null,
    ...(looked?.verdict && {
      fingers: { question: looked.question, verdict: looked.verdict },
    }),
    tasks: state.tasks.filter((task) => task.itemId === item.id),
    summary: typed?.summary ?? '',
    points: typed?.points ?? [],
    dissent: typed?.dissent ?? [],
  }
}

/** Opening and closing words are often said without being called up: of these the log knows nothing. */
function wasPassedOver({ kind, startedAt }: ItemState): boolean {
  return startedAt === null && (kind === 'discussion' || kind === 'decision')
}

type Attendance = Pick<MinutesPresent, 'cameAt' | 'leftAt'>

/**
 * Who was there while it lasted. Marked away before it began is not having
 * come; marked away later is having left.
 */
function factsOf(events: readonly LoggedEvent[]): {
  attendance: ReadonlyMap<string, Attendance>
  turnSeqs: readonly number[]
} {
  const attendance = new Map<string, Attendance>()
  const turnSeqs: number[] = []
  let state: MeetingState | null = null
  for (const logged of events) {
    const spoken: number = state?.turns.length ?? 0
    state = evolve(state, logged)
    if (state.turns.length > spoken) turnSeqs.push(logged.seq)
    const { event, at } = logged
    if (event.type === 'checked-in') {
      const { cameAt } = attendance.get(event.seatId) ?? { cameAt: at }
      attendance.set(event.seatId, { cameAt, leftAt: null })
    }
    if (event.type === 'marked-absent') {
      const came = attendance.get(event.seatId)
      if (state.openedAt === null) attendance.delete(event.seatId)
      else if (came) attendance.set(event.seatId, { ...came, leftAt: at })
    }
  }
  return { attendance, turnSeqs }
}

function personOf({ id, name, side, role, title }: Seat): MinutesPerson {
  return { seatId: id, name, side, role, title }
}
