import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { passwordTrouble, type PasswordTrouble } from '#app/domain/accounts/password-trouble.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { hashPassword } from '#app/services/accounts/password.server.ts'
import { loginOf } from '#app/services/accounts/sign-in.server.ts'
import { bodyFor } from '#app/services/organisation/body-for.server.ts'
import type { Database } from '#db/database.ts'
import { accounts } from '#db/schema/accounts.ts'
import { memberships, people, places } from '#db/schema/organisation.ts'
import { needsSetup } from './needs-setup.server.ts'
import { isSetupCode } from './setup-code.server.ts'

/** What a place is called; the English name is the Chinese one until somebody gives another. */
export type PlaceNames = { name: string; nameEn: string }

export type FirstPlace = {
  /** `division`: six digits of GB/T 2260; null until somebody knows it, and the county keeps no rules of its own. */
  county: PlaceNames & { division: string | null }
  town: PlaceNames
  /** `code` is the community's part of its address: `/c/hebin`. */
  community: PlaceNames & { code: string; hotline: string | null }
  compound: PlaceNames & { hall: string | null }
  cadre: {
    name: string
    honorific: 'mr' | 'ms'
    title: string
    login: string
    password: string
  }
}

export type SetUpRefusal = { code: 'already-set-up' | 'wrong-code' | PasswordTrouble }

/** A deployment serves one county, so its row can have a name of its own: whoever inserts it was first. */
const THE_COUNTY = 'county'

/**
 * Makes the first places and the first account of an empty database.
 *
 * @param code - printed in the terminal of the program.
 */
export async function setUp(
  services: {
    db: Database
    now: () => Date
    newId: () => string
    config: { sessionSecret: string }
  },
  { code, first }: { code: string; first: FirstPlace },
): Promise<Result<{ accountId: string }, SetUpRefusal>> {
  const { db, newId } = services
  if (!(await needsSetup(services))) return refuse({ code: 'already-set-up' })
  if (!isSetupCode(services.config.sessionSecret, code)) return refuse({ code: 'wrong-code' })
  const { county, town, community, compound, cadre } = first
  const { division, ...named } = county
  const trouble = passwordTrouble(cadre.password, cadre.login)
  if (trouble) return refuse({ code: trouble })
  const passwordHash = await hashPassword(cadre.password)

  return db.transaction(async (tx): Promise<Result<{ accountId: string }, SetUpRefusal>> => {
    const [mine] = await tx
      .insert(places)
      .values({ ...named, id: THE_COUNTY, kind: 'county', code: division ?? THE_COUNTY })
      .onConflictDoNothing()
      .returning({ id: places.id })
    if (!mine) return refuse({ code: 'already-set-up' })
    const [townId, communityId, compoundId, personId, accountId] = Array.from(
      { length: 5 },
      newId,
    ) as [string, string, string, string, string]
    await tx.insert(places).values([
      { ...town, id: townId, kind: 'town', parentId: THE_COUNTY, code: `town-${townId}` },
      { ...community, id: communityId, kind: 'community', parentId: townId, communityId },
      {
        ...compound,
        id: compoundId,
        kind: 'compound',
        parentId: communityId,
        communityId,
        code: `compound-${compoundId}`,
        position: 1,
      },
    ])
    const committee = await bodyFor(tx, newId, {
      communityId,
      compoundId: null,
      side: 'committees',
      name: `${community.name}居委会`,
    })
    if (!committee) throw new Error('the community was just inserted')
    await tx.insert(people).values({
      id: personId,
      communityId,
      name: cadre.name,
      honorific: cadre.honorific,
    })
    await tx.insert(memberships).values({
      id: newId(),
      personId,
      bodyId: committee,
      side: 'committees',
      title: cadre.title,
      titleEn: cadre.title,
      compoundId: null,
      building: null,
      validFrom: localDateOf(services.now()),
      validTo: null,
    })
    await tx.insert(accounts).values({
      id: accountId,
      personId,
      login: loginOf(cadre.login),
      passwordHash,
      role: 'cadre',
      scopeId: communityId,
    })
    return ok({ accountId })
  })
}
