import { describe, expect, test } from 'vitest'
import { can, type Action, type Subjects } from './can.ts'
import { GUEST, type StaffRole, type StaffViewer, type Viewer } from './viewer.ts'

const staff = (role: StaffRole, personId: string, communityIds = ['hebin']): StaffViewer => ({
  kind: 'staff',
  accountId: `account-${personId}`,
  personId,
  name: personId,
  role,
  scopeId: role === 'county' ? 'anxi' : role === 'town' ? 'fengcheng' : (communityIds[0] ?? ''),
  communityIds,
})

const WHO = {
  guest: GUEST,
  screen: { kind: 'screen', meetingId: 'm1', communityId: 'hebin', linkVersion: 1 },
  seat: {
    kind: 'seat',
    meetingId: 'm1',
    seatId: 's1',
    personId: 'resident',
    communityId: 'hebin',
    linkVersion: 1,
  },
  'another seat': {
    kind: 'seat',
    meetingId: 'm1',
    seatId: 's2',
    personId: 'neighbour',
    communityId: 'hebin',
    linkVersion: 1,
  },
  cadre: staff('cadre', 'chair'),
  'another cadre': staff('cadre', 'deputy'),
  recorder: staff('recorder', 'recorder'),
  'cadre elsewhere': staff('cadre', 'stranger', ['chengxi']),
  town: staff('town', 'town', ['hebin', 'chengxi']),
  county: staff('county', 'county', ['hebin', 'chengxi']),
} satisfies Record<string, Viewer>

type Who = keyof typeof WHO

const session = (room: 'council' | 'tearoom' | 'talkroom') => ({
  id: 'm1',
  communityId: 'hebin',
  room,
  chairId: 'chair',
  recorderId: 'recorder',
})

const DESK: Who[] = ['cadre', 'another cadre', 'recorder']
const CADRES: Who[] = ['cadre', 'another cadre']
const hebin = { communityId: 'hebin' }

type Row = { [Name in Action]: [Name, Subjects[Name], Who[]] }[Action]

/** Every action with everybody who may. Whoever is not named may not. */
const GRID: Row[] = [
  ['see-desk', hebin, DESK],
  ['see-aggregates', { scopeId: 'fengcheng' }, ['town']],
  ['see-aggregates', { scopeId: 'anxi' }, ['county']],
  ['see-owners-votes', hebin, DESK],
  ['run-owners-vote', hebin, CADRES],
  ['read-papers', hebin, DESK],
  ['add-rules', { scopeId: 'anxi' }, ['county']],
  ['see-aggregates', { scopeId: 'hebin' }, []],
  ['convene', hebin, DESK],
  ['see-plan', session('council'), DESK],
  ['edit-plan', session('council'), DESK],
  ['move-session', session('council'), DESK],
  ['cancel-session', session('council'), CADRES],
  ['see-roster', hebin, DESK],
  ['edit-roster', hebin, DESK],
  ['edit-community', hebin, CADRES],
  ['copy-links', session('council'), DESK],
  ['open-console', session('tearoom'), DESK],
  ['show-screen', session('council'), DESK],
  ['answer-invitation', { meetingId: 'm1', seatId: 's1' }, ['seat']],
  ['answer-invitation', { meetingId: 'm2', seatId: 's1' }, []],
  ['edit-minutes', session('council'), DESK],
  ['confirm-minutes', session('council'), DESK],
  ['read-minutes', session('council'), ['seat', 'another seat', ...DESK]],
  ['read-minutes', { ...session('council'), id: 'm2' }, DESK],
  ['propose-correction', session('council'), ['seat', 'another seat']],
  ['propose-correction', { ...session('council'), id: 'm2' }, []],
  ['publish-resolution', session('council'), CADRES],
  ['withdraw-resolution', hebin, CADRES],
  ['see-matters', hebin, DESK],
  ['screen-matters', hebin, DESK],
  ['assign-task', hebin, DESK],
  ['record-visit', hebin, DESK],
  ['keep-register', hebin, DESK],
  ['freeze-roll', hebin, CADRES],
  // A talk room: only those who run it, in all it has.
  ['see-plan', session('talkroom'), ['cadre', 'recorder']],
  ['edit-plan', session('talkroom'), ['cadre', 'recorder']],
  ['move-session', session('talkroom'), ['cadre', 'recorder']],
  ['cancel-session', session('talkroom'), ['cadre']],
  ['copy-links', session('talkroom'), ['cadre', 'recorder']],
  ['open-console', session('talkroom'), ['cadre', 'recorder']],
  ['show-screen', session('talkroom'), []],
  ['edit-minutes', session('talkroom'), ['cadre', 'recorder']],
  ['confirm-minutes', session('talkroom'), ['cadre', 'recorder']],
  ['read-minutes', session('talkroom'), ['seat', 'another seat', 'cadre', 'recorder']],
  ['propose-correction', session('talkroom'), ['seat', 'another seat']],
  ['publish-resolution', session('talkroom'), []],
]

describe('[P1] who is not named for an action may not do it', () => {
  test.each(GRID)('%s of %j', (action, subject, may) => {
    const names = Object.keys(WHO) as Who[]
    const allowed = names.filter((who) => can(WHO[who], action, subject as never))
    expect(allowed).toEqual(names.filter((who) => may.includes(who)))
  })

  test('an action nobody has written a rule for is nobody’s', () => {
    expect(can(WHO.cadre, 'delete-everything' as Action, hebin as never)).toBe(false)
    expect(can(WHO.cadre, 'toString' as Action, hebin as never)).toBe(false)
  })
})
