import { createHmac } from 'node:crypto'
import { ID_PATTERN } from '#app/domain/shared/ids.ts'
import { isSameSecret } from '#app/services/accounts/is-same-secret.server.ts'

/** What a link opens: a seat at a session, a task, a matter's return visit, a hall's screen, an owner's ballot. */
export type LinkKind = 'seat' | 'task' | 'visit' | 'screen' | 'elector'

/** What a link that we signed says. Whoever reads it compares `version` with the row's. */
export type SignedLink = { id: string; version: number }

const TOKEN = /^([A-Za-z0-9_-]{1,40})\.([0-9]{1,9})\.([A-Za-z0-9_-]{22})$/

/**
 * Makes the part of an address that lets whoever has it be somebody, such as
 * `0198….1.mac`. The same row and version give the same token, so a lost slip
 * can be printed again; raising the row's version makes every token before it
 * worthless.
 */
export function signLink(secret: string, kind: LinkKind, id: string, version: number): string {
  return `${id}.${version}.${macOf(secret, kind, id, String(version))}`
}

/** What a token says, or null when we did not sign it for this kind. */
export function readLink(secret: string, kind: LinkKind, token: string): SignedLink | null {
  const [, id = '', version = '', mac = ''] = TOKEN.exec(token) ?? []
  if (!ID_PATTERN.test(id)) return null
  if (!isSameSecret(mac, macOf(secret, kind, id, version))) return null
  return { id, version: Number(version) }
}

/** 128 of the 256 bits are enough against guessing and keep the QR code of a slip coarse. */
function macOf(secret: string, kind: LinkKind, id: string, version: string): string {
  return createHmac('sha256', secret)
    .update(`730-council link\n${kind}\n${id}\n${version}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url')
}
