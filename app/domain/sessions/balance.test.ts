import { describe, expect, test } from 'vitest'
import type { Side } from '#app/domain/organisation/side.ts'
import { checkBalance, PARTIES, votesByDefault, type BalanceFinding } from './balance.ts'

const people = (counts: Partial<Record<Side, number>>) =>
  Object.entries(counts).flatMap(([side, count]) =>
    Array.from({ length: count }, () => ({
      side: side as Side,
      role: 'delegate' as const,
      canVote: votesByDefault(side as Side),
    })),
  )

const everybody = { residents: 16, property: 2, owners: 3, committees: 1, police: 1 }

const ROSTER: Partial<Record<Side, number>> = { ...everybody, police: 2 }

const check = (
  counts: Partial<Record<Side, number>>,
  change: Partial<Parameters<typeof checkBalance>[0]> = {},
) =>
  checkBalance({
    room: 'council',
    invitees: people(counts),
    items: [],
    roster: ROSTER,
    officersFrom: [],
    ...change,
  })

describe('[S6] a council session seats all five parties, and a missing one is named', () => {
  test('all there', () => {
    expect(check(everybody).findings).toEqual([])
  })

  test.each(PARTIES.map((side) => [side]))('without %s', (side) => {
    const missing = check({ ...everybody, [side]: 0 }).findings
    expect(missing).toContainEqual({ code: 'side-missing', side, onRoster: ROSTER[side] })
    expect(missing.filter((each) => each.code === 'side-missing')).toHaveLength(1)
  })

  test('the two committees are there when one of theirs leads', () => {
    const { committees: _gone, ...rest } = everybody
    expect(check(rest, { officersFrom: ['committees'] }).findings).toEqual([])
  })

  test('a side the roster does not have is missing all the same, and says so', () => {
    const { owners: _gone, ...rest } = everybody
    expect(check(rest, { roster: {} }).findings).toEqual([
      { code: 'side-missing', side: 'owners', onRoster: 0 },
    ])
  })

  test('a tea room and a talk room ask nobody to be complete', () => {
    expect(check({}, { room: 'tearoom' }).findings).toEqual([])
    expect(check({}, { room: 'talkroom' }).findings).toEqual([])
  })
})

describe('[S7] who is judged does not vote on it, and residents are not outvoted', () => {
  const appraisal = [{ kind: 'decision', topicType: 'property-company-contract' }] as const

  test('the property company does not vote on its own contract', () => {
    expect(check(everybody, { items: appraisal }).findings).toEqual([
      { code: 'property-judges-itself', count: 2 },
    ])
  })

  test('it may talk about it', () => {
    const items = [{ kind: 'discussion', topicType: 'property-company-contract' }] as const
    expect(check(everybody, { items }).findings).toEqual([])
  })

  test.each<[residents: number, property: number, findings: BalanceFinding[]]>([
    [3, 2, []],
    [2, 2, [{ code: 'residents-outnumbered', residents: 2, others: 2 }]],
  ])('%i residents beside %i of the property company', (residents, property, findings) => {
    const { owners: _gone, ...rest } = everybody
    const officersFrom: Side[] = ['owners']
    expect(check({ ...rest, residents, property }, { officersFrom }).findings).toEqual(findings)
  })
})

test('sides are counted with and without a vote', () => {
  expect(check({ residents: 2, committees: 1 }).sides).toEqual([
    { side: 'residents', invited: 2, voting: 2, onRoster: 16 },
    { side: 'property', invited: 0, voting: 0, onRoster: 2 },
    { side: 'owners', invited: 0, voting: 0, onRoster: 3 },
    { side: 'committees', invited: 1, voting: 0, onRoster: 1 },
    { side: 'police', invited: 0, voting: 0, onRoster: 2 },
    { side: 'others', invited: 0, voting: 0, onRoster: 0 },
  ])
})
