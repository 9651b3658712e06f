import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SessionsPage } from '#app/features/sessions/sessions-page.tsx'
import { can } from '#app/domain/permissions/can.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { listSessions } from '#app/services/sessions/list-sessions.server.ts'

export const handle = { i18n: ['sessions', 'terms'] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  if (!can(viewer, 'see-desk', { communityId: viewer.scopeId })) throw notFound()
  return listSessions(context.services, viewer)
}

export default function SessionsRoute() {
  return <SessionsPage lists={useLoaderData<typeof loader>()} />
}
