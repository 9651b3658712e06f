import { expect, test } from 'vitest'
import { wayOn } from './way-on.ts'

const RECOMMENDED = {
  label: 'recommendation',
  nextStep: 'prepare-owners-vote',
  outcome: 'carried',
  withdrawn: false,
  matterId: 'matter-1',
} as const

test.for([
  [{}, { to: 'owners-vote' }],
  [{ outcome: 'consensus' }, { to: 'owners-vote' }],
  [{ label: 'advice', nextStep: 'ask-all-interested-owners' }, { to: 'owners-vote' }],
  [{ nextStep: 'put-to-owners-committee' }, { to: 'session', body: 'owners-committee' }],
  [{ nextStep: 'put-to-residents-meeting' }, { to: 'session', body: 'residents-meeting' }],
  [
    { nextStep: 'put-to-residents-reps-meeting' },
    { to: 'session', body: 'residents-reps-meeting' },
  ],
  [
    { nextStep: 'put-to-village-reps-meeting' },
    { to: 'session', body: 'village-reps-meeting' },
  ],
  [
    { label: 'referral', nextStep: 'refer-to-department' },
    { to: 'refer', matterId: 'matter-1' },
  ],
  [
    { label: 'work-order', nextStep: 'order-work' },
    { to: 'assign', matterId: 'matter-1' },
  ],
  [
    { label: 'referral', nextStep: 'refer-to-department', matterId: null },
    { to: 'register', then: 'refer' },
  ],
  [
    { label: 'work-order', nextStep: 'order-work', matterId: null },
    { to: 'register', then: 'assign' },
  ],
  [{ label: 'agreement', nextStep: 'assign-task' }, null],
  [{ nextStep: null }, null],
  [{ outcome: 'not-carried' }, null],
  [{ outcome: 'quorum-not-met' }, null],
  [{ withdrawn: true }, null],
  [{ label: 'resolution' }, null],
] as const)('[V15] where a recommendation goes on: %o %o', ([changed, way]) => {
  expect(wayOn({ ...RECOMMENDED, ...changed })).toEqual(way)
})
