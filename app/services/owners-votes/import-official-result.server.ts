import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import {
  judgeOfficialResult,
  type OfficialResultRefusal,
  type OfficialSums,
} from '#app/domain/owners-vote/official-result.ts'
import { takesOfficialResult } from '#app/domain/owners-vote/electronic-channel.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { officialEvidence, ownersVotes } from '#db/schema/owners-votes.ts'
import { loadVote } from './owners-vote-rows.server.ts'

/** A scanned document of some pages. */
export const EVIDENCE_BYTES = 8 * 1024 * 1024

/** What a document of the other system may be, by its first bytes; its name is not believed. */
const KINDS: [signature: readonly number[], mediaType: string][] = [
  [[0x25, 0x50, 0x44, 0x46], 'application/pdf'],
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [[0x89, 0x50, 0x4e, 0x47], 'image/png'],
  [
    [0x50, 0x4b, 0x03, 0x04],
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
]

export type ImportOfficialRefusal =
  | OfficialResultRefusal
  | {
      code:
        | 'no-such-vote'
        | 'channel-own'
        | 'evidence-missing'
        | 'evidence-kind'
        | 'evidence-too-large'
    }

/**
 * Takes over what a city's own voting system counted, with the document that says so. The document
 * is kept as it came, with its hash; the vote is then counted and waits to be published.
 *
 * @param evidence - `bytes` null when the file was larger than is taken.
 */
export async function importOfficialResult(
  { db, now }: { db: Database; now: () => Date },
  viewer: Viewer,
  {
    voteId,
    evidence,
    ...told
  }: {
    voteId: string
    system: string
    reference: string
    sums: OfficialSums
    evidence: { name: string; bytes: Uint8Array | null } | null
  },
): Promise<Result<null, ImportOfficialRefusal>> {
  return db.transaction(async (tx) => {
    const loaded = await loadVote(tx, voteId, { hold: true })
    if (
      !loaded?.roll ||
      viewer.kind !== 'staff' ||
      !can(viewer, 'run-owners-vote', loaded.row)
    ) {
      return refuse({ code: 'no-such-vote' })
    }
    if (!takesOfficialResult(loaded.roll.policy)) return refuse({ code: 'channel-own' })
    const judged = judgeOfficialResult(loaded.vote, loaded.roll, told, localDateOf(now()))
    if (!judged.ok) return judged
    if (!evidence) return refuse({ code: 'evidence-missing' })
    const { bytes } = evidence
    if (!bytes) return refuse({ code: 'evidence-too-large' })
    const kind = KINDS.find(([signature]) =>
      signature.every((byte, index) => bytes[index] === byte),
    )
    if (!kind) return refuse({ code: 'evidence-kind' })
    const file = {
      fileName: evidence.name.slice(0, 200),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }
    await tx
      .insert(officialEvidence)
      .values({ voteId, mediaType: kind[1], content: bytes, ...file })
    await tx
      .update(ownersVotes)
      .set({
        state: 'tallied',
        closedAt: now(),
        talliedAt: now(),
        verdict: judged.value.verdict,
        officialResult: {
          system: told.system.trim(),
          reference: told.reference.trim(),
          counts: judged.value.counts,
          evidence: file,
          importedBy: viewer.name,
          importedAt: now().toISOString(),
        },
        revision: sql`${ownersVotes.revision} + 1`,
      })
      .where(eq(ownersVotes.id, voteId))
    return ok(null)
  })
}

/** The document itself, for those who may see the vote at the desk: it can name owners. */
export async function getOfficialEvidence(
  db: Database,
  viewer: Viewer,
  voteId: string,
): Promise<{ fileName: string; mediaType: string; content: Uint8Array } | null> {
  const loaded = await loadVote(db, voteId)
  if (!loaded || !can(viewer, 'see-owners-votes', loaded.row)) return null
  const [found] = await db
    .select()
    .from(officialEvidence)
    .where(eq(officialEvidence.voteId, voteId))
  return found ?? null
}
