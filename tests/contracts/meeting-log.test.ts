import { and, eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { RoomCommand } from '#app/domain/meetings/room-command.ts'
import type { ItemId } from '#app/domain/shared/ids.ts'
import { actInMeeting } from '#app/services/meetings/act-in-meeting.server.ts'
import { checkIn } from '#app/services/meetings/check-in.server.ts'
import { conveneMeeting } from '#app/services/meetings/convene-meeting.server.ts'
import { hallCode } from '#app/services/meetings/hall-code.server.ts'
import { joinMeeting } from '#app/services/meetings/join-meeting.server.ts'
import { createMeetingLogs, loadMeeting } from '#app/services/meetings/load-meeting.server.ts'
import { verifyLog } from '#app/services/meetings/verify-log.server.ts'
import { ballots } from '#db/schema/ballots.ts'
import { tasks } from '#db/schema/matters.ts'
import { agendaItems, invitees, meetingEvents, meetings } from '#db/schema/meetings.ts'
import { TOWN, WU } from '#tests/helpers/matter-setting.ts'
import {
  CHAIR,
  CONVENER,
  DECIDE,
  MEETING,
  openMeeting,
  planMeeting,
  roomOf,
  seat,
  seatId,
  TALK,
} from '#tests/helpers/meeting-setting.ts'
import { describeEachDatabase } from '#tests/helpers/test-database.ts'

describeEachDatabase('the log of a meeting', (test) => {
  test('[M15] the notice freezes the plan and gives the session its number', async ({
    services,
    db,
  }) => {
    await planMeeting(services)
    const convene = () =>
      conveneMeeting(services, CONVENER, { meetingId: MEETING, revision: 1 })
    expect(await convene()).toEqual({ ok: true, value: { seq: 1, repeated: false } })
    expect(await convene()).toMatchObject({ refusal: { code: 'already-convened' } })
    const { state } = await roomOf(services).log()
    expect(state).toMatchObject({
      phase: 'notified',
      title: '蓝溪花园第1次',
      chair: { id: 'lin', name: '林雅芳' },
    })
    expect(state.seats).toHaveLength(6)
    expect(state.agenda.every((item) => item.inNotice)).toBe(true)
    expect(await db.select().from(meetings)).toMatchObject([{ status: 'notified', number: 1 }])
    await planMeeting(services, { id: 'next-week' })
    await conveneMeeting(services, CHAIR, { meetingId: 'next-week', revision: 1 })
    expect((await roomOf(services, 'next-week').state()).title).toBe('蓝溪花园第2次')
  })

  test('[M15] a plan that lacks something is not sent', async ({ services, db }) => {
    await planMeeting(services)
    const code = async (viewer = CHAIR, revision = 1) => {
      const sent = await conveneMeeting(services, viewer, { meetingId: MEETING, revision })
      return sent.ok ? 'sent' : sent.refusal.code
    }
    const plan = (set: Partial<typeof meetings.$inferInsert>) => db.update(meetings).set(set)
    expect(await code(CHAIR, 2)).toBe('stale-plan')
    expect(await code(WU)).toBe('no-such-meeting')
    expect(await code(TOWN)).toBe('not-yours-to-do')
    await plan({ recorderId: null })
    expect(await code()).toBe('recorder-missing')
    await plan({ recorderId: 'xu', chairId: null })
    expect(await code()).toBe('chair-missing')
    await plan({ chairId: 'p-residents-1' })
    expect(await code()).toBe('chair-invited')
    await plan({ chairId: 'lin' })
    await db.update(agendaItems).set({ proposal: ' ' }).where(eq(agendaItems.id, DECIDE))
    expect(await code()).toBe('proposal-missing')
    await db.delete(agendaItems)
    expect(await code()).toBe('agenda-empty')
    await plan({ room: 'talkroom' })
    await db.delete(invitees)
    expect(await code()).toBe('nobody-invited')
    await plan({ status: 'cancelled' })
    expect(await code()).toBe('meeting-cancelled')
    expect(await db.select().from(meetingEvents)).toEqual([])
  })

  test('[M16] two commands at once: both happen, one after the other, without a gap', async ({
    services,
  }) => {
    const room = await openMeeting(services)
    await room.must(CHAIR, { type: 'start-item', itemId: TALK })
    // Two processes: each has read the log for itself and knows nothing of the other.
    const other = { ...services, logs: createMeetingLogs() }
    await loadMeeting(other, MEETING)
    const raise = (lent: typeof services, name: string) =>
      actInMeeting(lent, seat(name), {
        meetingId: MEETING,
        key: `raise-${name}`,
        command: { type: 'raise-hand', seatId: seatId(name), stance: 'for' },
      })
    const names = ['residents-1', 'residents-2', 'residents-3', 'residents-4']
    const raised = await Promise.all(
      names.map((name, index) => raise(index % 2 ? services : other, name)),
    )
    expect(raised.every((each) => each.ok)).toBe(true)
    const log = await room.log()
    expect(log.events.map(({ seq }) => seq)).toEqual(log.events.map((_, index) => index + 1))
    expect(log.state.queue).toHaveLength(4)
    expect(await verifyLog(services.db, MEETING)).toMatchObject({ sound: true })
    expect((await loadMeeting(other, MEETING))?.state).toEqual(log.state)
  })

  test('[M16] of two that exclude each other one wins, and the other hears why', async ({
    services,
  }) => {
    const room = await openMeeting(services)
    const other = { ...services, logs: createMeetingLogs() }
    const open = (lent: typeof services, key: string) =>
      actInMeeting(lent, CHAIR, {
        meetingId: MEETING,
        key,
        command: { type: 'start-item', itemId: TALK },
      })
    const both = await Promise.all([open(services, 'tab-one-1'), open(other, 'tab-two-2')])
    expect(both.filter((each) => each.ok)).toHaveLength(1)
    expect(both.find((each) => !each.ok)).toMatchObject({ refusal: { code: 'item-current' } })
    expect((await room.log()).state.currentItemId).toBe(TALK)
  })

  test('[M17] the same key twice, also after a restart, is once; another’s key is another’s', async ({
    services,
  }) => {
    const room = await openMeeting(services)
    await room.must(CHAIR, { type: 'start-item', itemId: TALK })
    const park = { type: 'park-point', text: '充电桩' } as const
    const first = await room.act(CHAIR, park, 'the-same-key')
    const restarted = { ...services, logs: createMeetingLogs() }
    const again = await roomOf(restarted).act(CHAIR, park, 'the-same-key')
    expect(again).toEqual({ ok: true, value: { ...(first.ok && first.value), repeated: true } })
    const raise = { type: 'raise-hand', seatId: seatId('residents-1'), stance: 'for' } as const
    expect(await room.act(seat('residents-1'), raise, 'the-same-key')).toMatchObject({
      ok: true,
      value: { repeated: false },
    })
    expect((await room.state()).parked).toHaveLength(1)
  })

  test('[M18] the feed hears of what was committed, once, and of nothing that was refused', async ({
    services,
  }) => {
    const room = await openMeeting(services)
    const heard: number[] = []
    services.feed.subscribe((notice) => {
      if (notice.type === 'events') heard.push(...notice.events.map(({ seq }) => seq))
    })
    const before = (await room.log()).seq
    await room.act(CHAIR, { type: 'start-item', itemId: TALK }, 'key-one-1')
    await room.act(CHAIR, { type: 'start-item', itemId: TALK }, 'key-one-1')
    await room.act(CHAIR, { type: 'start-item', itemId: TALK }, 'key-two-2')
    expect(heard).toEqual([before + 1])
  })

  test('[M19] a changed, a missing and a swapped event are found', async ({ services, db }) => {
    const room = await openMeeting(services)
    const ballotId = await room.openBallot(DECIDE, 'open')
    await room.must(CHAIR, { type: 'close-ballot', ballotId })
    const sound = await verifyLog(db, MEETING)
    expect(sound).toMatchObject({ sound: true, phase: 'in-session' })
    const at = (seq: number) =>
      and(eq(meetingEvents.meetingId, MEETING), eq(meetingEvents.seq, seq))
    const verdict = (await room.state()).ballot?.verdict
    await db.update(ballots).set({ verdict: { ...verdict!, passed: true } })
    expect(await verifyLog(db, MEETING)).toMatchObject({ sound: false, fault: 'verdict' })
    await db.update(ballots).set({ verdict: verdict! })
    expect(await verifyLog(db, MEETING)).toEqual(sound)

    await db.update(meetingEvents).set({ actorId: 'somebody else' }).where(at(5))
    expect(await verifyLog(db, MEETING)).toEqual({ sound: false, seq: 5, fault: 'hash' })
    await db.delete(meetingEvents).where(at(3))
    expect(await verifyLog(db, MEETING)).toEqual({ sound: false, seq: 3, fault: 'gap' })
  })

  test('[M20] a command that fails halfway leaves nothing', async ({ services, db }) => {
    const room = await openMeeting(services)
    await room.must(CHAIR, { type: 'start-item', itemId: DECIDE })
    const before = await room.log()
    const task: Extract<RoomCommand, { type: 'assign-task' }> = {
      type: 'assign-task',
      itemId: DECIDE,
      title: '更换软接头',
      lead: { personId: null, name: '安和物业', side: 'property' },
      helpers: [],
      dueOn: '2026-12-03',
    }
    await db.execute(sql`alter table task rename to task_away`)
    try {
      await expect(room.act(CHAIR, task)).rejects.toThrow()
    } finally {
      await db.execute(sql`alter table task_away rename to task`)
    }
    expect((await room.log()).seq).toBe(before.seq)
    await room.must(CHAIR, task)
    await room.must(CHAIR, { ...task, title: '三天后复测' })
    const rows = await db.select().from(tasks)
    expect(rows).toHaveLength(2)
    expect(new Set(rows.map((row) => row.matterId)).size).toBe(1)
  })

  test('[M21] the hall’s code opens the door this minute and the next, for its own meeting', async ({
    services,
    clock,
  }) => {
    await planMeeting(services)
    await conveneMeeting(services, CHAIR, { meetingId: MEETING, revision: 1 })
    const viewer = seat('residents-1')
    const come = async (code: string) => {
      const came = await checkIn(services, viewer, { meetingId: MEETING, code })
      return came.ok ? came.value.alreadyHere : came.refusal.code
    }
    clock.set('2026-11-26T11:30:00Z')
    const { code, changesAt } = hallCode(services, MEETING)
    expect(changesAt).toBe(Date.parse('2026-11-26T11:31:00Z'))
    expect(await come(code)).toBe('doors-not-open')
    await roomOf(services).must(CHAIR, { type: 'open-doors' })
    expect(await come('12345')).toBe('wrong-code')
    expect(await come(`${code}0`)).toBe('wrong-code')
    expect(await come('１２３４５６')).toBe('wrong-code')
    expect(await come(hallCode(services, 'elsewhere').code)).toBe('wrong-code')
    clock.set('2026-11-26T11:32:00Z')
    expect(await come(code)).toBe('wrong-code')
    clock.set('2026-11-26T11:31:59Z')
    expect(await come(`${code.slice(0, 3)} ${code.slice(3)}`)).toBe(false)
    expect(await come(code)).toBe(true)
  })

  test('[M22] who joins gets the events since, up to two hundred, else the whole', async ({
    services,
  }) => {
    const room = await openMeeting(services)
    await room.must(CHAIR, { type: 'start-item', itemId: TALK })
    const from = (await room.log()).seq
    for (let count = 0; count < 200; count += 1) {
      await room.must(CHAIR, { type: 'add-time', seconds: 1 })
    }
    const join = async (lastSeq: number) => {
      const joined = await joinMeeting(services, seat('residents-1'), {
        meetingId: MEETING,
        lastSeq,
      })
      if (!joined.ok) throw new Error(joined.refusal.code)
      return joined.value
    }
    expect(await join(from)).toMatchObject({ snapshot: null, seq: from + 200 })
    expect((await join(from)).events).toHaveLength(200)
    const whole = await join(from - 1)
    expect(whole.events).toEqual([])
    expect(whole.snapshot).toEqual((await room.log()).stateFor('seats'))
  })

  test('[L46] two of an audience are given the same pieces, so that each is written once', async ({
    services,
  }) => {
    await openMeeting(services)
    const join = async (resident: string, lastSeq: number | null) => {
      const joined = await joinMeeting(services, seat(resident), {
        meetingId: MEETING,
        lastSeq,
      })
      if (!joined.ok) throw new Error(joined.refusal.code)
      return joined.value
    }
    const [one, other] = [await join('residents-1', 1), await join('residents-2', 1)]
    expect(one.events.length).toBeGreaterThan(0)
    for (const [index, event] of one.events.entries()) expect(other.events[index]).toBe(event)
    const wholes = [await join('residents-1', null), await join('residents-2', null)]
    expect(wholes[0]?.snapshot).toBe(wholes[1]?.snapshot)
  })

  test('[M23] what is added tonight has an id of its own and is not decided', async ({
    services,
  }) => {
    const room = await openMeeting(services)
    const add = { type: 'add-item', title: '充电桩', minutes: 10, kind: 'discussion' } as const
    await room.must(CHAIR, add)
    const added = (await room.state()).agenda.at(-1)
    await room.must(CHAIR, { type: 'start-item', itemId: added?.id ?? ('' as ItemId) })
    await room.must(CHAIR, { type: 'make-last-call' })
    expect(
      await room.act(CHAIR, { type: 'open-ballot', secrecy: 'open', seconds: 60 }),
    ).toMatchObject({ refusal: { code: 'not-in-notice' } })
  })
})
