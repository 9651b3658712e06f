import { describe, expect, test } from 'vitest'
import { PGLITE_FAULTS, playCampaign, POSTGRES_FAULTS, type Round } from './fire-campaign.ts'
import { noPostgresHere } from './own-postgres.ts'

// A failing round is played again by its seed: `playCampaign({ seed, rounds: 1, faults: [fault] })`.
const seedsOf = (rounds: readonly Round[]) =>
  rounds.flatMap(({ seed, fault, secrecy, violations }) =>
    violations.map(({ rule, who }) => `seed ${seed}, ${fault}, ${secrecy}: ${rule} ${who}`),
  )
const recorded = (rounds: readonly Round[]) =>
  rounds.flatMap(({ history }) => history).filter(({ answer }) => answer.kind === 'recorded')

const noPostgres = noPostgresHere()
if (noPostgres !== null) process.stdout.write(`PostgreSQL under fire left out: ${noPostgres}\n`)

describe('a ballot, open and secret, under each fault: what was acknowledged is what is there', () => {
  test.skipIf(noPostgres !== null)(
    '[L26] PostgreSQL, Redis and two processes',
    { timeout: 600_000 },
    async () => {
      const rounds = await playCampaign({
        database: 'PostgreSQL',
        faults: POSTGRES_FAULTS,
        rounds: 2 * POSTGRES_FAULTS.length,
        voters: 12,
        firstPort: 14_810,
      })
      expect(seedsOf(rounds)).toEqual([])
      expect(recorded(rounds).length).toBeGreaterThan(rounds.length)
    },
  )

  test('[L26] the embedded database', { timeout: 600_000 }, async () => {
    const rounds = await playCampaign({
      database: 'PGlite',
      faults: PGLITE_FAULTS,
      rounds: 2 * PGLITE_FAULTS.length,
      voters: 12,
      firstPort: 14_820,
    })
    expect(seedsOf(rounds)).toEqual([])
    expect(recorded(rounds).length).toBeGreaterThan(rounds.length)
  })

  test(
    'and a store that answers before it has written is found out',
    { timeout: 600_000 },
    async () => {
      const rounds = await playCampaign({
        database: 'PGlite',
        faults: ['app killed'],
        rounds: 4,
        voters: 12,
        firstPort: 14_830,
        env: { ACK_EARLY: 'yes' },
      })
      expect(seedsOf(rounds).join('\n')).toContain('lost')
    },
  )
})
