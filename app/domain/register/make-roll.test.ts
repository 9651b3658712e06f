import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatArea } from '#app/domain/voting/area.ts'
import { makeRoll, type MadeRoll } from './make-roll.ts'
import type { RegisterOwner, RegisterUnit } from './register-unit.ts'

const POLICY = { parking: 'exclude', ownerMergeKey: 'exact-set' } as const

function owner(id: string, more: Partial<RegisterOwner> = {}): RegisterOwner {
  return { id, name: id, kind: 'person', designated: false, agent: null, ...more }
}

function flat(room: string, owners: RegisterOwner[], more: Partial<RegisterUnit> = {}) {
  return {
    id: `u${room}`,
    building: '5幢',
    buildingPosition: 5,
    stairwell: '',
    room,
    kind: 'dwelling',
    status: 'delivered',
    areaRegistered: 10_000n,
    areaSurveyed: null,
    areaContract: null,
    owners,
    ...more,
  } satisfies RegisterUnit
}

function made(units: RegisterUnit[], policy: Partial<typeof POLICY> = {}): MadeRoll {
  const roll = makeRoll(units, { ...POLICY, ...policy })
  if (!roll.ok) throw new Error(JSON.stringify(roll.refusal))
  return roll.value
}

describe('[G1] the lines of a roll', () => {
  test('stand in the order of their first door, the developer last', () => {
    const { lines } = made([
      flat('1001', [owner('Z')]),
      flat('102', [], { status: 'unsold' }),
      flat('201', [owner('B')]),
      flat('101', [owner('A')], { building: '12幢', buildingPosition: 12 }),
    ])
    expect(lines.map(({ electorId, units }) => [electorId, units[0]?.room])).toEqual([
      ['0001', '201'],
      ['0002', '1001'],
      ['0003', '101'],
      ['0004', '102'],
    ])
    expect(lines.at(-1)).toMatchObject({ developer: true, voter: { as: 'developer' } })
  })

  test('name for everybody no more than a surname and a building', () => {
    const { lines } = made([
      flat('501', [owner('o1', { name: '王秀英' }), owner('o2', { name: '欧阳明' })], {
        stairwell: '2',
      }),
      flat('502', [owner('o1', { name: '王秀英' }), owner('o2', { name: '欧阳明' })]),
    ])
    expect(lines).toMatchObject([
      { nameMasked: '王**、欧阳*', doorsMasked: '5幢***室、5幢*单元***室' },
    ])
  })

  test('carry where each area comes from', () => {
    const { lines, totalArea } = made([
      flat('101', [owner('A')], { areaSurveyed: 9_000n }),
      flat('102', [owner('A')], { areaRegistered: null, areaSurveyed: 9_001n }),
      flat('103', [owner('A')], { areaRegistered: null, areaContract: 8_888n }),
    ])
    expect(lines[0]?.units.map(({ area, source }) => [area, source])).toEqual([
      ['100.00', 'registered'],
      ['90.01', 'surveyed'],
      ['88.88', 'contract'],
    ])
    expect(formatArea(totalArea)).toBe('278.89')
  })

  test('are not made of a register with faults: each is named by its door', () => {
    const faulty = [
      flat('101', []),
      flat('102', [owner('A')], { areaRegistered: null, stairwell: '1' }),
    ]
    expect(makeRoll(faulty, POLICY)).toEqual({
      ok: false,
      refusal: {
        code: 'roll-has-problems',
        problems: [
          { door: '5幢101', problem: 'owner-missing' },
          { door: '5幢1单元102', problem: 'area-missing' },
        ],
      },
    })
    expect(makeRoll([], POLICY)).toMatchObject({ refusal: { code: 'register-empty' } })
    expect(makeRoll(faulty, { ...POLICY, parking: null })).toMatchObject({
      refusal: { code: 'parking-policy-missing' },
    })
  })
})

