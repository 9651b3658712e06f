import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { isContactWay, type ContactKind } from '#app/domain/owners-vote/elector-contact.ts'
import type { OwnersVoteState } from '#app/domain/owners-vote/owners-vote.ts'
import { OWNERS_VOTE_STATUS } from '#app/features/owners-votes/refusal-words.ts'
import { SilentPage } from '#app/features/owners-votes/silent-page.tsx'
import { idOf } from '#app/http/params.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { silentElectors } from '#app/http/silent-electors.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { recordContact } from '#app/services/owners-votes/record-contact.server.ts'

export const handle = { i18n: ['owners-votes'] }

const KINDS: Partial<Record<OwnersVoteState, ContactKind[]>> = {
  announced: ['served', 'reminded'],
  open: ['served', 'reminded'],
  closed: ['served'],
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const found = await silentElectors(request, context, {
    viewer,
    voteId: idOf<'owners-vote'>(params['id']),
  })
  if (!found) throw notFound()
  const search = new URL(request.url).searchParams
  const counted = (name: string) => Math.max(0, Math.trunc(Number(search.get(name)) || 0))
  return {
    ...found,
    kinds: KINDS[found.vote.state] ?? [],
    today: localDateOf(context.services.now()),
    done: search.has('recorded')
      ? { recorded: counted('recorded'), passedOver: counted('passedOver') }
      : null,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const form = await readForm(request)
  const way = textOf(form, 'way')
  const recorded = await recordContact(context.services, viewer, {
    voteId: idOf<'owners-vote'>(params['id']),
    electorIds: form.getAll('elector').map(String),
    kind: form.get('do') === 'served' ? 'served' : 'reminded',
    way: isContactWay(way) ? way : 'handed',
    doneOn: textOf(form, 'doneOn') || null,
  })
  if (!recorded.ok) {
    const { code } = recorded.refusal
    return data({ refusal: code }, OWNERS_VOTE_STATUS[code])
  }
  const url = new URL(request.url)
  for (const [name, count] of Object.entries(recorded.value)) {
    url.searchParams.set(name, String(count))
  }
  return redirect(`${url.pathname}${url.search}`)
}

export default function SilentRoute() {
  const refused = useActionData<typeof action>()
  return <SilentPage {...useLoaderData<typeof loader>()} refusal={refused?.refusal ?? null} />
}
