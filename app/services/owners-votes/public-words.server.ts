import { maskText } from '#app/domain/records/mask.ts'
import { knownNames } from '#app/services/records/known-names.server.ts'
import type { Database } from '#db/database.ts'
import type { VoteRow } from './owners-vote-rows.server.ts'

/**
 * What the desk wrote of a vote that everybody reads: why something was set aside, put off or
 * declared void, and how it was told. Names, telephones and doors are covered, and nobody is told who
 * of the staff wrote it.
 */
export async function publicWords(
  db: Database,
  {
    communityId,
    noticeHow,
    overrides,
    extensions,
    voidReason,
  }: Pick<VoteRow, 'communityId' | 'noticeHow' | 'overrides' | 'extensions' | 'voidReason'>,
) {
  const known = await knownNames({ db }, communityId, null)
  const told = (text: string) => maskText(text, known).text
  return {
    noticeHow: noticeHow && told(noticeHow),
    overrides: overrides.map(({ check, reason }) => ({ check, reason: told(reason) })),
    extensions: extensions.map(({ from, to, reason }) => ({ from, to, reason: told(reason) })),
    voidReason: voidReason && told(voidReason),
  }
}
