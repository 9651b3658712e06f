import { describe, expect, test } from 'vitest'
import type { Designation, RollOwner, RollVoter } from './register.ts'
import { isHeld, settledVoter } from './settled-voter.ts'

const person = (ownerId: string): RollOwner => ({
  ownerId,
  name: ownerId,
  kind: 'person',
  agent: null,
})
const COUPLE = [person('H'), person('W')]
const child: RollOwner = { ...person('C'), kind: 'ward' }
const known: RollOwner = { ...child, agent: { kind: 'guardian', name: '王妈妈' } }
const firm: RollOwner = { ...person('X'), kind: 'organisation' }

const UNDESIGNATED: RollVoter = { as: 'undesignated' }
const named = (ownerId: string, agentName: string | null = null) => ({ ownerId, agentName })

type Row = [string, RollVoter, RollOwner[], Designation | null, RollVoter]

const TABLE: Row[] = [
  ['a couple that designated nobody (G12)', UNDESIGNATED, COUPLE, null, UNDESIGNATED],
  [
    'the one they designated afterwards',
    UNDESIGNATED,
    COUPLE,
    named('W'),
    { as: 'designated-co-owner', ownerId: 'W' },
  ],
  ['somebody who owns nothing of it', UNDESIGNATED, COUPLE, named('Z'), UNDESIGNATED],
  [
    'whom the roll has, whatever is said later',
    { as: 'designated-co-owner', ownerId: 'H' },
    COUPLE,
    named('W'),
    { as: 'designated-co-owner', ownerId: 'H' },
  ],
  [
    'the guardian the roll has, whoever is named later',
    { as: 'guardian', ownerId: 'C', name: '王妈妈' },
    [child],
    named('C', '李妈妈'),
    { as: 'guardian', ownerId: 'C', name: '王妈妈' },
  ],
  [
    'the guardian of a child whom its co-owner designated',
    UNDESIGNATED,
    [person('H'), known],
    named('C'),
    { as: 'guardian', ownerId: 'C', name: '王妈妈' },
  ],
  [
    'a guardian who was named with it',
    { as: 'agent-missing', ownerId: 'C' },
    [child],
    named('C', '李妈妈'),
    { as: 'guardian', ownerId: 'C', name: '李妈妈' },
  ],
  [
    'a designated child whose guardian nobody named',
    UNDESIGNATED,
    [person('H'), child],
    named('C'),
    { as: 'agent-missing', ownerId: 'C' },
  ],
  [
    'a firm’s representative',
    { as: 'agent-missing', ownerId: 'X' },
    [firm],
    named('X', '陈总'),
    { as: 'legal-representative', ownerId: 'X', name: '陈总' },
  ],
  [
    'an agent for an owner other than the roll says',
    { as: 'agent-missing', ownerId: 'C' },
    [child, firm],
    named('X', '陈总'),
    { as: 'agent-missing', ownerId: 'C' },
  ],
]

describe('[G2] who casts a ballot once somebody was named', () => {
  test.each(TABLE)('%s', (_name, voter, owners, designation, settled) => {
    expect(settledVoter(voter, owners, designation)).toEqual(settled)
  })

  test('it is held while it is nobody, and no longer', () => {
    const held: RollVoter[] = [UNDESIGNATED, { as: 'agent-missing', ownerId: 'C' }]
    expect(held.map(isHeld)).toEqual([true, true])
    const others: RollVoter[] = [{ as: 'developer' }, { as: 'owner', ownerId: 'H' }]
    expect(others.map(isHeld)).toEqual([false, false])
  })
})
