import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { LinkGonePage } from '#app/features/invitations/link-gone-page.tsx'
import { notFound } from '#app/http/responses.server.ts'
import { rememberSeat } from '#app/http/viewer.server.ts'
import { openLink } from '#app/services/invitations/open-link.server.ts'

export const handle = { i18n: ['invitations'] }

/** A personal link: whoever opens it is that person at that session, on this browser. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const opened = await openLink(context.services, params['token'] ?? '')
  if (!opened.ok) throw notFound()
  const { meetingId, seatId, version } = opened.value
  const cookie = await rememberSeat(request, context, meetingId, { seatId, version })
  return redirect(`/m/${meetingId}`, { headers: { 'Set-Cookie': cookie } })
}

export default function LinkRoute() {
  return null
}

export function ErrorBoundary() {
  const error = useRouteError()
  if (isRouteErrorResponse(error) && error.status === 404) return <LinkGonePage />
  throw error
}
