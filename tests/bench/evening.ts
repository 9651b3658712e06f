import { startApp, type App } from './app-server.ts'
import type { BenchSettings } from './bench-settings.ts'
import { cpuMsOf } from './machine.ts'
import type { PhoneSettings } from './phones.ts'
import { prepareHall, type PreparedHall } from './prepare-hall.ts'
import { startPhones } from './processes.ts'
import { LIVE_PROTOCOL } from '#app/live/protocol.ts'
import type { Figure, Goal, Outcome } from './report.ts'

const PHONES = 25

/** Many meetings at once, each with its phones and a ballot, until one core gives. */
export async function evening({
  databaseUrl,
  quick,
  firstPort,
}: BenchSettings): Promise<Outcome> {
  const sizes = quick ? [20, 40] : [200, 400]
  const seconds = quick ? 5 : 60
  const figures: Figure[] = []
  const notes: string[] = []
  const most = sizes.at(-1) ?? 0
  const app = await startApp<PreparedHall[]>({
    databaseUrl,
    port: firstPort,
    prepare: async (services) => {
      const halls: PreparedHall[] = []
      for (let hall = 0; hall < most; hall += 1) {
        halls.push(
          await prepareHall(services, { phones: PHONES, meetings: 1, secrecy: 'open' }),
        )
      }
      return halls
    },
  })
  const crowd = await startPhones()
  try {
    for (const [index, meetings] of sizes.entries()) {
      const subject = `${meetings} meetings`
      const add = (what: string, value: number) =>
        figures.push({ subject, what, round: 1, value })
      await app.forgetVotes()
      const phones = phonesOf(app, meetings)
      await crowd.tell({ order: 'connect', port: app.port, path: '/live/', phones, atOnce: 50 })
      const joined = await crowd.tell({
        order: 'ask-in-turn',
        atOnce: 50,
        questions: [
          {
            event: 'meeting:join',
            payload: `{"meetingId":"{meeting}","protocol":${LIVE_PROTOCOL},"lastSeq":null}`,
          },
        ],
      })
      const cpu = cpuMsOf(app.pid())
      const voted = await crowd.tell({
        order: 'ask-later',
        withinMs: seconds * 1000,
        questions: [
          {
            event: 'ballot:cast',
            payload:
              '{"meetingId":"{meeting}","ballotId":"{ballot}","choice":"yes","key":"{key}"}',
          },
        ],
      })
      add('phones', phones.length)
      add('join p99 ms', joined.latency.p99)
      add('vote p99 ms', voted.latency.p99)
      add('refusals', joined.refused + voted.refused)
      add('CPU %', (cpuMsOf(app.pid()) - cpu) / (seconds * 10))
      for (const { refused, firstRefusal } of [joined, voted]) {
        if (refused > 0) notes.push(`${subject}: ${refused} refused, first: ${firstRefusal}`)
      }
      await crowd.tell({ order: 'close' })
      if (index === sizes.length - 1)
        notes.push(
          `each phone votes once within ${seconds} s; ${most} meetings is what one machine's ports and time allow here`,
        )
    }
  } finally {
    await crowd.stop()
    await app.stop()
  }
  return { figures, goals: sizes.map(noRefusals), notes }
}

const noRefusals = (meetings: number): Goal => ({
  what: 'refusals',
  subject: `${meetings} meetings`,
  base: null,
  must: 'at most',
  value: 0,
})

function phonesOf({ prepared }: App<PreparedHall[]>, meetings: number): PhoneSettings[] {
  return prepared.slice(0, meetings).flatMap(({ cookies, meetings: [meeting] }) =>
    cookies.map((cookie) => ({
      cookie,
      words: { meeting: meeting?.meetingId ?? '', ballot: meeting?.ballotId ?? '' },
    })),
  )
}
