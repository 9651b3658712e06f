/**
 * What somebody wrote, as every database, screen and file can hold it. Without control characters
 * (PostgreSQL refuses U+0000), halves of a pair, signs that turn the direction of what follows (a
 * name on the wall would read backwards), byte-order marks, and more than eight marks on one letter.
 */
export function plainText(text: string): string {
  return text
    .replaceAll(/(?![\t\n\r])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replaceAll(/(\p{M}{8})\p{M}+/gu, '$1')
}
