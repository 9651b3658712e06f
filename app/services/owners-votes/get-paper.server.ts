import { and, asc, eq, isNull } from 'drizzle-orm'
import { paperStanding } from '#app/domain/owners-vote/paper.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { staffOf } from '#app/services/accounts/staff-of.server.ts'
import type { Database } from '#db/database.ts'
import { paperBallots, paperEntries, paperPhotos } from '#db/schema/owners-votes.ts'
import { proxies, rollElectors } from '#db/schema/register.ts'
import { othersWhoSettle } from './paper-rows.server.ts'
import { loadVote } from './owners-vote-rows.server.ts'

type PaperName = { voteId: string; electorId: string }

/** A paper for whoever is going to read it: nothing of what another has read. */
export async function getPaper(db: Database, viewer: Viewer, { voteId, electorId }: PaperName) {
  const loaded = await loadVote(db, voteId)
  if (!loaded?.roll || !can(viewer, 'read-papers', loaded.row)) return null
  const [paper] = await db
    .select({ doors: rollElectors.doorsMasked, photo: paperPhotos.sha256 })
    .from(paperBallots)
    .innerJoin(
      rollElectors,
      and(
        eq(rollElectors.rollId, loaded.roll.id),
        eq(rollElectors.electorId, paperBallots.electorId),
      ),
    )
    .leftJoin(
      paperPhotos,
      and(
        eq(paperPhotos.voteId, paperBallots.voteId),
        eq(paperPhotos.electorId, paperBallots.electorId),
      ),
    )
    .where(and(eq(paperBallots.voteId, voteId), eq(paperBallots.electorId, electorId)))
  if (!paper) return null
  const entries = await db
    .select()
    .from(paperEntries)
    .where(and(eq(paperEntries.voteId, voteId), eq(paperEntries.electorId, electorId)))
    .orderBy(asc(paperEntries.slot))
  const { id, code, title, question } = loaded.row
  const readers = entries.map(({ enteredBy }) => enteredBy)
  const readIt = viewer.kind === 'staff' && readers.includes(viewer.personId)
  const runs = can(viewer, 'run-owners-vote', loaded.row)
  const desk = await staffOf(db, loaded.row.communityId)
  const [proxy] = await db
    .select({ holder: proxies.holderName })
    .from(proxies)
    .where(
      and(
        eq(proxies.rollId, loaded.roll.id),
        eq(proxies.electorId, electorId),
        isNull(proxies.endedAt),
      ),
    )
  const hasOthers = othersWhoSettle(desk, readers).length > 0
  return {
    vote: { id, code, title, question },
    electorId,
    doors: paper.doors,
    /** Who holds a written proxy of this elector, and may have signed in their place. */
    proxyHolder: proxy?.holder ?? null,
    hasPhoto: paper.photo !== null,
    differs: paperStanding(entries).at === 'differs',
    maySettle: runs && (!readIt || !hasOthers),
    /** They read it themselves and nobody else can settle it: somebody has to look on. */
    needsOverseer: readIt && !hasOthers,
  }
}

export async function getPaperPhoto(
  db: Database,
  viewer: Viewer,
  { voteId, electorId }: PaperName,
): Promise<{ mediaType: string; content: Uint8Array } | null> {
  const loaded = await loadVote(db, voteId)
  if (!loaded || !can(viewer, 'read-papers', loaded.row)) return null
  const [photo] = await db
    .select({ mediaType: paperPhotos.mediaType, content: paperPhotos.content })
    .from(paperPhotos)
    .where(and(eq(paperPhotos.voteId, voteId), eq(paperPhotos.electorId, electorId)))
  return photo ?? null
}
