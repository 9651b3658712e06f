import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { REGISTER_REFUSAL_STATUS } from '#app/domain/register/refusal-code.ts'
import { RollPage } from '#app/features/register/roll-page.tsx'
import { idOf, pageOf } from '#app/http/params.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { nameApplicant, takeOffRoll } from '#app/services/register/add-to-roll.server.ts'
import { designateVoter } from '#app/services/register/designate-voter.server.ts'
import { getRoll } from '#app/services/register/get-roll.server.ts'
import { remakeRoll } from '#app/services/register/make-roll.server.ts'
import {
  freezeRoll,
  publishRoll,
  withdrawRoll,
} from '#app/services/register/publish-roll.server.ts'
import {
  liftSuspension,
  suspendElector,
} from '#app/services/register/suspend-elector.server.ts'
import { endProxy } from '#app/services/register/record-proxy.server.ts'
import { answerObjection, objectToRoll } from '#app/services/register/roll-objections.server.ts'

export const handle = { i18n: ['register'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const asked = new URL(request.url).searchParams
  const search = (asked.get('q') ?? '').slice(0, 40)
  const held = asked.has('held')
  const view = await getRoll(context.services, viewer, idOf<'roll'>(params['id']), {
    page: pageOf(asked),
    ...{ search, held },
  })
  if (!view) throw notFound()
  return { view, search, held, formKey: context.services.newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const { services } = context
  const rollId = idOf<'roll'>(params['id'])
  const form = await readForm(request)
  const text = (name: string) => textOf(form, name)
  const done = await act()
  return done.ok
    ? redirect(`/desk/register/rolls/${rollId}`)
    : data({ code: done.refusal.code }, REGISTER_REFUSAL_STATUS[done.refusal.code])

  function act() {
    switch (text('intent')) {
      case 'publish':
        return publishRoll(services, viewer, rollId)
      case 'freeze':
        return freezeRoll(services, viewer, { rollId, earlyReason: text('earlyReason') })
      case 'withdraw':
        return withdrawRoll(services, viewer, { rollId, reason: text('reason') })
      case 'object':
        return objectToRoll(services, viewer, {
          key: idOf<'objection'>(text('key')),
          rollId,
          electorId: text('electorId').trim() || null,
          ...{ name: text('name'), contact: text('contact'), words: text('words') },
        })
      case 'answer':
        return answerObjection(services, viewer, {
          ...{ rollId, objectionId: text('objectionId'), answer: text('answer') },
          outcome: text('outcome') === 'corrected' ? 'corrected' : 'not-upheld',
        })
      case 'designate':
        return designateVoter(services, viewer, {
          ...{ rollId, electorId: text('electorId'), ownerId: text('ownerId') },
          agentName: text('agentName').slice(0, 40),
        })
      case 'end-proxy':
        return endProxy(services, viewer, {
          ...{ rollId, proxyId: text('proxyId') },
          ended: text('ended') === 'appeared' ? 'appeared' : 'withdrawn',
        })
      case 'suspend':
        return suspendElector(services, viewer, {
          ...{ suspensionId: idOf<'suspension'>(text('key')), rollId },
          ...{ electorId: text('electorId').trim(), reason: text('reason').slice(0, 200) },
        })
      case 'lift':
        return liftSuspension(services, viewer, { rollId, suspensionId: text('suspensionId') })
      case 'applicant':
        return nameApplicant(services, viewer, { rollId, door: text('door') })
      case 'take-off':
        return takeOffRoll(services, viewer, {
          ...{ rollId, additionId: text('additionId'), reason: text('reason') },
        })
      default:
        return remakeRoll(services, viewer, rollId)
    }
  }
}

export default function RollRoute() {
  return (
    <RollPage
      {...useLoaderData<typeof loader>()}
      code={useActionData<typeof action>()?.code ?? null}
    />
  )
}
