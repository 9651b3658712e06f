import { asc, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Colour } from '#app/domain/meetings/temperature.ts'
import type { SeatViewer, Viewer } from '#app/domain/permissions/viewer.ts'
import {
  answerTemperature,
  lookAtTemperature,
} from '#app/services/meetings/answer-temperature.server.ts'
import { listOfficers } from '#app/services/meetings/list-officers.server.ts'
import { createDraft } from '#app/services/sessions/create-draft.server.ts'
import { discardDraft } from '#app/services/sessions/discard-draft.server.ts'
import { getPlan } from '#app/services/sessions/get-plan.server.ts'
import { openedSeat } from '#app/services/invitations/opened-seat.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { agendaItems, invitees, meetings } from '#db/schema/meetings.ts'
import { carriedItems, temperatureTallies, temperatureTurnout } from '#db/schema/room.ts'
import {
  CHAIR,
  CONVENER,
  DECIDE,
  MEETING,
  openMeeting,
  RECORDER,
  seat,
  seatId,
  TALK,
} from '#tests/helpers/meeting-setting.ts'
import { describeEachDatabase } from '#tests/helpers/test-database.ts'

const SIX = [1, 2, 3, 4].map((n) => `residents-${n}`).concat('property-1', 'owners-1')

describeEachDatabase('rows beside the log', (test) => {
  test('[M32] one answer each, however often it is sent, and only sums are left', async ({
    services,
    db,
  }) => {
    const room = await openMeeting(services)
    await room.must(CHAIR, { type: 'open-temperature', question: '能接受吗' })
    const checkId = (await room.state()).temperature!.checkId
    const answer = (name: string, colour: Colour, key = `key-of-${name}`) =>
      answerTemperature(services, seat(name), { meetingId: MEETING, checkId, colour, key })
    const look = (viewer: SeatViewer) =>
      lookAtTemperature(services, viewer, { meetingId: MEETING, checkId })

    for (const name of SIX.slice(0, 4))
      expect(await answer(name, 'green')).toMatchObject({ ok: true })
    expect(await answer(SIX[0]!, 'red')).toMatchObject({ ok: true, value: { answers: null } })
    expect(await answer(SIX[0]!, 'red', 'another-key')).toMatchObject({
      refusal: { code: 'already-answered' },
    })
    expect(await look(seat(SIX[4]!))).toEqual({
      ok: true,
      value: { answered: false, answers: null },
    })
    expect(await answer(SIX[4]!, 'yellow')).toMatchObject({ value: { answers: 5 } })
    expect(await look(seat(SIX[0]!))).toEqual({
      ok: true,
      value: { answered: true, answers: 5 },
    })

    await room.must(CHAIR, { type: 'close-temperature', checkId })
    expect((await room.state()).pastTemperatures).toMatchObject([
      { counts: { green: 4, yellow: 1, red: 0 } },
    ])
    expect(await db.select().from(temperatureTurnout)).toEqual([])
    expect(await db.select().from(temperatureTallies)).toEqual([])
    const log = JSON.stringify(
      (await room.log()).events.filter((each) => each.event.type.startsWith('temperature')),
    )
    for (const name of SIX) expect(log).not.toContain(name)
    expect(await answer(SIX[5]!, 'red')).toMatchObject({
      refusal: { code: 'temperature-not-open' },
    })
    expect(await room.act(CHAIR, { type: 'close-temperature', checkId })).toMatchObject({
      refusal: { code: 'temperature-not-open' },
    })
  })

  test('[M32] answers at once are all in the sums, and none after the close', async ({
    services,
  }) => {
    const room = await openMeeting(services)
    await room.must(CHAIR, { type: 'open-temperature', question: '能接受吗' })
    const checkId = (await room.state()).temperature!.checkId
    const answers = await Promise.all([
      ...SIX.map((name) =>
        answerTemperature(services, seat(name), {
          meetingId: MEETING,
          checkId,
          colour: 'green',
          key: `key-of-${name}`,
        }),
      ),
      room.act(CHAIR, { type: 'close-temperature', checkId }),
    ])
    const taken = answers.slice(0, -1).filter((each) => each.ok).length
    const [check] = (await room.state()).pastTemperatures
    expect(check?.counts ?? null).toEqual(
      taken >= 5 ? { green: taken, yellow: 0, red: 0 } : null,
    )
  })

  test('[M32] whoever may not answer is told why', async ({ services }) => {
    const room = await openMeeting(services)
    await room.must(CHAIR, { type: 'start-item', itemId: DECIDE })
    await room.must(CHAIR, { type: 'open-temperature', question: '能接受吗' })
    const checkId = (await room.state()).temperature!.checkId
    const answer = async (viewer: Parameters<typeof answerTemperature>[1]) => {
      const said = await answerTemperature(services, viewer, {
        meetingId: MEETING,
        checkId,
        colour: 'green',
        key: 'some-key-1',
      })
      return said.ok ? 'taken' : said.refusal.code
    }
    expect(await answer(CHAIR)).toBe('not-yours-to-do')
    expect(await answer(seat('residents-1', 'elsewhere'))).toBe('no-such-meeting')
    await room.must(CHAIR, {
      type: 'flag-conflict',
      seatId: seatId('property-1'),
      itemId: DECIDE,
      reason: '员工',
    })
    expect(await answer(seat('property-1'))).toBe('observes-item')
    await room.must(CONVENER, {
      type: 'set-absent',
      seatId: seatId('residents-1'),
      reason: '走了',
    })
    expect(await answer(seat('residents-1'))).toBe('not-checked-in')
    await room.must(CHAIR, {
      type: 'hand-over-chair',
      to: { seatId: seatId('residents-2') },
      reason: '发言',
    })
    expect(await answer(seat('residents-2'))).toBe('chair-is-neutral')
  })

  test('[M26] what was put off is on the next plan, once, before the open floor', async ({
    services,
    db,
    clock,
  }) => {
    const room = await openMeeting(services)
    const carry = (itemId: typeof TALK) =>
      room.must(CHAIR, { type: 'carry-over-item', itemId, reason: '缺报价' })
    await carry(DECIDE)
    clock.advance(60_000)
    const draft = () =>
      createDraft(services, CHAIR, {
        communityId: 'riverside',
        compoundId: 'lanxi',
        room: 'council',
        venue: '',
        parts: { opening: '上次的事', closing: '自由发言' },
      })
    const made = await draft()
    if (!made.ok) throw new Error(made.refusal.code)
    const planned = (meetingId: string) =>
      db
        .select()
        .from(agendaItems)
        .where(eq(agendaItems.meetingId, meetingId))
        .orderBy(asc(agendaItems.position))
    const [, item, closing] = await planned(made.value.meetingId)
    expect(item).toMatchObject({
      kind: 'decision',
      title: '更换水泵软接头',
      proposal: '同意更换水泵软接头',
      carriedFrom: { meetingId: MEETING, title: '蓝溪花园第1次', reason: '缺报价' },
    })
    expect(closing?.kind).toBe('open-floor')
    const plan = await getPlan(services, CHAIR, made.value.meetingId)
    expect(plan?.items[1]?.carriedFrom?.reason).toBe('缺报价')

    // A second one goes straight onto the plan there is, whose forms are then stale.
    await carry(TALK)
    expect((await planned(made.value.meetingId)).map(({ title }) => title)).toEqual([
      '上次的事',
      '更换水泵软接头',
      '停车占道',
      '自由发言',
    ])
    const [row] = await db
      .select({ revision: meetings.revision })
      .from(meetings)
      .where(eq(meetings.id, made.value.meetingId))
    expect(row?.revision).toBe(3)

    // A plan that is thrown away gives them back to the next one.
    await discardDraft(services, CHAIR, made.value.meetingId)
    expect((await db.select().from(carriedItems)).map(({ takenBy }) => takenBy)).toEqual([
      null,
      null,
    ])
    const again = await draft()
    if (!again.ok) throw new Error(again.refusal.code)
    expect(await planned(again.value.meetingId)).toHaveLength(4)
  })

  test('[M34] a deputy ends the link that was there before', async ({ services, db }) => {
    const room = await openMeeting(services)
    const id = seatId('residents-1')
    const removed: string[] = []
    services.feed.subscribe((notice) => {
      if (notice.type === 'removed') removed.push(notice.seatId)
    })
    await room.must(CONVENER, { type: 'set-absent', seatId: id, reason: '请人代' })
    await room.must(CONVENER, {
      type: 'seat-deputy',
      seatId: id,
      deputy: { name: '欧阳明', honorific: 'mr' },
    })
    const seated = (await room.state()).seats.find((each) => each.id === id)
    expect(seated).toMatchObject({
      name: '欧阳明',
      publicName: '欧阳先生',
      deputyFor: '张residents-1',
    })
    expect(removed).toEqual([id])
    expect(await openedSeat(services, { seatId: id, version: 1 })).toBeNull()
    await room.must(CONVENER, { type: 'seat-deputy', seatId: id, deputy: null })
    const [row] = await db.select().from(invitees).where(eq(invitees.id, id))
    expect(row?.linkVersion).toBe(3)
    expect((await room.state()).seats.find((each) => each.id === id)).toMatchObject({
      name: '张residents-1',
      publicName: '张女士',
    })
  })

  test('[M27] the chair goes to staff of this community and to nobody else', async ({
    services,
    db,
  }) => {
    const room = await openMeeting(services)
    await db.insert(accounts).values({
      id: 'account-guo',
      personId: 'guo',
      login: 'guo',
      passwordHash: '-',
      role: 'cadre',
      scopeId: 'riverside',
    })
    const offered = async (viewer: Viewer) =>
      (await listOfficers(services, viewer, MEETING)).map(({ id }) => id)
    expect(await offered(CHAIR)).toContain('guo')
    // Whoever has a seat is told nothing of who works here, until they have the chair.
    expect(await offered(seat('residents-1'))).toEqual([])
    await db
      .update(accounts)
      .set({ disabledAt: services.now() })
      .where(eq(accounts.id, 'account-guo'))
    expect(await offered(CHAIR)).not.toContain('guo')
    await db.update(accounts).set({ disabledAt: null }).where(eq(accounts.id, 'account-guo'))
    const to = (personId: string) =>
      room.act(CHAIR, { type: 'hand-over-chair', to: { personId }, reason: '发言' })
    expect(await to('p-residents-1')).toMatchObject({ refusal: { code: 'no-such-seat' } })
    expect(await to('guo')).toMatchObject({ ok: true })
    expect((await room.state()).chair).toMatchObject({ id: 'guo', name: '郭明' })
    expect(await room.act(CHAIR, { type: 'start-item', itemId: TALK })).toMatchObject({
      refusal: { code: 'not-yours-to-do' },
    })
    await room.must(CONVENER, { type: 'start-item', itemId: TALK })
    expect(await room.act(RECORDER, { type: 'take-back-chair', reason: '我来' })).toMatchObject(
      { refusal: { code: 'not-yours-to-do' } },
    )
    await room.must(CHAIR, { type: 'take-back-chair', reason: '说完了' })
    expect((await room.state()).handovers).toHaveLength(2)
  })

  test('[M27] a delegate in the chair leads from their own link', async ({ services }) => {
    const room = await openMeeting(services)
    await room.must(CHAIR, {
      type: 'hand-over-chair',
      to: { seatId: seatId('residents-1') },
      reason: '发言',
    })
    await room.must(seat('residents-1'), { type: 'start-item', itemId: TALK })
    expect(await room.act(seat('residents-2'), { type: 'end-item' })).toMatchObject({
      refusal: { code: 'not-yours-to-do' },
    })
    expect((await room.state()).currentItemId).toBe(TALK)
  })
})