describe('[G2] who casts the ballot of a line', () => {
  const couple = (designated: string | null) => [
    owner('H', { designated: designated === 'H' }),
    owner('W', { designated: designated === 'W' }),
  ]
  const voters = (units: RegisterUnit[], policy: Partial<typeof POLICY> = {}) =>
    made(units, policy).lines.map(({ voter }) => voter)

  test('the owner alone, or the co-owner whom they designated', () => {
    expect(voters([flat('1', [owner('A')]), flat('2', couple('W'))])).toEqual([
      { as: 'owner', ownerId: 'A' },
      { as: 'designated-co-owner', ownerId: 'W' },
    ])
  })

  test('G12 nobody while a couple has designated nobody', () => {
    expect(voters([flat('1', couple(null))])).toEqual([{ as: 'undesignated' }])
  })

  test('one designation is enough for the couple’s other flat; two different ones are none', () => {
    expect(voters([flat('1', couple('H')), flat('2', couple(null))])).toEqual([
      { as: 'designated-co-owner', ownerId: 'H' },
    ])
    expect(voters([flat('1', couple('H')), flat('2', couple('W'))])).toEqual([
      { as: 'undesignated' },
    ])
  })

  test('G13 by the exact set A and A with B are two lines; by a shared owner one, which needs one voice', () => {
    const flats = [flat('1', [owner('A')]), flat('2', [owner('A'), owner('B')])]
    expect(voters(flats)).toEqual([{ as: 'owner', ownerId: 'A' }, { as: 'undesignated' }])
    const shared = { parking: 'exclude', ownerMergeKey: 'shared-owner' } as const
    const merged = makeRoll(flats, shared)
    expect(merged.ok && merged.value.lines.map(({ voter }) => voter)).toEqual([
      { as: 'undesignated' },
    ])
  })

  test('the guardian for a ward, the legal representative for a company, or nobody yet', () => {
    const child = owner('C', { kind: 'ward', agent: { kind: 'guardian', name: '王妈妈' } })
    const company = owner('X', {
      kind: 'organisation',
      agent: { kind: 'legal-representative', name: '陈总' },
    })
    const orphan = owner('O', { kind: 'ward' })
    expect(voters([flat('1', [child]), flat('2', [company]), flat('3', [orphan])])).toEqual([
      { as: 'guardian', ownerId: 'C', name: '王妈妈' },
      { as: 'legal-representative', ownerId: 'X', name: '陈总' },
      { as: 'agent-missing', ownerId: 'O' },
    ])
  })
})

describe('[G3] properties', () => {
  const areas = fc.bigInt({ min: 1n, max: 50_000n })
  const register = fc
    .array(fc.tuple(fc.subarray(['A', 'B', 'C', 'D'], { minLength: 1 }), areas), {
      minLength: 1,
      maxLength: 20,
    })
    .map((rows) =>
      rows.map(([owners, area], index) =>
        flat(
          String(101 + index),
          owners.map((id) => owner(id)),
          { areaRegistered: area },
        ),
      ),
    )

  test('the order of the register does not matter', () => {
    fc.assert(
      fc.property(
        register.chain((units) =>
          fc.tuple(fc.constant(units), fc.shuffledSubarray(units, { minLength: units.length })),
        ),
        ([units, shuffled]) => {
          expect(made(shuffled)).toEqual(made(units))
        },
      ),
    )
  })

  test('splitting a flat into two rows changes neither heads nor area', () => {
    fc.assert(
      fc.property(register, areas, (units, more) => {
        const [first, ...others] = units
        if (!first) return
        const whole = { ...first, areaRegistered: (first.areaRegistered ?? 0n) + more }
        const part = { ...first, id: 'part', room: '999', areaRegistered: more }
        const one = made([whole, ...others])
        const two = made([first, part, ...others])
        expect([two.totalHeads, two.totalArea]).toEqual([one.totalHeads, one.totalArea])
      }),
    )
  })
})
