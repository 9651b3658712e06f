import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ROLL_CASES } from '#tests/golden/roll-cases.ts'
import { formatArea } from './area.ts'
import { DEVELOPER, rollOf, type OwnersRoll, type RollPolicy, type Unit } from './roll.ts'

const POLICY: RollPolicy = { parking: 'exclude', ownerMergeKey: 'exact-set' }

function flat(id: string, owners: string[], more: Partial<Unit> = {}): Unit {
  return { id, owners, status: 'delivered', kind: 'dwelling', registered: '100', ...more }
}

function made(units: readonly Unit[], policy: Partial<RollPolicy> = {}): OwnersRoll {
  const roll = rollOf(units, { ...POLICY, ...policy })
  if (!roll.ok) throw new Error(JSON.stringify(roll.refusal))
  return roll.value
}

test.each(ROLL_CASES)('[V7] $id $title', ({ units, parking, expect: outcome }) => {
  const register = units.flatMap(([ids, owners, unit]) =>
    ids.split(' ').map((id) => ({ id, owners: owners.split(' '), ...unit })),
  )
  const roll = made(register, { parking })
  expect(roll.totalHeads).toBe(outcome.totalHeads)
  expect(formatArea(roll.totalArea)).toBe(outcome.totalArea)
})

describe('[V7] who is one head', () => {
  test('G13 A alone and A with B are two heads by the exact set, one by a shared owner', () => {
    const units = [flat('1', ['A']), flat('2', ['B', 'A'])]
    expect(made(units).totalHeads).toBe(2)
    const shared = made(units, { ownerMergeKey: 'shared-owner' })
    expect(shared.electors).toMatchObject([{ elector: 'A+B', heads: 1, area: 20_000n }])
  })

  test('shared owners connect through each other, in any order of the register', () => {
    const units = [flat('1', ['A', 'B']), flat('2', ['C', 'D']), flat('3', ['B', 'C'])]
    expect(made(units, { ownerMergeKey: 'shared-owner' }).totalHeads).toBe(1)
    expect(made(units).totalHeads).toBe(3)
  })

  test('the order in which co-owners are written does not make another elector', () => {
    expect(made([flat('1', ['W', 'H']), flat('2', ['H', 'W'])]).electors).toMatchObject([
      { elector: 'H+W', heads: 1, units: [{ id: '1' }, { id: '2' }] },
    ])
  })

  test('the developer is one head for all it has not sold or not handed over', () => {
    const roll = made([
      flat('1', ['DEV'], { status: 'unsold' }),
      flat('2', ['buyer'], { status: 'sold_undelivered' }),
      flat('3', ['buyer']),
    ])
    expect(roll.electors).toMatchObject([
      { elector: DEVELOPER, developer: true, heads: 1, area: 20_000n },
      { elector: 'buyer', developer: false, heads: 1, area: 10_000n },
    ])
  })

  test('no owner id can pass for the developer or for two owners', () => {
    const roll = made([
      flat('1', ['@developer']),
      flat('2', [], { status: 'unsold' }),
      flat('3', ['A+B']),
      flat('4', ['A', 'B']),
      flat('5', ['__proto__']),
    ])
    expect(roll.totalHeads).toBe(5)
  })

  test.each(['parking', 'stall'] as const)(
    'whoever owns only a %s counts by area alone, or not at all',
    (kind) => {
      const units = [flat('1', ['A']), flat('p', ['B'], { kind, registered: '12.5' })]
      expect(made(units, { parking: 'exclude' })).toMatchObject({
        totalHeads: 1,
        totalArea: 10_000n,
      })
      expect(made(units, { parking: 'area_only' })).toMatchObject({
        totalHeads: 1,
        totalArea: 11_250n,
        electors: [{ heads: 1 }, { elector: 'B', heads: 0, area: 1_250n }],
      })
      expect(made(units, { parking: 'area_and_heads' }).totalHeads).toBe(2)
    },
  )
})

describe('[V8] where the area comes from', () => {
  test('G15 the register before the survey before the contract', () => {
    const all = { registered: '100.5', surveyed: '99', contract: '98' }
    const { electors } = made([
      flat('1', ['A'], all),
      flat('2', ['A'], { ...all, registered: null }),
      flat('3', ['A'], { ...all, registered: ' ', surveyed: '' }),
    ])
    expect(electors[0]?.units).toEqual([
      { id: '1', area: 10_050n, source: 'registered' },
      { id: '2', area: 9_900n, source: 'surveyed' },
      { id: '3', area: 9_800n, source: 'contract' },
    ])
  })

  test('every unit that cannot be counted is named, and no roll is made', () => {
    const roll = rollOf(
      [
        flat('1', ['A'], { registered: null }),
        flat('2', ['A'], { registered: '100.125' }),
        flat('3', ['A'], { registered: '0.00' }),
        flat('4', []),
        flat('5', ['A']),
        flat('5', ['A']),
        flat('p', ['A'], { kind: 'parking', registered: null }),
      ],
      POLICY,
    )
    expect(roll).toEqual({
      ok: false,
      refusal: {
        code: 'roll-has-problems',
        problems: [
          { unit: '1', problem: 'area-missing' },
          { unit: '2', problem: 'area-malformed' },
          { unit: '3', problem: 'area-zero' },
          { unit: '4', problem: 'owner-missing' },
          { unit: '5', problem: 'unit-listed-twice' },
        ],
      },
    })
  })
})

test('[V9] no roll without a word on whether parking counts', () => {
  expect(rollOf([flat('1', ['A'])], { ...POLICY, parking: null })).toEqual({
    ok: false,
    refusal: { code: 'parking-policy-missing' },
  })
})

test('[V7] splitting a flat into more rows changes neither heads nor area', () => {
  const owned = fc.record({
    owners: fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 1, maxLength: 2 }),
    halves: fc.integer({ min: 1, max: 20_000 }).map(BigInt),
  })
  fc.assert(
    fc.property(
      fc.array(owned, { minLength: 1 }),
      fc.constantFrom<RollPolicy['ownerMergeKey']>('exact-set', 'shared-owner'),
      (drawn, ownerMergeKey) => {
        const whole = drawn.map(({ owners, halves }, index) =>
          flat(`${index}`, owners, { registered: formatArea(2n * halves) }),
        )
        const split = drawn.flatMap(({ owners, halves }, index) =>
          ['a', 'b'].map((part) =>
            flat(`${index}${part}`, owners, { registered: formatArea(halves) }),
          ),
        )
        const heads = (roll: OwnersRoll) =>
          new Map(roll.electors.map(({ elector, area }) => [elector, area]))
        expect(heads(made(split, { ownerMergeKey }))).toEqual(
          heads(made(whole, { ownerMergeKey })),
        )
        expect(made(split, { ownerMergeKey }).totalHeads).toBe(
          made(whole, { ownerMergeKey }).totalHeads,
        )
      },
    ),
  )
})
