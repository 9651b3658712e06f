import { describe, expect, test } from 'vitest'
import type { Side } from '#app/domain/organisation/side.ts'
import { GUEST_ROLES, proposeInvitees, seatOf } from './propose-invitees.ts'

const roster: { personId: string; side: Side }[] = [
  { personId: 'wang', side: 'residents' },
  { personId: 'huang', side: 'residents' },
  { personId: 'chen', side: 'property' },
  { personId: 'huang', side: 'owners' },
  { personId: 'lin', side: 'committees' },
  { personId: 'xu', side: 'committees' },
  { personId: 'gao', side: 'committees' },
  { personId: 'liu', side: 'committees' },
  { personId: 'wu', side: 'police' },
  { personId: 'lift', side: 'others' },
]

const who = (room: 'council' | 'tearoom' | 'talkroom') =>
  proposeInvitees(room, roster, ['lin', 'xu', null]).map(
    ({ personId, side }) => `${personId} ${side}`,
  )

describe('[S9] invitees are proposed from the roster by side', () => {
  test('a council session asks every side, one of the committees, and nobody twice', () => {
    expect(who('council')).toEqual([
      'wang residents',
      'huang residents',
      'chen property',
      'gao committees',
      'wu police',
    ])
  })

  test('a tea room asks those who have to answer', () => {
    expect(who('tearoom')).toEqual(['chen property', 'gao committees', 'wu police'])
  })

  test('a talk room proposes nobody', () => {
    expect(who('talkroom')).toEqual([])
  })
})

test.each<[Side, 'council' | 'tearoom', boolean, string]>([
  ['residents', 'council', true, 'delegate'],
  ['property', 'council', true, 'delegate'],
  ['owners', 'council', true, 'delegate'],
  ['committees', 'council', false, 'delegate'],
  ['police', 'council', false, 'delegate'],
  ['others', 'council', false, 'observer'],
  ['residents', 'tearoom', false, 'delegate'],
])('[S10] %s at a %s: vote %s, as %s', (side, room, canVote, role) => {
  expect(seatOf(side, room)).toEqual({ side, role, canVote })
})

test.each(GUEST_ROLES)('[S10] whoever has no part of their own can be asked as %s', (role) => {
  expect(seatOf('others', 'council', 'deliberation', role)).toEqual({
    side: 'others',
    role,
    canVote: false,
  })
  // Nobody with a part of their own is made a guest.
  expect(seatOf('residents', 'council', 'deliberation', role).role).toBe('delegate')
})
