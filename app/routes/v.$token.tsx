import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { SATISFACTIONS } from '#app/domain/matters/matter.ts'
import { SOLVED } from '#app/domain/matters/matter-state.ts'
import {
  MATTER_REFUSAL_STATUS,
  type MatterRefusalCode,
} from '#app/domain/matters/refusal-code.ts'
import { VisitPage } from '#app/features/matters/visit-page.tsx'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { readLink } from '#app/services/invitations/personal-link.server.ts'
import { answerReturnVisit } from '#app/services/matters/answer-return-visit.server.ts'
import { getReturnVisit } from '#app/services/matters/get-return-visit.server.ts'
import phoneStyles from '#app/styles/phone.css?url'

export const handle = { i18n: ['matters', 'terms', 'live'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: phoneStyles }]

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.matter.title ?? '' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services } = context
  const token = params['token'] ?? ''
  const link = readLink(services.config.sessionSecret, 'visit', token)
  const matter = link && (await getReturnVisit(services, link))
  if (!matter) throw notFound()
  const sent = new URL(request.url).searchParams.get('sent')
  return {
    matter,
    token,
    formKey: services.newId(),
    sent: (['closed', 'back'] as const).find((kind) => kind === sent) ?? null,
  }
}

const answer = z.object({
  key: z.string().min(1).max(60),
  solved: z.enum(SOLVED),
  satisfaction: z.enum(SATISFACTIONS),
  reason: z.string().trim().max(1000),
})

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { services } = context
  const token = params['token'] ?? ''
  const link = readLink(services.config.sessionSecret, 'visit', token)
  if (!link) throw notFound()
  const form = await readForm(request)
  const reason = textOf(form, 'reason').slice(0, 1000)
  const refused = (code: MatterRefusalCode) =>
    data({ code, reason }, MATTER_REFUSAL_STATUS[code])
  const parsed = answer.safeParse(Object.fromEntries(form))
  if (!parsed.success) return refused('incomplete')

  const answered = await answerReturnVisit(services, {
    ...parsed.data,
    reason: parsed.data.reason || null,
    matterId: link.id,
    version: link.version,
  })
  if (!answered.ok) return refused(answered.refusal.code)
  return redirect(`/v/${token}?sent=${answered.value.closed ? 'closed' : 'back'}`)
}

export default function VisitRoute() {
  const refused = useActionData<typeof action>()
  return (
    <VisitPage
      {...useLoaderData<typeof loader>()}
      refusal={refused?.code ?? null}
      reason={refused?.reason ?? ''}
    />
  )
}
