import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { CommunityAdmin } from '#app/domain/organisation/community-admin.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { Database } from '#db/database.ts'
import { accounts } from '#db/schema/accounts.ts'
import { memberships, people, places } from '#db/schema/organisation.ts'

/** Compounds with their buildings, accounts, and who could have one; null for who may not. */
export async function getCommunityAdmin(
  { db }: { db: Database },
  viewer: StaffViewer,
  communityId: string,
): Promise<CommunityAdmin | null> {
  if (!can(viewer, 'edit-community', { communityId })) return null
  const [found, accountRows, candidates] = await Promise.all([
    db
      .select()
      .from(places)
      .where(
        and(
          eq(places.communityId, communityId),
          inArray(places.kind, ['compound', 'building']),
        ),
      )
      .orderBy(asc(places.position), asc(places.id)),
    db
      .select({
        id: accounts.id,
        name: people.name,
        login: accounts.login,
        role: accounts.role,
        disabledAt: accounts.disabledAt,
      })
      .from(accounts)
      .innerJoin(people, eq(people.id, accounts.personId))
      .where(eq(accounts.scopeId, communityId))
      .orderBy(asc(accounts.login)),
    db
      .selectDistinctOn([people.id], {
        personId: people.id,
        name: people.name,
        title: memberships.title,
      })
      .from(people)
      .innerJoin(memberships, eq(memberships.personId, people.id))
      .leftJoin(accounts, eq(accounts.personId, people.id))
      .where(
        and(
          eq(people.communityId, communityId),
          eq(memberships.side, 'committees'),
          isNull(memberships.validTo),
          isNull(accounts.id),
        ),
      )
      .orderBy(asc(people.id), sql`${memberships.validFrom} desc`),
  ])
  return {
    compounds: found
      .filter(({ kind }) => kind === 'compound')
      .map(({ id, name, nameEn, hall }) => ({
        id,
        name,
        nameEn,
        hall,
        buildings: found
          .filter(({ kind, parentId }) => kind === 'building' && parentId === id)
          .map((building) => building.name),
      })),
    accounts: accountRows.map(({ disabledAt, ...account }) => ({
      ...account,
      closed: disabledAt !== null,
      own: account.id === viewer.accountId,
    })),
    candidates,
  }
}
