import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { localTimeOf } from '#app/domain/calendar/local-date.ts'
import type { Room } from '#app/domain/meetings/meeting.ts'
import {
  DEFAULT_SPEAKING_RULES,
  SPEAKING_RULES_2026_2,
  startingRules,
} from '#app/domain/meetings/speaking-rules.ts'
import { accounts } from '#db/schema/accounts.ts'
import { meetings, meetingSeries } from '#db/schema/meetings.ts'
import { memberships } from '#db/schema/organisation.ts'
import { aDraft, staff, staffRiverside } from '#tests/helpers/session-setting.ts'
import { test } from '#tests/helpers/test-database.ts'
import { getPlan } from './get-plan.server.ts'
import { planOccurrence } from './plan-occurrence.server.ts'
import { saveAgenda, type AgendaDraft } from './save-agenda.server.ts'
import { saveInvitees } from './save-invitees.server.ts'
import { saveRoom } from './save-room.server.ts'
import { saveRules } from './save-rules.server.ts'
import { saveTime } from './save-time.server.ts'

const decision: AgendaDraft = {
  id: null,
  kind: 'decision',
  title: '充电棚选址',
  minutes: 30,
  matterId: null,
  topicType: 'soft-matter',
  proposal: '设在3幢北侧',
  method: 'ballot',
}

describe('[S14] a draft begins with what can be guessed', () => {
  test('the next free 19:30, every side but those who lead, the two fixed parts', async ({
    db,
    services,
  }) => {
    await staffRiverside(db)
    const lin = await staff(db, 'lin')
    const plan = await getPlan(services, lin, await aDraft(services, lin))
    expect(plan?.startsAt).toEqual(new Date('2026-11-29T19:30:00+08:00'))
    expect(plan).toMatchObject({ chairId: 'lin', recorderId: 'xu', number: 1, revision: 1 })
    expect(plan?.invitees.map((each) => `${each.personId} ${each.canVote}`)).toEqual([
      'su true',
      'wang true',
      'lai true',
      'huang true',
      'gao false',
      'officer false',
    ])
    expect(plan?.items.map((item) => item.kind)).toEqual(['report-back', 'open-floor'])
    // This compound has no hall, and nobody has said where.
    expect(plan?.problems).toEqual([{ code: 'venue-missing', step: 'room' }])
  })

  test('the evening after, when that one is taken', async ({ db, services }) => {
    await staffRiverside(db)
    const lin = await staff(db, 'lin')
    await aDraft(services, lin)
    const second = await getPlan(services, lin, await aDraft(services, lin))
    expect(second?.startsAt).toEqual(new Date('2026-11-30T19:30:00+08:00'))
  })
})

describe('[S15] who saves second is told, and nothing is overwritten', () => {
  test('a stale revision', async ({ db, services }) => {
    await staffRiverside(db)
    const lin = await staff(db, 'lin')
    const meetingId = await aDraft(services, lin)
    const save = (items: AgendaDraft[]) =>
      saveAgenda(services, lin, { meetingId, revision: 1, items })
    expect(await save([decision])).toEqual({ ok: true, value: { revision: 2 } })
    expect(await save([])).toEqual({ ok: false, refusal: { code: 'stale', revision: 2 } })
    expect((await getPlan(services, lin, meetingId))?.items.map((item) => item.title)).toEqual([
      '充电棚选址',
    ])
  })
})

