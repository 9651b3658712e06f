import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PublicVotePage } from '#app/features/owners-votes/public-vote-page.tsx'
import { OWNERS_VOTE_STATUS } from '#app/features/owners-votes/refusal-words.ts'
import { PublicFrame } from '#app/features/public/public-frame.tsx'
import { idOf } from '#app/http/params.server.ts'
import { publicHeaders } from '#app/http/public-page.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { getPublicVote } from '#app/services/owners-votes/get-public-vote.server.ts'
import { objectToResult } from '#app/services/owners-votes/object-to-result.server.ts'
import { getPublicFrame } from '#app/services/public/get-public-frame.server.ts'
import publicPages from '#app/styles/public.css?url'

export const handle = { i18n: ['public', 'owners-votes', 'recount', 'terms', 'live', 'ballot'] }

export const headers = publicHeaders

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: publicPages }]

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.vote.title} · 730议事厅` : '730议事厅' },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services } = context
  const search = new URL(request.url).searchParams
  const sought = search.get('receipt')?.slice(0, 20) ?? null
  const vote = await getPublicVote(services.db, idOf<'owners-vote'>(params['id']), sought)
  if (!vote) throw notFound()
  return {
    vote,
    frame: await getPublicFrame(services, vote.community?.code ?? null),
    sent: search.has('sent'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const voteId = idOf<'owners-vote'>(params['id'])
  const heard = await context.rateLimits.votes.take(context.clientAddress)
  if (!heard.ok) return data({ refusal: 'too-fast' as const }, OWNERS_VOTE_STATUS['too-fast'])
  const form = await readForm(request)
  const field = (name: string, most: number) => textOf(form, name).slice(0, most)
  const sent = await objectToResult(context.services, {
    voteId,
    name: field('name', 40),
    contact: field('contact', 60),
    words: field('words', 1000),
  })
  if (sent.ok) return redirect(`/owners-votes/${voteId}?sent=1`)
  return data({ refusal: sent.refusal.code }, OWNERS_VOTE_STATUS[sent.refusal.code])
}

export default function PublicVoteRoute() {
  const { vote, frame, sent } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <PublicFrame frame={frame} section="resolutions">
      <PublicVotePage vote={vote} sent={sent} refusal={refused?.refusal ?? null} />
    </PublicFrame>
  )
}
