import { eq } from 'drizzle-orm'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import type { Database } from '#db/database.ts'
import { proxies, proxyPapers } from '#db/schema/register.ts'

export type ProxyPaper = { mediaType: string; sha256: string; content: Uint8Array }

/** The photo of a proxy's paper, for staff of the community; null for anybody else. */
export async function getProxyPaper(
  { db }: { db: Database },
  viewer: Viewer,
  proxyId: string,
): Promise<ProxyPaper | null> {
  const [found] = await db
    .select({
      communityId: proxies.communityId,
      mediaType: proxyPapers.mediaType,
      sha256: proxyPapers.sha256,
      content: proxyPapers.content,
    })
    .from(proxyPapers)
    .innerJoin(proxies, eq(proxies.id, proxyPapers.proxyId))
    .where(eq(proxyPapers.proxyId, proxyId))
  if (!found || !can(viewer, 'keep-register', found)) return null
  const { mediaType, sha256, content } = found
  return { mediaType, sha256, content }
}
