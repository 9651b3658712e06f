import { describe, expect, test } from 'vitest'
import type { JoinAnswer } from '#app/domain/meetings/join-answer.ts'
import type { BallotId } from '#app/domain/shared/ids.ts'
import { DECIDE, pureRoom, R1, R2, TALK } from '#tests/helpers/pure-room.ts'
import { countedTurnout, firstView, joined, pushed, type LiveView } from './live-view.ts'

function runningRoom() {
  const room = pureRoom()
  room.open()
  room.start(TALK)
  return room
}

function answerOf(
  room: ReturnType<typeof pureRoom>,
  change: Partial<JoinAnswer> = {},
): JoinAnswer {
  return {
    me: { audience: 'seats', role: 'seat', seatId: R1, name: 'r1 name' },
    serverNow: room.now(),
    seq: room.events.length,
    snapshot: room.state(),
    events: [],
    turnout: null,
    ...change,
  }
}

function viewOf(room: ReturnType<typeof pureRoom>): LiveView {
  const view = firstView(answerOf(room))
  if (!view) throw new Error('No snapshot')
  return view
}

describe('a page follows the log', () => {
  test('pushed events fold into the same state as the server has', () => {
    const room = runningRoom()
    const view = viewOf(room)
    const after = view.seq
    room.raise(R1)
    room.raise(R2, 'against')
    room.floor(R2)
    const heard = pushed(view, { after, events: room.events.slice(after) })
    expect(heard.gap).toBe(false)
    expect(heard.view.meeting).toEqual(room.state())
    expect(heard.view.seq).toBe(room.events.length)
  })

  test('what it has already is not folded twice', () => {
    const room = runningRoom()
    room.raise(R1)
    const view = viewOf(room)
    const again = pushed(view, { after: view.seq - 1, events: room.events.slice(-1) })
    expect(again).toEqual({ view, gap: false })
  })

  test('events after a gap are not folded: the page has to join again', () => {
    const room = runningRoom()
    const view = viewOf(room)
    const seen = view.seq
    room.raise(R1)
    room.raise(R2)
    const heard = pushed(view, { after: seen + 1, events: room.events.slice(seen + 1) })
    expect(heard).toEqual({ view, gap: true })
    const caughtUp = joined(
      view,
      answerOf(room, { snapshot: null, events: room.events.slice(seen) }),
    )
    expect(caughtUp.meeting).toEqual(room.state())
  })

  test('a snapshot that is older than what was pushed meanwhile changes nothing', () => {
    const room = runningRoom()
    const old = answerOf(room)
    const view = viewOf(room)
    room.start(DECIDE)
    const ahead = pushed(view, { after: view.seq, events: room.events.slice(view.seq) }).view
    expect(joined(ahead, old).meeting).toEqual(room.state())
  })

  test('without a snapshot there is nothing to begin with', () => {
    expect(firstView(answerOf(runningRoom(), { snapshot: null }))).toBeNull()
  })
})

test('the count of votes never goes back, and a new ballot begins anew', () => {
  const view = viewOf(runningRoom())
  const ballotId = 'b1' as BallotId
  const five = countedTurnout(view, { ballotId, cast: 5, version: 5 })
  expect(countedTurnout(five, { ballotId, cast: 4, version: 4 }).turnout?.cast).toBe(5)
  const next = countedTurnout(five, { ballotId: 'b2' as BallotId, cast: 0, version: 0 })
  expect(next.turnout).toEqual({ ballotId: 'b2', cast: 0, version: 0 })
})
