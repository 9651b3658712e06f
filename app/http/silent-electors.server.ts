import { takesPhoneVotes } from '#app/domain/owners-vote/electronic-channel.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { signElectorLink } from '#app/services/owners-votes/elector-link.server.ts'
import { listSilentElectors } from '#app/services/owners-votes/list-electors.server.ts'
import type { RequestContext } from './request-context.server.ts'

const PER_PAGE = 100

/** The page that was asked for of those who have not voted, each with their own link. */
export async function silentElectors(
  request: Request,
  { services, origin }: RequestContext,
  { viewer, voteId }: { viewer: Viewer; voteId: string },
) {
  const search = new URL(request.url).searchParams
  const page = Math.max(1, Math.trunc(Number(search.get('page')) || 1))
  const building = search.get('building')?.slice(0, 60) || null
  const found = await listSilentElectors(services.db, viewer, {
    ...{ voteId, page, building },
    perPage: PER_PAGE,
  })
  if (!found) return null
  const { id, title, code, linkVersion, closesOn, state } = found.vote
  const byPhone = !found.roll || takesPhoneVotes(found.roll.policy)
  const linkOf = (electorId: string) =>
    `${origin}/o/${signElectorLink(services.config.sessionSecret, {
      code,
      electorId,
      version: linkVersion,
    })}`
  return {
    vote: { id, title, closesOn, state, compound: found.compound },
    total: found.total,
    page,
    pages: Math.max(1, Math.ceil(found.total / PER_PAGE)),
    building,
    buildings: found.buildings,
    electors: found.electors.map(({ electorId, names, doors, held, contact }) => ({
      ...{ electorId, held, contact },
      names: names.join('、'),
      doors: doors.join('、'),
      link: byPhone ? linkOf(electorId) : null,
    })),
  }
}