describe('[P5] not yours and not there look the same', () => {
  test('a cadre of another community, and a town, find no plan', async ({ db, services }) => {
    await staffRiverside(db)
    const meetingId = await aDraft(services, await staff(db, 'lin'))
    for (const login of ['wu', 'fang'] as const) {
      const other = await staff(db, login)
      expect(await getPlan(services, other, meetingId)).toBeNull()
      expect(await saveAgenda(services, other, { meetingId, revision: 1, items: [] })).toEqual({
        ok: false,
        refusal: { code: 'no-such-session' },
      })
    }
  })

  test('a talk room is there for who chairs and records it, and for nobody else', async ({
    db,
    services,
  }) => {
    await staffRiverside(db)
    const lin = await staff(db, 'lin')
    const meetingId = await aDraft(services, lin, 'talkroom')
    expect(await getPlan(services, lin, meetingId)).not.toBeNull()
    await db.update(meetings).set({ chairId: 'wu' }).where(eq(meetings.id, meetingId))
    expect(await getPlan(services, lin, meetingId)).toBeNull()
  })
})

describe('[S16] only people of the roster are asked, and officers are staff', () => {
  test('somebody else is refused', async ({ db, services }) => {
    await staffRiverside(db)
    const lin = await staff(db, 'lin')
    const meetingId = await aDraft(services, lin)
    const save = (membershipId: string, chairId: string) =>
      saveInvitees(services, lin, {
        meetingId,
        revision: 1,
        wanted: [{ membershipId, canVote: true }],
        chairId,
        recorderId: null,
      })
    expect(await save('m-nobody', 'lin')).toMatchObject({ refusal: { code: 'not-on-roster' } })
    expect(await save('m-wang', 'wang')).toMatchObject({ refusal: { code: 'no-such-officer' } })
    // Xu worked here, and has left.
    await db.update(accounts).set({ disabledAt: new Date() }).where(eq(accounts.personId, 'xu'))
    expect(await save('m-gao', 'xu')).toMatchObject({ refusal: { code: 'no-such-officer' } })
    expect(await save('m-gao', 'lin')).toMatchObject({ ok: true })
    // The committees speak and do not vote, whatever the form says.
    const plan = await getPlan(services, lin, meetingId)
    expect(plan?.invitees).toMatchObject([{ personId: 'gao', canVote: false }])
  })
})

describe('[S10] as what somebody is asked', () => {
  test('whoever has no part of their own can be an expert or a supervisor, and nobody else', async ({
    db,
    services,
  }) => {
    await staffRiverside(db)
    await db.update(memberships).set({ side: 'others' }).where(eq(memberships.id, 'm-officer'))
    const lin = await staff(db, 'lin')
    const meetingId = await aDraft(services, lin)
    const saved = await saveInvitees(services, lin, {
      meetingId,
      revision: 1,
      wanted: [
        { membershipId: 'm-officer', canVote: true, guestAs: 'expert' },
        { membershipId: 'm-wang', canVote: true, guestAs: 'supervisor' },
      ],
      chairId: 'lin',
      recorderId: 'xu',
    })
    expect(saved).toMatchObject({ ok: true })
    const plan = await getPlan(services, lin, meetingId)
    expect(
      plan?.invitees.map(({ personId, role, canVote }) => [personId, role, canVote]),
    ).toEqual(
      expect.arrayContaining([
        ['officer', 'expert', false],
        ['wang', 'delegate', true],
      ]),
    )
  })
})

describe('[M43] the rules of a plan', () => {
  const { version: _version, ...switches } = DEFAULT_SPEAKING_RULES

  test('a new one has the newest set, in which a turn ends by itself', async ({
    db,
    services,
  }) => {
    await staffRiverside(db)
    const lin = await staff(db, 'lin')
    const plan = await getPlan(services, lin, await aDraft(services, lin))
    expect(plan?.rules).toEqual(DEFAULT_SPEAKING_RULES)
    expect(plan?.rules.hardStop).toBe(true)
  })

  test('one of an older set is as it was, until somebody saves it with the switches of today', async ({
    db,
    services,
  }) => {
    await staffRiverside(db)
    const lin = await staff(db, 'lin')
    const meetingId = await aDraft(services, lin)
    const { hardStop: _hardStop, ...older } = SPEAKING_RULES_2026_2
    await db.update(meetings).set({ rules: older }).where(eq(meetings.id, meetingId))
    expect((await getPlan(services, lin, meetingId))?.rules).toEqual(SPEAKING_RULES_2026_2)
    const rules = { ...switches, hardStop: false }
    await saveRules(services, lin, { meetingId, revision: 1, rules, secrecy: [] })
    expect((await getPlan(services, lin, meetingId))?.rules).toEqual({
      ...DEFAULT_SPEAKING_RULES,
      hardStop: false,
    })
  })
})

