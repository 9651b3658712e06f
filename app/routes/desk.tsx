import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { DeskNav } from '#app/features/desk/desk-nav.tsx'
import { requireStaff } from '#app/http/viewer.server.ts'
import { getCommunity } from '#app/services/organisation/get-community.server.ts'
import { countDesk } from '#app/services/sessions/count-desk.server.ts'
import deskStyles from '#app/styles/desk.css?url'

export const handle = { i18n: ['desk', 'terms'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const { name, role } = viewer
  // A town or county has no community of its own; it reads figures of all of its communities.
  const communityId =
    role === 'cadre' || role === 'recorder' ? (viewer.communityIds[0] ?? null) : null
  if (communityId === null) return { name, role, community: null, counts: null }
  const [community, counts] = await Promise.all([
    getCommunity(context.services, communityId),
    countDesk(context.services, viewer, communityId),
  ])
  return { name, role, community, counts }
}

/** The convener's desk: the sections on the left; a page below it fills `main`. */
export default function DeskLayout() {
  const { name, role, community, counts } = useLoaderData<typeof loader>()
  return (
    <div className="desk">
      <DeskNav name={name} role={role} community={community} counts={counts} />
      <main id="main" className="dk-m">
        <Outlet />
      </main>
    </div>
  )
}
