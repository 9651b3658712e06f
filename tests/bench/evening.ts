import { startApp, type App } from './app-server.ts'
import type { BenchSettings } from './bench-settings.ts'
import { cpuMsOf } from './machine.ts'
import type { PhoneSettings } from './phones.ts'
import { prepareHall, type PreparedHall } from './prepare-hall.ts'
import { startPhones } from './processes.ts'
import { LIVE_PROTOCOL } from '#app/live/protocol.ts'
import type { Figure, Goal, Outcome } from './report.ts'

const PHONES = 25
/** So often the chair of each meeting has something for everybody to see while the ballot is open. */
const MESSAGES = 6

/** Many meetings at once, each with its phones, a chair who speaks and a ballot, until one core gives. */
export async function evening({
  databaseUrl,
  quick,
  firstPort,
}: BenchSettings): Promise<Outcome> {
  const sizes = quick ? [20, 40] : [200, 400, 700]
  const seconds = quick ? 5 : 120
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
  const [crowd, chairs] = [await startPhones(), await startPhones()]
  try {
    for (const [index, meetings] of sizes.entries()) {
      const subject = `${meetings} meetings`
      const add = (what: string, value: number) =>
        figures.push({ subject, what, round: 1, value })
      await app.forgetVotes()
      const joined = await crowd.tell({
        order: 'connect',
        port: app.port,
        path: '/live/',
        phones: phonesOf(app, meetings),
        atOnce: 50,
        questions: [
          {
            event: 'meeting:join',
            payload: `{"meetingId":"{meeting}","protocol":${LIVE_PROTOCOL},"lastSeq":null}`,
          },
        ],
      })
      await chairs.tell({
        order: 'connect',
        port: app.port,
        path: '/live/',
        phones: chairsOf(app, meetings),
        atOnce: 10,
      })
      const cpu = cpuMsOf(app.pid())
      const [voted, ...said] = await Promise.all([
        crowd.tell({
          order: 'ask-later',
          withinMs: seconds * 1000,
          event: 'meeting:events',
          questions: [
            {
              event: 'ballot:cast',
              payload:
                '{"meetingId":"{meeting}","ballotId":"{ballot}","choice":"yes","key":"{key}"}',
            },
          ],
        }),
        ...Array.from({ length: MESSAGES }, (_, time) =>
          chairs.tell({
            order: 'ask-later',
            withinMs: seconds * 1000,
            questions: [
              {
                event: 'meeting:command',
                payload: `{"meetingId":"{meeting}","key":"{key}","command":{"type":"show-message","text":"请大家就座 ${time}"}}`,
              },
            ],
          }),
        ),
      ])
      const refused = [joined, voted, ...said].reduce((sum, each) => sum + each.refused, 0)
      add('phones', meetings * PHONES)
      add('come in p99 ms', joined.latency.p99)
      add('vote p99 ms', voted.latency.p99)
      add('event p99 ms', voted.heard?.p99 ?? Number.NaN)
      add('refusals', refused)
      add('CPU %', (cpuMsOf(app.pid()) - cpu) / (seconds * 10))
      for (const { refused, firstRefusal } of [joined, voted, ...said]) {
        if (refused > 0) notes.push(`${subject}: ${refused} refused, first: ${firstRefusal}`)
      }
      await crowd.tell({ order: 'close' })
      await chairs.tell({ order: 'close' })
      if (index === sizes.length - 1)
        notes.push(
          `each phone votes once and each chair shows ${MESSAGES} messages within ${seconds} s; ${most} meetings is what the 20,000 files a process may have open here allow`,
        )
    }
  } finally {
    await crowd.stop()
    await chairs.stop()
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

function chairsOf({ prepared }: App<PreparedHall[]>, meetings: number): PhoneSettings[] {
  return prepared.slice(0, meetings).map(({ chairCookie, meetings: [meeting] }) => ({
    cookie: chairCookie,
    face: 'staff',
    words: { meeting: meeting?.meetingId ?? '' },
  }))
}
