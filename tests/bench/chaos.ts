import { PGLITE_FAULTS, playCampaign, POSTGRES_FAULTS } from '#tests/faults/fire-campaign.ts'
import { noPostgresHere } from '#tests/faults/own-postgres.ts'
import type { BenchSettings } from './bench-settings.ts'
import type { Figure, Outcome } from './report.ts'

/** Ballot after ballot under one fault each, on both databases: what was acknowledged against what is there. */
export async function chaos({ quick, firstPort }: BenchSettings): Promise<Outcome> {
  const figures: Figure[] = []
  const notes: string[] = []
  for (const [database, faults] of [
    ['PostgreSQL', POSTGRES_FAULTS],
    ['PGlite', PGLITE_FAULTS],
  ] as const) {
    const missing = database === 'PostgreSQL' ? noPostgresHere() : null
    if (missing !== null) {
      notes.push(`PostgreSQL left out: ${missing}`)
      continue
    }
    const rounds = await playCampaign({
      database,
      faults,
      rounds: quick ? 2 * faults.length : 200,
      voters: 20,
      firstPort,
    })
    const add = (what: string, value: number) =>
      figures.push({ subject: database, what, round: 1, value })
    const attempts = rounds.flatMap((round) => round.history)
    const violations = rounds.flatMap((round) =>
      round.violations.map((violation) => ({ ...violation, round })),
    )
    const count = (rule: string) => violations.filter((each) => each.rule === rule).length
    add('rounds', rounds.length)
    add('votes sent', attempts.length)
    add('acknowledged', attempts.filter((each) => each.answer.kind === 'recorded').length)
    add('unanswered', attempts.filter((each) => each.answer.kind === 'unknown').length)
    add('lost', count('lost'))
    add('counted twice', count('counted-twice'))
    add('other breaches', violations.length - count('lost') - count('counted-twice'))
    for (const { rule, who, round } of violations) {
      notes.push(
        `${database}, seed ${round.seed}, ${round.fault}, ${round.secrecy}: ${rule} ${who}`,
      )
    }
  }
  const none = (subject: string, what: string) =>
    ({ what, subject, base: null, must: 'at most', value: 0 }) as const
  return {
    figures,
    goals: ['PostgreSQL', 'PGlite'].flatMap((database) => [
      none(database, 'lost'),
      none(database, 'counted twice'),
      none(database, 'other breaches'),
    ]),
    notes,
  }
}