test('[M43] over tea and between neighbours nobody is stopped by a clock, unless the convener wants it', async ({
  db,
  services,
}) => {
  await staffRiverside(db)
  const lin = await staff(db, 'lin')
  const meetingId = await aDraft(services, lin)
  const moveTo = async (room: Room) => {
    const plan = await getPlan(services, lin, meetingId)
    const moved = await saveRoom(services, lin, {
      ...{ meetingId, revision: plan?.revision ?? 0, room, body: 'deliberation' },
      ...{ compoundId: plan?.compoundId ?? '', venue: '' },
    })
    expect(moved).toMatchObject({ ok: true })
    return (await getPlan(services, lin, meetingId))?.rules
  }
  expect(await moveTo('tearoom')).toEqual({ ...DEFAULT_SPEAKING_RULES, hardStop: false })
  expect(await moveTo('talkroom')).toMatchObject({ hardStop: false })
  expect(await moveTo('council')).toMatchObject({ hardStop: true })
  for (const [room, hardStop] of [
    ['council', true],
    ['tearoom', false],
    ['talkroom', false],
  ] as const)
    expect(startingRules(room).hardStop).toBe(hardStop)
})

describe('[S3] one occurrence changes alone', () => {
  test('a weekly series, its second session planned and moved', async ({ db, services }) => {
    await staffRiverside(db)
    const lin = await staff(db, 'lin')
    const meetingId = await aDraft(services, lin)
    const startsAt = new Date('2026-12-03T19:30:00+08:00')
    await saveTime(services, lin, {
      meetingId,
      revision: 1,
      startsAt,
      durationMinutes: 90,
      repeats: 'weekly',
    })
    const at = new Date('2026-12-10T19:30:00+08:00')
    const planned = await planOccurrence(services, lin, { meetingId, at })
    if (!planned.ok) throw new Error(planned.refusal.code)
    expect(await planOccurrence(services, lin, { meetingId, at })).toEqual(planned)
    expect(
      await planOccurrence(services, lin, {
        meetingId,
        at: new Date('2026-12-11T19:30:00+08:00'),
      }),
    ).toMatchObject({ refusal: { code: 'no-such-occurrence' } })

    const second = planned.value.meetingId
    await saveTime(services, lin, {
      meetingId: second,
      revision: 1,
      startsAt: new Date('2026-12-11T20:00:00+08:00'),
      durationMinutes: 90,
      repeats: 'weekly',
    })
    const [series] = await db.select().from(meetingSeries)
    expect(series).toMatchObject({ rrule: 'FREQ=WEEKLY;BYDAY=TH', startsAt })
    const plan = await getPlan(services, lin, second)
    expect(localTimeOf(plan?.startsAt ?? new Date(0))).toBe('20:00')
    expect(plan?.series).toMatchObject({ first: false })
    expect(plan?.invitees).toHaveLength(6)
  })

  test('a series that is given up before anything hangs on it leaves no row', async ({
    db,
    services,
  }) => {
    await staffRiverside(db)
    const lin = await staff(db, 'lin')
    const meetingId = await aDraft(services, lin)
    const time = { meetingId, startsAt: new Date('2026-12-03T11:30:00Z'), durationMinutes: 90 }
    await saveTime(services, lin, { ...time, revision: 1, repeats: 'monthly' })
    await saveTime(services, lin, { ...time, revision: 2, repeats: 'once' })
    expect(await db.select().from(meetingSeries)).toEqual([])
  })
})
