import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether what was shown is the secret, told in the same time whatever was shown, and however long. */
export function isSameSecret(shown: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(shown), digest(secret))
}
