/**
 * A name for one decision, so that sending it twice is once. Not `randomUUID`:
 * that one is missing on a page without https, which a hall's own network may serve.
 */
export function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
