import { addDays, instantAt, localDateOf } from '#app/domain/calendar/local-date.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { getStaff } from '#app/services/accounts/get-staff.server.ts'
import { COMMUNITIES } from './seed/anxi.ts'
import { matterSteps, type MatterIds } from './seed/load-matters.ts'
import { recordSteps } from './seed/load-records.ts'
import { ownersVoteSteps } from './seed/load-owners-vote.ts'
import { loadRegister } from './seed/load-register.ts'
import { loadOrganisation } from './seed/load-organisation.ts'
import {
  answerInvitations,
  draftSession,
  fillHall,
  later,
  order,
  playSession,
  raiseHand,
  sendNotice,
  speak,
  type Played,
  type SessionPlan,
} from './seed/load-sessions.ts'
import { must } from './seed/must.ts'
import type { SeedRoster } from './seed/people.ts'
import { registerOf, XIANGHE } from './seed/register.ts'
import {
  RUNNING_SESSION,
  SEED_SESSIONS,
  TALK_SESSION,
  TONIGHT_SESSION,
  type SeedItem,
} from './seed/sessions.ts'
import { createTimeline, type SeedStep, type Timeline } from './seed/timeline.ts'

/** How long before it the notice of a demo session went out. */
const NOTICE_DAYS = 4

/**
 * Fills an empty database with the demo: a county with its places, bodies and
 * people, forty-five matters, the sessions of the past weeks, one tonight and
 * one that is running now. The same on every machine, with days that count
 * from today.
 */
export async function seedDemo(
  services: Services,
  report: (done: number, total: number, what: string) => void,
): Promise<void> {
  const timeline = createTimeline(services)
  const roster = await loadOrganisation(services, timeline.today)
  const staff = await staffByCommunity(services)
  const matterIds: MatterIds = new Map()
  const chairOf = (compound: string) => must(staff.get(communityOf(compound)), compound).chair

  const sessionTasks = new Set(
    SEED_SESSIONS.flatMap((session) =>
      session.items.flatMap((item) => item.tasks?.map((task) => task.title) ?? []),
    ),
  )
  const steps = [
    ...matterSteps(timeline, chairOf, sessionTasks, matterIds),
    ...SEED_SESSIONS.flatMap((session) => {
      const startsAt = timeline.instant(-session.daysAgo, '19:30')
      let played: Played | null = null
      return [
        ...sessionSteps(timeline, { ...session, startsAt }, roster, staff, matterIds, (now) => {
          played = now
          return playSession(timeline, now, session, startsAt)
        }),
        ...recordSteps(timeline, session, later(startsAt, 2 * 3600), () =>
          must(played, session.key),
        ),
      ]
    }),
    ...runningSteps(timeline, roster, staff, matterIds),
    ...tonightSteps(timeline, roster, staff, matterIds),
    {
      at: timeline.instant(-3, '10:00'),
      what: '祥和里',
      run: async () => {
        const compound = { compoundId: 'xianghe', name: '祥和里', table: registerOf(XIANGHE) }
        await loadRegister(timeline.services, chairOf('xianghe'), compound)
      },
    },
    ...ownersVoteSteps(timeline, chairOf('lanxi'), must(staff.get('hebin'), 'hebin').recorder),
    ...talkSteps(timeline, roster, staff, matterIds),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())

  for (const [index, step] of steps.entries()) {
    report(index, steps.length, step.what)
    timeline.setClock(step.at)
    await step.run()
  }
  report(steps.length, steps.length, '')
}

type Staff = { chair: StaffViewer; recorder: StaffViewer }

async function staffByCommunity(services: Services): Promise<Map<string, Staff>> {
  const staff = new Map<string, Staff>()
  for (const { id } of COMMUNITIES) {
    const [chair, recorder] =
      id === 'hebin' ? ['linyafang', 'xuxiaoyan'] : [`${id}-1`, `${id}-2`]
    staff.set(id, {
      chair: must(await getStaff(services, must(chair, id)), `account ${chair}`),
      recorder: must(await getStaff(services, must(recorder, id)), `account ${recorder}`),
    })
  }
  return staff
}

type Told = Pick<SessionPlan, 'room' | 'invites'> & {
  key: string
  compound: string
  number: number
  startsAt: Date
  durationMinutes: number
  absent: readonly SeedItem['turns'][number][0][]
  items: readonly SeedItem[]
}

