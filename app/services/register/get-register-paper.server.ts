import { eq } from 'drizzle-orm'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import type { Database } from '#db/database.ts'
import { proxies, proxyPapers, rollAdditionPapers, rollAdditions } from '#db/schema/register.ts'

export type RegisterPaper = { mediaType: string; sha256: string; content: Uint8Array }

/**
 * The photo of a paper that belongs to a register, a proxy's or what proves an interest, for staff
 * of the community; null for anybody else.
 *
 * @param id - of the proxy, or of what was added to a roll.
 */
export async function getRegisterPaper(
  { db }: { db: Database },
  viewer: Viewer,
  id: string,
): Promise<RegisterPaper | null> {
  const [ofProxy] = await db
    .select({
      communityId: proxies.communityId,
      mediaType: proxyPapers.mediaType,
      sha256: proxyPapers.sha256,
      content: proxyPapers.content,
    })
    .from(proxyPapers)
    .innerJoin(proxies, eq(proxies.id, proxyPapers.proxyId))
    .where(eq(proxyPapers.proxyId, id))
  const [ofAddition] = ofProxy
    ? []
    : await db
        .select({
          communityId: rollAdditions.communityId,
          mediaType: rollAdditionPapers.mediaType,
          sha256: rollAdditionPapers.sha256,
          content: rollAdditionPapers.content,
        })
        .from(rollAdditionPapers)
        .innerJoin(rollAdditions, eq(rollAdditions.id, rollAdditionPapers.additionId))
        .where(eq(rollAdditionPapers.additionId, id))
  const found = ofProxy ?? ofAddition
  if (!found || !can(viewer, 'keep-register', found)) return null
  const { mediaType, sha256, content } = found
  return { mediaType, sha256, content }
}
