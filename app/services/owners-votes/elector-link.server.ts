import { readLink, signLink } from '#app/services/invitations/personal-link.server.ts'

/** What an elector's own link says: which vote, which line of its roll. */
export type ElectorLink = { code: string; electorId: string; version: number }

/** The part of an address that lets an elector vote: `K3F7Q_0042.1.mac`. */
export function signElectorLink(
  secret: string,
  { code, electorId, version }: ElectorLink,
): string {
  return signLink(secret, 'elector', `${code}_${electorId}`, version)
}

export function readElectorLink(secret: string, token: string): ElectorLink | null {
  const link = readLink(secret, 'elector', token)
  const [code, electorId] = link?.id.split('_') ?? []
  return link && code && electorId ? { code, electorId, version: link.version } : null
}
