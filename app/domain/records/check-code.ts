/** The beginning of a hash as people read it out: 9F3A-71C2-08DE. */
export function checkCodeOf(hash: string): string {
  return (hash.slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join('-')
}
