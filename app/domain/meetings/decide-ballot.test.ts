import { describe, expect, test } from 'vitest'
import type { BallotId } from '#app/domain/shared/ids.ts'
import { numbered, type BallotMethod } from '#app/domain/voting/ballot-question.ts'
import { methodsOf } from '#app/domain/voting/methods-of-rule.ts'
import { RULE_PROFILES } from '#app/domain/voting/rule-profiles.ts'
import { tallyQuestion } from '#app/domain/voting/tally-question.ts'
import {
  CHAIR,
  DECIDE,
  O1,
  openBallot,
  P1,
  pureRoom,
  R1,
  R2,
  RULE,
} from '#tests/helpers/pure-room.ts'
import { openMotion } from './open-motion.ts'

const B1 = 'b1' as BallotId
const ELECTORS = [R1, R2, P1, O1]

function put(method: BallotMethod, options: string[] = [], moved: string[] | null = null) {
  const room = pureRoom()
  room.open()
  room.start(DECIDE)
  if (moved) {
    room.move(R1, 'm1', moved)
    room.second(P1)
  }
  room.lastCall()
  room.must(CHAIR, openBallot(B1, 'open', 120, { method, options }))
  return room
}

/** Closes it with one mark an elector, in the order R1, R2, P1, O1. */
function close(room: ReturnType<typeof put>, ...marks: string[]) {
  const { question } = room.state().ballot!
  const votes = marks.map((choice, index) => ({ elector: ELECTORS[index]!, choice }))
  room.closeBallot(
    B1,
    tallyQuestion({
      question,
      rule: RULE,
      roll: ELECTORS.map((elector) => ({ elector, heads: 1, area: null })),
      present: ELECTORS,
      votes,
    }),
  )
  return room.state()
}

describe('[M40] what is put to the vote', () => {
  test('a motion’s options are the ballot’s, numbered as they were moved', () => {
    const room = put({ kind: 'ranked', count: 'schulze' }, [], ['东门', '西门', '北门'])
    expect(room.state().ballot?.question).toEqual({
      method: { kind: 'ranked', count: 'schulze' },
      options: numbered(['东门', '西门', '北门']),
    })
    expect(openMotion(room.state())?.status).toBe('frozen')
  })

  test('where no motion names any, the chair writes them', () => {
    const room = put({ kind: 'approval', upTo: 2 }, [' 东门 ', '西门', '北门'])
    expect(room.state().ballot?.question.options).toEqual(numbered(['东门', '西门', '北门']))
  })

  test('yes and no is what is not said, and its event is as it was before there were others', () => {
    const room = pureRoom()
    room.readyToVote()
    room.ballot()
    expect(room.events.at(-1)?.event).not.toHaveProperty('question')
    expect(room.state().ballot?.question).toEqual({ method: { kind: 'yes-no' }, options: [] })
  })

  test('a motion with options can still be put as a whole', () => {
    expect(
      put({ kind: 'yes-no' }, [], ['东门', '西门']).state().ballot?.question.options,
    ).toEqual([])
  })
})

describe('[M41] what comes of it', () => {
  test.each<[string, BallotMethod, string[], boolean, number[]]>([
    ['more than half chose one', { kind: 'single-choice' }, ['2', '2', '2', '1'], true, [2]],
    ['half is not more than half', { kind: 'single-choice' }, ['2', '2', '1', '3'], false, []],
    ['level is nobody', { kind: 'single-choice' }, ['1', '1', '2', '2'], false, []],
    ['approval', { kind: 'approval', upTo: 2 }, ['1,2', '2', '2,3', '1'], true, [2]],
    [
      'instant runoff',
      { kind: 'ranked', count: 'instant-runoff' },
      ['1>2', '2>1', '2', '2>3'],
      true,
      [2],
    ],
    [
      'Schulze',
      { kind: 'ranked', count: 'schulze' },
      ['1>2>3', '2>1', '2>3', '3>2'],
      true,
      [2],
    ],
    ['two seats', { kind: 'seats', seats: 2 }, ['1,2', '1,2', '1,2', '3'], true, [1, 2]],
  ])('%s', (_why, method, marks, passed, chosen) => {
    const state = close(put(method, ['东门', '西门', '北门']), ...marks)
    const options = numbered(['东门', '西门', '北门'])
    expect(state.decisions).toMatchObject([
      { by: 'ballot', passed, chosen: options.filter(({ number }) => chosen.includes(number)) },
    ])
  })

  test('[V23] five fingers decide nothing: the item and its motion are where they were', () => {
    const room = put({ kind: 'five-fingers' }, [], ['东门', '西门'])
    const state = close(room, '5', '4', '0', '3')
    expect(state.decisions).toEqual([])
    expect(state.ballot?.verdict).toMatchObject({
      passed: false,
      method: { kind: 'five-fingers', objections: 1, consensus: false },
    })
    expect(openMotion(state)?.status).toBe('seconded')
    room.must(
      CHAIR,
      openBallot('b2' as BallotId, 'open', 120, { method: { kind: 'single-choice' } }),
    )
    expect(room.state().pastBallots).toHaveLength(1)
  })
})

describe('[V28] which rule allows which method', () => {
  test.each(RULE_PROFILES.map((profile) => [profile.id, profile.region, profile] as const))(
    '%s in %s',
    (_id, _region, { rule }) => {
      const allowed = methodsOf(rule)
      expect(allowed[0]).toBe('yes-no')
      expect(allowed.includes('five-fingers')).toBe(rule.id === 'deliberation')
      if (rule.measures.includes('area')) expect(allowed).not.toContain('ranked')
    },
  )

  test('what needs everybody is one question, and a county’s own rule decides by any method', () => {
    expect(methodsOf({ id: 'unanimous-interested', measures: ['heads', 'area'] })).toEqual([
      'yes-no',
    ])
    expect(methodsOf({ id: 'our-town', measures: ['heads'] })).toContain('ranked')
    expect(methodsOf({ id: 'toString', measures: ['heads'] })).not.toContain('five-fingers')
  })
})
