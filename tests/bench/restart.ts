import { setTimeout as wait } from 'node:timers/promises'
import { startApp } from './app-server.ts'
import type { BenchSettings } from './bench-settings.ts'
import { prepareHall } from './prepare-hall.ts'
import { startPhones } from './processes.ts'
import type { Figure, Goal, Outcome } from './report.ts'
import { castsOf, comeIn } from './votes.ts'

/** Ballots everybody votes in, one after the other, so that there is a middle to be killed in. */
const BALLOTS = 5

/** SIGKILL in the middle of a ballot: how soon everybody is back, and what became of the votes. */
export async function restart({
  databaseUrl,
  quick,
  firstPort,
}: BenchSettings): Promise<Outcome> {
  const phones = quick ? 200 : 1000
  const rounds = quick ? 2 : 5
  const figures: Figure[] = []
  const app = await startApp({
    databaseUrl,
    port: firstPort,
    prepare: (services) =>
      prepareHall(services, { phones, meetings: BALLOTS, secrecy: 'open' }),
  })
  const hall = await startPhones()
  try {
    const questions = castsOf(app.prepared, 'yes')
    const most = phones * BALLOTS
    // A phone comes back to the meeting it shows, not to every ballot it votes in here.
    const oneMeeting = {
      ...app,
      prepared: { ...app.prepared, meetings: app.prepared.meetings.slice(0, 1) },
    }
    for (let round = 1; round <= rounds; round += 1) {
      const add = (what: string, value: number) =>
        figures.push({ subject: 'app', what, round, value })
      await app.forgetVotes()
      await comeIn(app, hall)
      const voting = hall.tell({ order: 'ask', questions })
      // Somewhere in the middle: the earlier rounds hit its start, the later ones its end.
      await wait(100 + 50 * round)
      const killedAt = performance.now()
      await app.kill()
      const before = await voting
      await hall.tell({ order: 'close' })
      await app.start()
      const readyAt = performance.now()
      await comeIn(oneMeeting, hall)
      add('start-up ms', readyAt - killedAt)
      add('all back ms', performance.now() - readyAt)
      const kept = await app.rows('select ballot_id, elector_id from open_vote')
      add('lost', Math.max(0, before.answers - kept.length))
      // Everybody votes again; who had voted changes it, and nobody counts twice.
      const again = await hall.tell({ order: 'ask', questions })
      const after = await app.rows('select ballot_id, elector_id from open_vote')
      add('twice', Math.max(0, after.length - most))
      add('not counted', most - after.length + again.refused)
      add('answered before the kill', before.answers)
      await hall.tell({ order: 'close' })
    }
  } finally {
    await hall.stop()
    await app.stop()
  }
  return {
    figures,
    goals: GOALS,
    notes: [`${phones} phones come back at once, without a phone's jitter`],
  }
}

const GOALS: Goal[] = [
  ['all back ms', 5000],
  ['lost', 0],
  ['twice', 0],
  ['not counted', 0],
].map(([what, value]) => ({
  what: String(what),
  subject: 'app',
  base: null,
  must: 'at most',
  value: Number(value),
}))
