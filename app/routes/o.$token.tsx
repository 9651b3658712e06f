import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { KEY_PATTERN } from '#app/domain/shared/ids.ts'
import { ElectorPage } from '#app/features/owners-votes/elector-page.tsx'
import { markFromForm } from '#app/features/ballot/mark-from-form.ts'
import {
  OWNERS_VOTE_STATUS,
  type OwnersVoteRefusalCode,
} from '#app/features/owners-votes/refusal-words.ts'
import { readPreferences } from '#app/http/preferences.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { castOwnersVote } from '#app/services/owners-votes/cast-owners-vote.server.ts'
import { readElectorLink } from '#app/services/owners-votes/elector-link.server.ts'
import { getElectorBallot } from '#app/services/owners-votes/get-elector-ballot.server.ts'
import phoneStyles from '#app/styles/phone.css?url'

export const handle = { i18n: ['owners-votes', 'ballot', 'live', 'terms'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: phoneStyles }]

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.ballot.title ?? '' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services } = context
  const link = readElectorLink(services.config.sessionSecret, params['token'] ?? '')
  const ballot = link && (await getElectorBallot(services, link))
  if (!ballot) throw notFound()
  const search = new URL(request.url).searchParams
  // What was chosen on the page before comes in the address: nothing is kept until it is confirmed.
  const started = ['mark', 'option', 'abstain'].some((name) => search.has(name))
  const chosen = started || [...search.keys()].some((name) => name.startsWith('rank-'))
  const mark = chosen ? markFromForm(ballot.question, search) : null
  return {
    ballot,
    mark: mark?.ok ? mark.value : null,
    refusal: mark && !mark.ok ? mark.refusal.code : null,
    changing: search.has('change'),
    formKey: services.newId(),
    elder: (await readPreferences(request)).elder,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { services, rateLimits } = context
  const token = params['token'] ?? ''
  const link = readElectorLink(services.config.sessionSecret, token)
  if (!link) throw notFound()
  const heard = await rateLimits.votes.take(`${link.code}_${link.electorId}`)
  if (!heard.ok) return refused('too-fast')
  const form = await readForm(request)
  const key = textOf(form, 'key')
  if (!KEY_PATTERN.test(key)) return refused('mark-missing')
  const cast = await castOwnersVote(services, link, {
    mark: textOf(form, 'mark').slice(0, 80),
    key,
  })
  return cast.ok ? redirect(`/o/${token}`) : refused(cast.refusal.code)
}

function refused(code: OwnersVoteRefusalCode) {
  return data({ refusal: code }, OWNERS_VOTE_STATUS[code])
}

export default function ElectorRoute() {
  const loaded = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return <ElectorPage {...loaded} refusal={sent?.refusal ?? loaded.refusal} />
}
