import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/permissions/can.ts'
import { VotesPage } from '#app/features/owners-votes/votes-page.tsx'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { listOwnersVotes } from '#app/services/owners-votes/get-owners-vote.server.ts'

export const handle = { i18n: ['owners-votes'] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const communityId = viewer.communityIds[0]
  if (!communityId || !can(viewer, 'see-owners-votes', { communityId })) throw notFound()
  return {
    votes: await listOwnersVotes(context.services.db, viewer, communityId),
    mayRun: can(viewer, 'run-owners-vote', { communityId }),
  }
}

export default function OwnersVotesRoute() {
  return <VotesPage {...useLoaderData<typeof loader>()} />
}
