import { hash } from '@node-rs/argon2'
import type { Services } from '#app/runtime/services.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { bodies, bodyPlaces, memberships, people, places } from '#db/schema/organisation.ts'
import { anxiBodies, anxiPlaces } from './anxi.ts'
import { anxiPeople, type SeedRoster } from './people.ts'
import { seededRandom } from './random.ts'

/** What the demo's accounts sign in with. They exist only while the demo does. */
export const DEMO_PASSWORD = 'anxi-730-demo'

/** Rows one statement carries; PostgreSQL takes 65,535 parameters at most. */
const CHUNK = 500

/** Writes both trees, the people and the accounts, and says who they are. */
export async function loadOrganisation(
  { db, newId }: Pick<Services, 'db' | 'newId'>,
  today: string,
): Promise<SeedRoster> {
  const roster = anxiPeople(seededRandom(730))
  const passwordHash = await hash(DEMO_PASSWORD)
  const since = `${Number(today.slice(0, 4)) - 1}-03-01`

  await db.transaction(async (tx) => {
    for (const rows of inChunks(anxiPlaces())) {
      await tx.insert(places).values(rows.map((row) => ({ ...row, demo: true })))
    }
    const allBodies = anxiBodies()
    await tx
      .insert(bodies)
      .values(allBodies.map(({ placeIds: _placeIds, ...row }) => ({ ...row, demo: true })))
    await tx
      .insert(bodyPlaces)
      .values(
        allBodies.flatMap((body) =>
          body.placeIds.map((placeId) => ({ bodyId: body.id, placeId })),
        ),
      )
    for (const rows of inChunks(roster.people)) {
      await tx.insert(people).values(rows.map((row) => ({ ...row, demo: true })))
    }
    for (const rows of inChunks(roster.memberships)) {
      await tx
        .insert(memberships)
        .values(rows.map((row) => ({ ...row, id: newId(), validFrom: since, validTo: null })))
    }
    await tx
      .insert(accounts)
      .values(roster.accounts.map((row) => ({ ...row, id: row.login, passwordHash })))
  })
  return roster
}

function inChunks<Row>(rows: readonly Row[]): Row[][] {
  const chunks: Row[][] = []
  for (let from = 0; from < rows.length; from += CHUNK)
    chunks.push(rows.slice(from, from + CHUNK))
  return chunks
}
