import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { BallotId } from '#app/domain/shared/ids.ts'
import { readConfig } from '#app/runtime/env.server.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { startServices } from '#app/runtime/start-services.server.ts'
import { createMeetingLogs } from '#app/services/meetings/load-meeting.server.ts'
import { joinMeeting } from '#app/services/meetings/join-meeting.server.ts'
import { getBoard } from '#app/services/matters/get-board.server.ts'
import { getPublicHome } from '#app/services/public/get-public-home.server.ts'
import { viewDesk } from '#app/services/sessions/view-desk.server.ts'
import { countTurnout } from '#app/services/voting/turnout.server.ts'
import { makeDatabase } from './app-server.ts'
import type { BenchSettings } from './bench-settings.ts'
import { prepareHall, type PreparedHall } from './prepare-hall.ts'
import { percentiles, type Figure, type Goal, type Outcome } from './report.ts'

/** What one meeting's join, one ballot's turnout and one community's lists cost as everything else grows. */
export async function grow({ databaseUrl, quick }: BenchSettings): Promise<Outcome> {
  const sizes = quick ? [5, 20] : [10, 100, 1000]
  const votesEach = quick ? 100 : 1000
  const mattersEach = quick ? 10 : 100
  const figures: Figure[] = []
  const own = await makeDatabase(databaseUrl)
  const services = await startServices(
    readConfig({
      DATABASE_URL: own.url,
      SESSION_SECRET: 'a secret for benchmarks only, of some length',
      LOG_LEVEL: 'error',
      DEMO: 'off',
    }),
  )
  try {
    let there = 0
    let mine: Mine | null = null
    for (const meetings of sizes) {
      for (; there < meetings; there += 1) {
        const hall = await prepareHall(services, { phones: 25, meetings: 1, secrecy: 'open' })
        mine ??= await mineIn(services, hall)
      }
      if (!mine) throw new Error('There is no meeting')
      await own.run(fillVotes(meetings * votesEach))
      await own.run(fillMatters(meetings * mattersEach))
      await own.run('analyze')
      for (const [what, work] of Object.entries(costs(services, mine))) {
        // The first is what prepares the statement.
        for (let round = 0; round <= 5; round += 1) {
          const times: number[] = []
          for (let time = 0; time < 20; time += 1) {
            const started = performance.now()
            await work()
            times.push(performance.now() - started)
          }
          if (round === 0) continue
          figures.push({
            subject: `${meetings} meetings`,
            what,
            round,
            value: percentiles(times).p50,
          })
        }
      }
    }
  } finally {
    await services.close()
    await own.drop()
  }
  const [first, last] = [sizes[0] ?? 0, sizes.at(-1) ?? 0]
  const goals: Goal[] = ['join ms', 'turnout ms', 'home ms', 'desk ms', 'board ms'].map(
    (what) => ({
      what,
      subject: `${last} meetings`,
      base: `${first} meetings`,
      must: 'at most',
      value: 2,
    }),
  )
  return {
    figures,
    goals,
    notes: [
      `with each meeting ${votesEach} votes of other ballots and ${mattersEach} matters of other communities: ${last * votesEach} votes and ${last * mattersEach} matters at the end`,
    ],
  }
}

type Mine = { meetingId: string; ballotId: BallotId; seatId: string; chair: StaffViewer }

async function mineIn(
  { database }: Services,
  { meetings: [meeting] }: PreparedHall,
): Promise<Mine> {
  const [row] = await database.query<{ community_id: string; chair_id: string; id: string }>(
    'select m.community_id, m.chair_id, a.id from meeting m join account a on a.person_id = m.chair_id where m.id = $1',
    [meeting?.meetingId],
  )
  if (!meeting || !row) throw new Error('The meeting is not there')
  const communityId = row.community_id
  return {
    meetingId: meeting.meetingId,
    ballotId: meeting.ballotId as BallotId,
    seatId: meeting.seatIds[0] ?? '',
    chair: {
      kind: 'staff',
      accountId: row.id,
      personId: row.chair_id,
      name: '测',
      role: 'cadre',
      scopeId: communityId,
      communityIds: [communityId],
    },
  }
}

function costs(services: Services, { meetingId, ballotId, seatId, chair }: Mine) {
  const communityId = chair.scopeId
  const seat = {
    kind: 'seat',
    meetingId,
    seatId,
    personId: '',
    communityId,
    linkVersion: 1,
  } as const
  return {
    // A process that has never seen this meeting reads its whole log.
    'join ms': () =>
      joinMeeting({ ...services, logs: createMeetingLogs() }, seat, {
        meetingId,
        lastSeq: null,
      }),
    'turnout ms': () => countTurnout(services.database.query, ballotId),
    'home ms': () => getPublicHome(services, communityId),
    'desk ms': () => viewDesk(services, chair, { communityId, week: null }),
    'board ms': () => getBoard(services, chair, {}),
  }
}

const fillVotes = (votes: number) => `
  insert into ballot (id, community_id, title, rule, secrecy, changeable, state, opened_at)
  select 'filler-' || n, (select community_id from meeting limit 1), '', '{}', 'open', true, 'closed', now()
    from generate_series(1, ${Math.ceil(votes / 1000)}) n on conflict do nothing;
  insert into open_vote (ballot_id, elector_id, choice, key, receipt, origin, cast_at)
  select 'filler-' || (n / 1000 + 1), 'e' || n, 'yes', 'k' || n, 'r', 'phone', now()
    from generate_series(0, ${votes - 1}) n on conflict do nothing;`

const fillMatters = (matters: number) => `
  insert into matter (id, community_id, compound_id, number, category, title, words, source, status, raised_at)
  select 'filler-' || n, m.community_id, m.compound_id, 10000 + n, 'safety', '', '', 'visit', 'submitted', now()
    from generate_series(1, ${matters}) n
    cross join (select community_id, compound_id from meeting order by created_at desc limit 1) m
  on conflict do nothing;`
