import { sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { BallotId, SeatId } from '#app/domain/shared/ids.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { ConvenedBy } from '#app/domain/voting/convened-body.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { draftMinutes } from '#app/domain/records/draft-minutes.ts'
import { isConvenedBy } from '#app/domain/voting/convened-body.ts'
import type { NewLocalRule } from '#app/domain/voting/new-local-profile.ts'
import { recountFile } from '#app/domain/voting/recount-file.ts'
import { writeBallotRecord } from '#app/domain/voting/write-ballot-record.ts'
import { actInMeeting } from '#app/services/meetings/act-in-meeting.server.ts'
import { conveneMeeting } from '#app/services/meetings/convene-meeting.server.ts'
import { loadMeeting } from '#app/services/meetings/load-meeting.server.ts'
import {
  addLocalRule,
  addNewLocalRule,
  listRules,
  removeLocalRule,
} from '#app/services/rules/local-rules.server.ts'
import { memberships, people } from '#db/schema/organisation.ts'
import { agendaItems } from '#db/schema/meetings.ts'
import { seat } from '#tests/helpers/meeting-setting.ts'
import { aDraft, staff, staffRiverside } from '#tests/helpers/session-setting.ts'
import { describeEachDatabase, test } from '#tests/helpers/test-database.ts'
import { getBallotRecord } from '#app/services/voting/get-ballot-record.server.ts'
import { castVote } from '#app/services/voting/cast-vote.server.ts'
import { createDraft } from './create-draft.server.ts'
import { getPlan } from './get-plan.server.ts'
import { saveInvitees } from './save-invitees.server.ts'
import { saveRoom } from './save-room.server.ts'

/** A draft that is convened as a body, with 4 residents, and a decision on a topic of the community's. */
async function draftOf(services: Services, as: ConvenedBy) {
  await staffRiverside(services.db)
  const more = ['ren', 'qiu']
  await services.db
    .insert(people)
    .values(
      more.map((id) => ({ id, name: id, communityId: 'riverside', honorific: 'ms' as const })),
    )
  await services.db.insert(memberships).values(
    more.map((id) => ({
      ...{ id: `m-${id}`, personId: id, bodyId: 'table', side: 'residents' as const },
      ...{ title: '居民代表', titleEn: 'Rep', compoundId: 'lanxi', validFrom: '2026-01-01' },
    })),
  )
  const lin = await staff(services.db, 'lin')
  const meetingId = await aDraft(services, lin)
  const saved = await saveRoom(services, lin, {
    ...{
      meetingId,
      revision: 1,
      room: 'council',
      body: as,
      compoundId: 'lanxi',
      venue: '二楼',
    },
  })
  if (!saved.ok) throw new Error(saved.refusal.code)
  await services.db.insert(agendaItems).values({
    ...{ id: 'vote', meetingId, position: 9, kind: 'decision', title: '居民公约', minutes: 20 },
    ...{ topicType: 'residents-covenant', proposal: '通过修订的居民公约' },
    ...{ method: 'ballot', secrecy: 'open' },
  })
  return { lin, meetingId }
}

/** Asks these lines of the roster, all with a vote, and gives the plan afterwards. */
async function ask(
  services: Services,
  viewer: StaffViewer,
  meetingId: string,
  ids: readonly string[],
) {
  const plan = await getPlan(services, viewer, meetingId)
  if (!plan) throw new Error('No plan')
  const saved = await saveInvitees(services, viewer, {
    ...{
      meetingId,
      revision: plan.revision,
      chairId: plan.chairId,
      recorderId: plan.recorderId,
    },
    wanted: ids.map((id) => ({ membershipId: `m-${id}`, canVote: true })),
  })
  if (!saved.ok) throw new Error(saved.refusal.code)
  const asked = await getPlan(services, viewer, meetingId)
  if (!asked) throw new Error('No plan')
  return asked
}

const send = (services: Services, viewer: StaffViewer, meetingId: string, revision: number) =>
  conveneMeeting(services, viewer, { meetingId, revision })

describe('[V30] what a body is asked to', () => {
  test('only its members are proposed, and a vote cannot be given to others', async ({
    services,
  }) => {
    const { lin, meetingId } = await draftOf(services, 'residents-reps-meeting')
    const plan = await getPlan(services, lin, meetingId)
    expect(new Set(plan?.invitees.map(({ side }) => side))).toEqual(
      new Set(['residents', 'committees']),
    )
    const asked = await ask(services, lin, meetingId, ['wang', 'su', 'ren', 'qiu', 'lai'])
    expect(asked.invitees.find(({ side }) => side === 'property')).toMatchObject({
      role: 'observer',
      canVote: false,
    })
  })

  test('a tea room is nobody’s meeting', async ({ services }) => {
    await staffRiverside(services.db)
    const lin = await staff(services.db, 'lin')
    const meetingId = await aDraft(services, lin)
    await saveRoom(services, lin, {
      ...{ meetingId, revision: 1, room: 'tearoom', body: 'residents-meeting' },
      ...{ compoundId: 'lanxi', venue: '' },
    })
    expect(await getPlan(services, lin, meetingId)).toMatchObject({ body: 'deliberation' })
  })
})

describeEachDatabase('the meeting of a body', (it) => {
  it('[V19, V31] representatives are too few, then enough; what it votes is a 决议', async ({
    services,
  }) => {
    const { lin, meetingId } = await draftOf(services, 'residents-reps-meeting')
    const few = await ask(services, lin, meetingId, ['wang', 'su', 'ren', 'gao'])
    expect(few.problems).toContainEqual({
      code: 'composition-not-met',
      step: 'invitees',
      figures: { need: 4, have: 3 },
    })
    expect(await send(services, lin, meetingId, few.revision)).toEqual({
      ok: false,
      refusal: { code: 'composition-not-met' },
    })

    const enough = await ask(services, lin, meetingId, ['wang', 'su', 'ren', 'qiu', 'gao'])
    expect(enough.problems).toEqual([])
    expect(await send(services, lin, meetingId, enough.revision)).toMatchObject({ ok: true })
    let keys = 0
    const act = (command: Parameters<typeof actInMeeting>[2]['command']) =>
      actInMeeting(services, lin, { meetingId, key: `body-key-${++keys}`, command })
    await act({ type: 'open-doors' })
    const seats = (await loadMeeting(services, meetingId))?.state.seats ?? []
    for (const { id } of seats) {
      await act({ type: 'set-present', seatId: id, reason: '当面核对' })
    }
    expect(await act({ type: 'open', overrideReason: null })).toMatchObject({ ok: true })
    await act({ type: 'start-item', itemId: 'vote' as never })
    await act({ type: 'make-last-call' })
    const vote = { type: 'open-ballot', secrecy: 'open', seconds: 60 } as const
    expect(await act(vote)).toMatchObject({ refusal: { code: 'party-review-missing' } })
    const on = (await loadMeeting(services, meetingId))?.state.body?.noticeOn ?? ''
    await act({ type: 'record-party-review', by: '社区党委', on, opinion: '同意' })
    expect(await act(vote)).toMatchObject({ ok: true })
    expect((await loadMeeting(services, meetingId))?.state.ballot).toMatchObject({
      rule: { id: 'residents-reps-meeting' },
      label: 'resolution',
    })
  })

  it('[V36] two of four are not more than half of an owners’ committee, though one of it stands back', async ({
    services,
    db,
  }) => {
    const { lin, meetingId } = await draftOf(services, 'owners-committee')
    const members = ['one', 'two', 'three', 'four']
    await db.insert(people).values(
      members.map((id) => ({
        ...{ id, name: id, communityId: 'riverside', honorific: 'ms' as const },
      })),
    )
    await db.insert(memberships).values(
      members.map((id) => ({
        ...{ id: `m-${id}`, personId: id, bodyId: 'table', side: 'owners' as const },
        ...{ title: '委员', titleEn: 'Member', compoundId: 'lanxi', validFrom: '2026-01-01' },
      })),
    )
    const plan = await ask(services, lin, meetingId, members)
    expect(await send(services, lin, meetingId, plan.revision)).toMatchObject({ ok: true })
    let keys = 0
    const act = async (command: Parameters<typeof actInMeeting>[2]['command']) => {
      const key = `body-key-${++keys}`
      const acted = await actInMeeting(services, lin, { meetingId, key, command })
      if (!acted.ok) throw new Error(`${command.type}: ${acted.refusal.code}`)
    }
    const state = async () => {
      const loaded = await loadMeeting(services, meetingId)
      if (!loaded) throw new Error('No meeting')
      return loaded.state
    }
    await act({ type: 'open-doors' })
    const seats = (await state()).seats.map(({ id }) => id)
    for (const seatId of seats) {
      await act({ type: 'set-present', seatId, reason: '当面核对' })
    }
    await act({ type: 'open', overrideReason: null })
    await act({ type: 'start-item', itemId: 'vote' as never })
    const [first, second, third, fourth] = seats
    if (!first || !second || !third || !fourth) throw new Error('Not four')
    await act({
      type: 'flag-conflict',
      seatId: fourth,
      itemId: 'vote' as never,
      reason: '亲属',
    })
    await act({ type: 'make-last-call' })
    await act({ type: 'open-ballot', secrecy: 'open', seconds: 60 })
    const ballot = (await state()).ballot
    expect(ballot).toMatchObject({ roll: [first, second, third], standingBack: [fourth] })
    const ballotId = ballot?.ballotId as BallotId
    const vote = (seatId: SeatId, choice: 'yes' | 'no') =>
      castVote(
        services,
        { ...seat('', meetingId), seatId },
        {
          ...{ meetingId, ballotId, choice, key: `key-of-${seatId}`, origin: 'phone' as const },
        },
      )
    expect(await vote(first, 'yes')).toMatchObject({ ok: true })
    expect(await vote(second, 'yes')).toMatchObject({ ok: true })
    expect(await vote(third, 'no')).toMatchObject({ ok: true })
    expect(await vote(fourth, 'yes')).toMatchObject({ refusal: { code: 'not-on-roll' } })
    await act({ type: 'close-ballot', ballotId })
    const { verdict } = (await state()).ballot ?? {}
    expect(verdict).toMatchObject({
      quorumMet: true,
      passed: false,
      counts: { heads: { roll: '4', present: '4', participating: '3', yes: '2' } },
    })
    const source = await getBallotRecord(services, ballotId)
    if (!source) throw new Error('There is no record')
    const recounted = recountFile([...writeBallotRecord(source)].join(''))
    expect(recounted).toMatchObject({ value: { recount: { difference: null } } })
  })

  it('[V29, V30] the notice freezes the county’s rule of the day, which then stays', async ({
    services,
    db,
  }) => {
    const { lin, meetingId } = await draftOf(services, 'residents-reps-meeting')
    const county: StaffViewer = { ...lin, role: 'county', scopeId: 'county' }
    const plan = await ask(services, lin, meetingId, ['wang', 'su', 'ren', 'qiu', 'gao'])
    const added = await addLocalRule(services, county, {
      ...{ profileId: 'residents-reps-meeting', title: '安溪县居民代表会议办法', article: '7' },
      effectiveFrom: plan.startsAt.toISOString().slice(0, 10),
      quorum: { share: [3, 4], strict: false },
      pass: { share: [2, 3], strict: false },
      ...{ noticeDays: null, ownSystemLawful: false },
    })
    expect(added).toEqual({ ok: true, value: null })
    expect(await send(services, lin, meetingId, plan.revision)).toMatchObject({ ok: true })
    expect((await loadMeeting(services, meetingId))?.state.body).toMatchObject({
      as: 'residents-reps-meeting',
      profile: { region: '350524', rule: { quorum: { share: [3, 4] } } },
    })
    const first = { profileId: 'residents-reps-meeting', version: 1 }
    expect(await removeLocalRule(services, county, first)).toMatchObject({
      refusal: { code: 'rule-in-use' },
    })
    expect((await listRules(services, county))?.local).toMatchObject([{ used: true }])
    await expect(
      db.execute(sql`update rule_profile set profile = '{}'::jsonb where version = 1`),
    ).rejects.toThrow()
  })
})

/** A consultation of stairwells, as a county writes it down. */
const STAIRWELL_TALK: NewLocalRule = {
  kin: 'deliberation',
  name: { zh: '楼道议事会', en: 'Stairwell council' },
  topicTypes: [],
  ...{ title: '安溪县楼道议事办法', article: '5', effectiveFrom: '2026-11-26' },
  quorum: { share: [1, 2], strict: true },
  pass: { share: [3, 5], strict: false },
  passOf: 'participating',
  noticeDays: null,
  ...{ needsPartyReview: false, needsEverySide: false, repsShare: null },
  ...{ scopes: ['compound'], ownSystemLawful: false },
}

describeEachDatabase('a rule of the county’s own', (it) => {
  it('[V34] is convened by, told by its name, and makes no 决议; used, it stays', async ({
    services,
    db,
  }) => {
    const { lin, meetingId } = await draftOf(services, 'deliberation')
    const county: StaffViewer = { ...lin, role: 'county', scopeId: 'county' }
    expect(await addNewLocalRule(services, county, STAIRWELL_TALK)).toMatchObject({ ok: true })
    const before = await getPlan(services, lin, meetingId)
    const [rule] = before?.localRules ?? []
    if (!before || !rule || !isConvenedBy(rule.id)) throw new Error('No rule to convene by')
    expect(rule.name).toEqual({ zh: '楼道议事会', en: 'Stairwell council' })
    await saveRoom(services, lin, {
      ...{ meetingId, revision: before.revision, room: 'council', body: rule.id },
      ...{ compoundId: 'lanxi', venue: '二楼' },
    })
    const plan = await ask(services, lin, meetingId, ['wang', 'su', 'ren', 'qiu', 'gao'])
    expect(plan).toMatchObject({ problems: [], profile: { id: rule.id } })
    expect(await send(services, lin, meetingId, plan.revision)).toMatchObject({ ok: true })
    const convened = (await loadMeeting(services, meetingId))?.state
    expect(convened?.body).toMatchObject({ as: 'deliberation', profile: { name: rule.name } })

    let keys = 0
    const act = (command: Parameters<typeof actInMeeting>[2]['command']) =>
      actInMeeting(services, lin, { meetingId, key: `own-key-${++keys}`, command })
    await act({ type: 'open-doors' })
    for (const { id } of convened?.seats ?? []) {
      await act({ type: 'set-present', seatId: id, reason: '当面核对' })
    }
    expect(await act({ type: 'open', overrideReason: null })).toMatchObject({ ok: true })
    await act({ type: 'start-item', itemId: 'vote' as never })
    await act({ type: 'make-last-call' })
    expect(await act({ type: 'open-ballot', secrecy: 'open', seconds: 60 })).toMatchObject({
      ok: true,
    })
    const ballot = (await loadMeeting(services, meetingId))?.state.ballot
    expect(ballot).toMatchObject({
      // The session asks for two thirds, which is more than its county does.
      rule: { id: rule.id, quorum: { share: [2, 3] }, pass: { of: 'participating' } },
      label: 'recommendation',
    })
    if (ballot) await act({ type: 'close-ballot', ballotId: ballot.ballotId })
    const record = await getBallotRecord(services, ballot?.ballotId ?? '')
    expect(record?.about).toMatchObject({
      named: { name: rule.name, legalBasis: '《安溪县楼道议事办法》第5条' },
      label: 'recommendation',
    })
    const text = record ? [...writeBallotRecord(record)].join('') : ''
    expect(recountFile(text)).toMatchObject({
      value: { recount: { rule: { id: rule.id }, about: { named: { name: rule.name } } } },
    })
    const log = await loadMeeting(services, meetingId)
    const minutes = log && draftMinutes(log.state, log.events, null)
    expect(minutes?.body).toMatchObject({ as: 'deliberation', name: rule.name })
    expect(minutes?.items.find(({ itemId }) => itemId === 'vote')?.ballot).toMatchObject({
      named: { name: rule.name, legalBasis: '《安溪县楼道议事办法》第5条' },
    })

    const first = { profileId: rule.id, version: 1 }
    expect(await removeLocalRule(services, county, first)).toMatchObject({
      refusal: { code: 'rule-in-use' },
    })
    await expect(
      db.execute(sql`update rule_profile set profile = '{}'::jsonb where version = 1`),
    ).rejects.toThrow()
    // A new version of it is dated, keeps its name, and leaves what was convened as it was.
    const stricter = {
      ...{ profileId: rule.id, title: '安溪县楼道议事办法', article: '6' },
      ...{ effectiveFrom: '2026-12-01', quorum: null, noticeDays: 3, ownSystemLawful: false },
      pass: { share: [2, 3], strict: false },
    } as const
    expect(await addLocalRule(services, county, stricter)).toMatchObject({ ok: true })
    expect((await listRules(services, county))?.local).toMatchObject([
      { used: true, profile: { version: 1 } },
      { used: false, profile: { version: 2, name: rule.name, noticeDays: 3 } },
    ])
  })

  it('[V34] one that was taken back, or does not hold yet, convenes nothing', async ({
    services,
  }) => {
    const { lin, meetingId } = await draftOf(services, 'deliberation')
    const county: StaffViewer = { ...lin, role: 'county', scopeId: 'county' }
    await addNewLocalRule(services, county, {
      ...STAIRWELL_TALK,
      effectiveFrom: '2027-06-01',
    })
    const before = await getPlan(services, lin, meetingId)
    const [rule] = before?.localRules ?? []
    if (!before || !rule || !isConvenedBy(rule.id)) throw new Error('No rule to convene by')
    await saveRoom(services, lin, {
      ...{ meetingId, revision: before.revision, room: 'council', body: rule.id },
      ...{ compoundId: 'lanxi', venue: '二楼' },
    })
    const convene = async () => {
      const plan = await ask(services, lin, meetingId, ['wang', 'su', 'gao'])
      expect(plan.problems).toEqual([{ code: 'rule-not-in-force', step: 'room' }])
      return send(services, lin, meetingId, plan.revision)
    }
    expect(await convene()).toEqual({ ok: false, refusal: { code: 'rule-not-in-force' } })
    const first = { profileId: rule.id, version: 1 }
    expect(await removeLocalRule(services, county, first)).toMatchObject({ ok: true })
    expect(await convene()).toEqual({ ok: false, refusal: { code: 'rule-not-in-force' } })
  })
})

test('[V15] what a session could only recommend begins the plan of the body that decides it', async ({
  services,
}) => {
  await staffRiverside(services.db)
  const lin = await staff(services.db, 'lin')
  const about = {
    ...{ title: '居民公约', proposal: '通过修订的居民公约', matterId: null },
    topicType: 'residents-covenant' as const,
  }
  const draft = async (room: 'council' | 'tearoom') => {
    const created = await createDraft(services, lin, {
      ...{ communityId: 'riverside', compoundId: 'lanxi', room, venue: '', about },
      body: 'residents-reps-meeting',
      parts: { opening: '开场', closing: '自由发言' },
    })
    if (!created.ok) throw new Error(created.refusal.code)
    const plan = await getPlan(services, lin, created.value.meetingId)
    return { body: plan?.body, items: plan?.items ?? [] }
  }
  expect(await draft('council')).toMatchObject({
    body: 'residents-reps-meeting',
    items: [
      { title: '开场' },
      { ...about, kind: 'decision', method: 'ballot' },
      { title: '自由发言' },
    ],
  })
  // A tea room decides nothing.
  expect((await draft('tearoom')).items).toHaveLength(2)
})
