import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { minutesLog } from '#app/domain/records/minutes-log.ts'
import { replay } from '#app/domain/meetings/evolve.ts'
import { ReplayPage } from '#app/features/replay/replay-page.tsx'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { getLog } from '#app/services/meetings/get-log.server.ts'
import consoleStyles from '#app/styles/console.css?url'

export const handle = { i18n: ['ballot', 'minutes', 'live', 'terms', 'console'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: consoleStyles }]

/** `?seq=` is where it begins, so that a fact can lead here, with or without a script. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const meetingId = idOf<'meeting'>(params['id'])
  const log = await getLog(context.services, viewer, meetingId)
  if (!log) throw notFound()
  const { events } = log
  const asked = Number(new URL(request.url).searchParams.get('seq') ?? events.length)
  const position = Number.isInteger(asked) ? Math.max(1, Math.min(events.length, asked)) : 1
  const state = replay(events.slice(0, position))
  const at = events[position - 1]
  if (!state || !at) throw notFound()
  const { lines } = minutesLog(events)
  return {
    meetingId,
    total: events.length,
    first: { position, state, at: at.at, line: lines[position - 1] ?? null },
  }
}

/** The browser folds the log by itself; only another meeting is another page. */
export function shouldRevalidate({
  currentParams,
  nextParams,
}: {
  currentParams: { id?: string }
  nextParams: { id?: string }
}) {
  return currentParams.id !== nextParams.id
}

export default function ReplayRoute() {
  const loaded = useLoaderData<typeof loader>()
  return <ReplayPage key={loaded.meetingId} {...loaded} />
}
