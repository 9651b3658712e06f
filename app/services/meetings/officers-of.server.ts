import { asc, eq, inArray } from 'drizzle-orm'
import type { Officer } from '#app/domain/meetings/meeting.ts'
import type { Database } from '#db/database.ts'
import { memberships, people } from '#db/schema/organisation.ts'

/** Name and title of chair and recorder; the title nearest to the compound, of those held today. */
export async function officersOf(
  tx: Database,
  personIds: readonly string[],
  { compoundId, today }: { compoundId: string; today: string },
): Promise<Map<string, Officer>> {
  const rows = await tx
    .select({
      id: people.id,
      name: people.name,
      title: memberships.title,
      compoundId: memberships.compoundId,
      from: memberships.validFrom,
      to: memberships.validTo,
    })
    .from(people)
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .where(inArray(people.id, [...personIds]))
    .orderBy(asc(memberships.id))
  const officers = new Map<string, Officer>()
  const isHere = (row: (typeof rows)[number]) => row.compoundId === compoundId
  for (const row of rows.toSorted((a, b) => Number(isHere(b)) - Number(isHere(a)))) {
    const holds = (row.from ?? '') <= today && (row.to === null || row.to >= today)
    const known = officers.get(row.id)
    if (known && known.title !== '') continue
    officers.set(row.id, { id: row.id, name: row.name, title: (holds && row.title) || '' })
  }
  return officers
}
