import type { Mark } from '#app/domain/voting/mark.ts'

/**
 * The papers for these votes under random names, in the order of those names:
 * neither in that of the voters nor in that of their coming.
 */
export function papersFor(
  votes: readonly { ballotId: string; choice: Mark }[],
  randomBytes: (size: number) => Uint8Array,
): { ballotId: string; choice: string; paperId: string }[] {
  const names = Buffer.from(randomBytes(16 * votes.length)).toString('hex')
  return votes
    .map(({ ballotId, choice }, index) => ({
      ballotId,
      choice,
      paperId: names.slice(index * 32, index * 32 + 32),
    }))
    .sort((a, b) => (a.paperId < b.paperId ? -1 : 1))
}
