/** The beginning of a hash as people read it out: 9F3A-71C2-08DE. */
export function checkCodeOf(hash: string): string {
  return (hash.slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join('-')
}

/** What a typed code says of the hash, whatever stands between its characters; null for no code. */
export function hashPrefixOf(typed: string): string | null {
  const digits = typed
    .normalize('NFKC')
    .replace(/[^0-9A-Za-z]/g, '')
    // Read out or copied by hand, an O is a nought and an I a one: neither is in a hash.
    .replace(/o/gi, '0')
    .replace(/[il]/gi, '1')
    .toLowerCase()
  return /^[0-9a-f]{12}$/.test(digits) ? digits : null
}
