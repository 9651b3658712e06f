import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import {
  REGISTER_REFUSAL_STATUS,
  type RegisterRefusalCode,
} from '#app/domain/register/refusal-code.ts'
import { PROXY_CHOICES, PROXY_ITEMS, ProxyPage } from '#app/features/register/proxy-page.tsx'
import { readPaperForm } from '#app/http/read-paper-form.server.ts'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { typedFields } from '#app/http/typed-fields.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { questionsOfRoll } from '#app/services/owners-votes/proxies-for-vote.server.ts'
import { getRoll } from '#app/services/register/get-roll.server.ts'
import { recordProxy } from '#app/services/register/record-proxy.server.ts'

export const handle = { i18n: ['register'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const rollId = idOf<'roll'>(params['id'])
  const electorId = idOf<'elector'>(
    new URL(request.url).searchParams.get('elector') ?? undefined,
  )
  const asked = { page: 1, search: electorId, held: false }
  const view = await getRoll(context.services, viewer, rollId, asked)
  if (view?.roll.state !== 'frozen') throw notFound()
  const { services } = context
  return {
    ...{ rollId, electorId, formKey: services.newId() },
    today: localDateOf(services.now()),
    questions: await questionsOfRoll(services.db, rollId),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const rollId = idOf<'roll'>(params['id'])
  const { form, paper } = await readPaperForm(request)
  const typed = typedFields(form)
  const named = Array.from({ length: PROXY_ITEMS }, (_each, index) =>
    form.getAll(`names${index}`).filter((text) => typeof text === 'string'),
  )
  const refused = (code: RegisterRefusalCode) =>
    data({ code, typed, named }, REGISTER_REFUSAL_STATUS[code])
  if (!paper.ok) return refused(paper.refusal.code)
  const recorded = await recordProxy(context.services, viewer, {
    proxyId: idOf<'proxy'>(typed['key']),
    rollId,
    electorId: typed['electorId'] ?? '',
    holderName: typed['holderName'] ?? '',
    holderPhone: typed['holderPhone'] ?? '',
    signedOn: typed['signedOn'] ?? '',
    instructions: Array.from({ length: PROXY_ITEMS }, (_each, index) => ({
      item: (typed[`item${index}`] ?? '').slice(0, 120),
      choice:
        PROXY_CHOICES.find((choice) => choice === typed[`choice${index}`]) ??
        'as-the-holder-sees-fit',
      names: form
        .getAll(`names${index}`)
        .flatMap((text) =>
          typeof text === 'string' ? text.slice(0, 400).split(/[、,，;；\n]/u) : [],
        ),
    })),
    paper: paper.value,
  })
  if (!recorded.ok) return refused(recorded.refusal.code)
  return redirect(`/desk/register/rolls/${rollId}`)
}

export default function ProxyRoute() {
  const refused = useActionData<typeof action>()
  return (
    <ProxyPage
      {...useLoaderData<typeof loader>()}
      typed={refused?.typed ?? {}}
      named={refused?.named ?? []}
      code={refused?.code ?? null}
    />
  )
}
