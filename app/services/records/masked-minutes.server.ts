import { eq } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { maskText, type Finding } from '#app/domain/records/mask.ts'
import { minutesDocument, type MinutesDocument } from '#app/domain/records/minutes-document.ts'
import type { MinutesReview } from '#app/domain/records/minutes-review.ts'
import {
  fullMinutes,
  publicMinutes,
  type ToldMinutes,
} from '#app/domain/records/told-minutes.ts'
import { regionServed } from '#app/services/rules/rules-in-force.server.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { itemAuthority } from './item-authority.server.ts'
import { knownNames } from './known-names.server.ts'
import { currentMinutes, type MinutesSource } from './minutes-rows.server.ts'

export type TellingOfMinutes = { told: ToldMinutes; document: MinutesDocument }

/**
 * The copy for everybody: the desk's preview and what is published are both
 * this, so that nobody publishes what they have not seen.
 */
export async function maskedMinutes(
  { db }: { db: Database },
  source: MinutesSource,
  review: MinutesReview,
): Promise<TellingOfMinutes & { findings: Finding[]; review: MinutesReview }> {
  const { meeting, log } = source
  const known = await knownNames({ db }, meeting.communityId, log.state)
  const { told, findings } = publicMinutes(
    currentMinutes(source),
    known,
    await authorityOf(db, source),
  )
  const reason = maskText(review.kind === 'unasked' ? review.reason : '', known)
  const toldReview = review.kind === 'unasked' ? { ...review, reason: reason.text } : review
  return {
    told,
    findings: [...findings, ...reason.findings],
    review: toldReview,
    document: await documentOf({ db }, source, toldReview, told),
  }
}

/** The copy for the archive, with everybody’s name. */
export async function archiveMinutes(
  { db }: { db: Database },
  source: MinutesSource,
  review: MinutesReview,
): Promise<TellingOfMinutes> {
  const told = fullMinutes(currentMinutes(source), await authorityOf(db, source))
  return { told, document: await documentOf({ db }, source, review, told) }
}

/** By the law of the day they were sealed; of a draft, of the day the meeting was. */
async function authorityOf(db: Database, source: MinutesSource) {
  return itemAuthority(await regionServed(db), localDateOf(dateOf(source)))
}

/** It may have been held on another day than was planned. */
function dateOf({ meeting, log, saved }: MinutesSource): Date {
  const { openedAt } = log.state
  return saved?.confirmedAt ?? (openedAt === null ? meeting.startsAt : new Date(openedAt))
}

async function documentOf(
  { db }: { db: Database },
  source: MinutesSource,
  review: MinutesReview,
  told: ToldMinutes,
): Promise<MinutesDocument> {
  const { meeting } = source
  const [community] = await db
    .select({ name: places.name })
    .from(places)
    .where(eq(places.id, meeting.communityId))
  return minutesDocument(told, {
    community: community?.name ?? '',
    number: meeting.number,
    date: dateOf(source),
    review,
  })
}
