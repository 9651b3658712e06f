import type { ParkingPolicy, Unit } from '#app/domain/voting/roll.ts'

export type RollCase = {
  id: string
  title: string
  parking: ParkingPolicy
  /** `[unit ids, owners, what all of them share]` */
  units: [ids: string, owners: string, unit: Omit<Unit, 'id' | 'owners'>][]
  expect: { totalArea: string; totalHeads: number }
}

/** Property registers and the roll that must come out of them. */
export const ROLL_CASES: RollCase[] = [
  {
    id: 'U01',
    title: 'one owner with five flats is one head',
    parking: 'exclude',
    units: [
      ['x0 x1 x2 x3 x4', 'X', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y0', 'Y0', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y1', 'Y1', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y2', 'Y2', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y3', 'Y3', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y4', 'Y4', { status: 'delivered', kind: 'dwelling', registered: '100' }],
    ],
    expect: { totalArea: '1000.00', totalHeads: 6 },
  },
  {
    id: 'U03',
    title: 'a couple who own one flat are one head',
    parking: 'exclude',
    units: [
      ['a', 'H W', { status: 'delivered', kind: 'dwelling', registered: '88.80' }],
      ['b', 'Z', { status: 'delivered', kind: 'dwelling', registered: '100' }],
    ],
    expect: { totalArea: '188.80', totalHeads: 2 },
  },
  {
    id: 'U05a',
    title: 'parking left out',
    parking: 'exclude',
    units: [
      ['y0', 'Y0', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y1', 'Y1', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y2', 'Y2', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y3', 'Y3', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y4', 'Y4', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y5', 'Y5', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y6', 'Y6', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y7', 'Y7', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y8', 'Y8', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y9', 'Y9', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['p0 p1', 'Y0', { status: 'delivered', kind: 'parking', registered: '12.5' }],
      ['p2 p3', 'Y1', { status: 'delivered', kind: 'parking', registered: '12.5' }],
      ['p4 p5', 'Y2', { status: 'delivered', kind: 'parking', registered: '12.5' }],
      ['p6 p7', 'Y3', { status: 'delivered', kind: 'parking', registered: '12.5' }],
      ['p8 p9', 'Y4', { status: 'delivered', kind: 'parking', registered: '12.5' }],
      ['p10 p11', 'Y5', { status: 'delivered', kind: 'parking', registered: '12.5' }],
      ['p12 p13', 'Y6', { status: 'delivered', kind: 'parking', registered: '12.5' }],
      ['p14 p15', 'Y7', { status: 'delivered', kind: 'parking', registered: '12.5' }],
      ['p16 p17', 'Y8', { status: 'delivered', kind: 'parking', registered: '12.5' }],
      ['p18 p19', 'Y9', { status: 'delivered', kind: 'parking', registered: '12.5' }],
      [
        'q0 q1 q2 q3 q4 q5 q6 q7 q8 q9 q10 q11 q12 q13 q14 q15 q16 q17 q18 q19',
        'DEV',
        { status: 'unsold', kind: 'parking', surveyed: '12.5' },
      ],
    ],
    expect: { totalArea: '1000.00', totalHeads: 10 },
  },
  {
    id: 'U05c',
    title: 'parking counted for area alone',
    parking: 'area_only',
    units: [
      ['y0', 'Y0', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y1', 'Y1', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y2', 'Y2', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y3', 'Y3', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y4', 'Y4', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y5', 'Y5', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y6', 'Y6', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y7', 'Y7', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y8', 'Y8', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['y9', 'Y9', { status: 'delivered', kind: 'dwelling', registered: '100' }],
      ['p0 p1', 'Y0', { status: 'delivered', kind: 'parking', registered: '12.5' }],
      ['p2 p3', 'Y1', { status: 'delivered', kind: 'parking', registered: '12.5' }],
      ['p4 p5', 'Y2', { status: 'delivered', kind: 'parking', registered: '12.5' }],
      ['p6 p7', 'Y3', { status: 'delivered', kind: 'parking', registered: '12.5' }],
      ['p8 p9', 'Y4', { status: 'delivered', kind: 'parking', registered: '12.5' }],
      ['p10 p11', 'Y5', { status: 'delivered', kind: 'parking', registered: '12.5' }],
      ['p12 p13', 'Y6', { status: 'delivered', kind: 'parking', registered: '12.5' }],
      ['p14 p15', 'Y7', { status: 'delivered', kind: 'parking', registered: '12.5' }],
      ['p16 p17', 'Y8', { status: 'delivered', kind: 'parking', registered: '12.5' }],
      ['p18 p19', 'Y9', { status: 'delivered', kind: 'parking', registered: '12.5' }],
      [
        'q0 q1 q2 q3 q4 q5 q6 q7 q8 q9 q10 q11 q12 q13 q14 q15 q16 q17 q18 q19',
        'DEV',
        { status: 'unsold', kind: 'parking', surveyed: '12.5' },
      ],
    ],
    expect: { totalArea: '1500.00', totalHeads: 10 },
  },
  {
    id: 'U07',
    title: 'a company with four shops is one head',
    parking: 'exclude',
    units: [
      ['s0 s1 s2 s3', 'CO', { status: 'delivered', kind: 'shop', registered: '50' }],
      ['y', 'Y', { status: 'delivered', kind: 'dwelling', registered: '100' }],
    ],
    expect: { totalArea: '300.00', totalHeads: 2 },
  },
]