/** The notice, the answers a day later, and the evening itself. */
function sessionSteps(
  timeline: Timeline,
  told: Told,
  roster: SeedRoster,
  staff: ReadonlyMap<string, Staff>,
  matterIds: MatterIds,
  play: ((played: Played) => Promise<void>) | null,
): SeedStep[] {
  const communityId = communityOf(told.compound)
  const { chair, recorder } = must(staff.get(communityId), communityId)
  const compound = COMMUNITIES.flatMap((each) => each.compounds).find(
    (each) => each.id === told.compound,
  )
  const { name, hall } = must(compound, told.compound)
  let played: Played | null = null
  const noticeAt = later(told.startsAt, -NOTICE_DAYS * 86_400 - 10 * 3600)
  const steps: SeedStep[] = [
    {
      at: noticeAt,
      what: name,
      run: async () => {
        played = await draftSession(
          timeline,
          { ...told, communityId, venue: hall, chair, recorder },
          roster,
          matterIds,
        )
        await sendNotice(timeline, played)
      },
    },
    {
      at: later(noticeAt, 86_400),
      what: name,
      run: () =>
        answerInvitations(timeline, must(played, told.key), told.absent, [
          'police-2',
          'residents-13',
        ]),
    },
  ]
  if (play) {
    steps.push({
      at: later(told.startsAt, -26 * 60),
      what: name,
      run: () => play(must(played, told.key)),
    })
  }
  return steps
}

/** The session a newcomer walks into: half an hour in, somebody speaking, hands raised. */
function runningSteps(
  timeline: Timeline,
  roster: SeedRoster,
  staff: ReadonlyMap<string, Staff>,
  matterIds: MatterIds,
): SeedStep[] {
  const present = timeline.services.now()
  const startsAt = later(present, -RUNNING_SESSION.runningMinutes * 60)
  const told = { ...RUNNING_SESSION, room: 'council' as const, startsAt, durationMinutes: 90 }
  return sessionSteps(timeline, told, roster, staff, matterIds, async (played) => {
    const { setClock } = timeline
    const { items } = RUNNING_SESSION
    await fillHall(timeline, played, later(startsAt, -25 * 60), RUNNING_SESSION.absent)
    setClock(startsAt)
    await order(timeline, played, { type: 'open', overrideReason: null })
    let at = later(startsAt, 20)
    for (const [index, item] of items.entries()) {
      const itemId = must(played.itemIds[index], 'item')
      setClock(at)
      await order(timeline, played, { type: 'start-item', itemId })
      let turnAt = later(at, 40)
      for (const turn of item.turns) turnAt = await speak(timeline, played, turn, turnAt)
      if (item.spent === undefined) break
      at = later(at, item.spent * 60)
    }
    const [seat, stance] = RUNNING_SESSION.speaking
    setClock(later(present, -360))
    for (const text of RUNNING_SESSION.parked) {
      await order(timeline, played, { type: 'park-point', text })
    }
    for (const [index, [each, eachStance]] of RUNNING_SESSION.hands.entries()) {
      setClock(later(present, -300 + index * 35))
      await raiseHand(timeline, played, each, eachStance)
    }
    setClock(later(present, -80))
    await raiseHand(timeline, played, seat, stance)
    const { seatId } = must(played.seats.get(seat), seat)
    setClock(later(present, -68))
    await order(timeline, played, { type: 'give-floor', seatId: seatId as never })
    setClock(present)
  })
}

/** Tonight at 19:30, or tomorrow when tonight's hour has passed. */
function tonightSteps(
  timeline: Timeline,
  roster: SeedRoster,
  staff: ReadonlyMap<string, Staff>,
  matterIds: MatterIds,
): SeedStep[] {
  const present = timeline.services.now()
  const today = localDateOf(present)
  const tonight = instantAt(today, '19:30')
  const startsAt = present < tonight ? tonight : instantAt(addDays(today, 1), '19:30')
  const told = {
    ...TONIGHT_SESSION,
    room: 'council' as const,
    startsAt,
    durationMinutes: 90,
    absent: ['residents-7', 'residents-12'] as const,
  }
  return sessionSteps(timeline, told, roster, staff, matterIds, null)
}

/** A talk between two neighbours the day after tomorrow: its notice is out, and nothing of it is public. */
function talkSteps(
  timeline: Timeline,
  roster: SeedRoster,
  staff: ReadonlyMap<string, Staff>,
  matterIds: MatterIds,
): SeedStep[] {
  const told = {
    ...TALK_SESSION,
    startsAt: timeline.instant(2, '15:00'),
    durationMinutes: 60,
    absent: [],
  }
  return sessionSteps(timeline, told, roster, staff, matterIds, null)
}

function communityOf(compound: string): string {
  const community = COMMUNITIES.find((each) =>
    each.compounds.some((place) => place.id === compound),
  )
  return must(community, `community of ${compound}`).id
}
