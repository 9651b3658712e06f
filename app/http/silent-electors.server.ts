import { takesPhoneVotes } from '#app/domain/owners-vote/electronic-channel.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { listSilentElectors } from '#app/services/owners-votes/list-electors.server.ts'
import { electorOnPaper } from './elector-on-paper.server.ts'
import { pageOf } from './params.server.ts'
import type { RequestContext } from './request-context.server.ts'

const PER_PAGE = 100

/** The page that was asked for of those who have not voted, each with their own link. */
export async function silentElectors(
  request: Request,
  context: RequestContext,
  { viewer, voteId }: { viewer: Viewer; voteId: string },
) {
  const search = new URL(request.url).searchParams
  const page = pageOf(search)
  const building = search.get('building')?.slice(0, 60) || null
  const found = await listSilentElectors(context.services.db, viewer, {
    ...{ voteId, page, building },
    perPage: PER_PAGE,
  })
  if (!found) return null
  const { id, title, closesOn, state } = found.vote
  const byPhone = !found.roll || takesPhoneVotes(found.roll.policy)
  return {
    vote: { id, title, closesOn, state, compound: found.compound },
    total: found.total,
    page,
    pages: Math.max(1, Math.ceil(found.total / PER_PAGE)),
    building,
    buildings: found.buildings,
    electors: found.electors.map(({ held, contact, ...line }) => {
      const said = electorOnPaper(context, found.vote, line)
      return { ...said, held, contact, link: byPhone ? said.link : null }
    }),
  }
}
