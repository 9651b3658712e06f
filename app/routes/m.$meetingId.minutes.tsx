import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import {
  useActionData,
  useLoaderData,
  useOutletContext,
  type ClientActionFunctionArgs,
} from '@remix-run/react'
import type { ProposalTarget } from '#app/domain/records/proposal.ts'
import {
  MINUTES_REFUSALS,
  type MinutesRefusalCode,
} from '#app/features/records/minutes-refusals.ts'
import { TableMinutesPage } from '#app/features/records/table-minutes-page.tsx'
import { idFrom } from '#app/http/params.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { meetingViewerOf } from '#app/http/viewer.server.ts'
import { getTableMinutes } from '#app/services/records/get-table-minutes.server.ts'
import { proposeCorrection } from '#app/services/records/propose-correction.server.ts'
import { withdrawProposal } from '#app/services/records/withdraw-proposal.server.ts'
import type { PhoneOutlet } from './m.$meetingId.tsx'

export const handle = { i18n: ['minutes'] }

/** The minutes for those who sat at the table, and their corrections. Works without a script. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const meetingId = idFrom(params, 'meetingId')
  const viewer = await meetingViewerOf(request, context, meetingId, 'seat')
  const minutes = await getTableMinutes(context.services, viewer, meetingId)
  if (!minutes) throw notFound()
  return {
    minutes,
    sent: new URL(request.url).searchParams.has('sent'),
    formKey: context.services.newId(),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const meetingId = idFrom(params, 'meetingId')
  const viewer = await meetingViewerOf(request, context, meetingId, 'seat')
  const form = await readForm(request)
  const text = (name: string) => textOf(form, name)
  const back = (refusal: MinutesRefusalCode) =>
    data({ refusal, target: text('target'), text: text('text') }, MINUTES_REFUSALS[refusal])
  const by = viewer.kind === 'seat' ? viewer.seatId : context.clientAddress
  const heard = await context.rateLimits.votes.take(`proposal ${by}`)
  if (!heard.ok) return back('too-fast')
  if (text('intent') === 'withdraw') {
    const proposalId = text('proposalId')
    const done = await withdrawProposal(context.services, viewer, { meetingId, proposalId })
    return done.ok ? redirect(`/m/${meetingId}/minutes#proposals`) : back(done.refusal.code)
  }
  const target = targetIn(text('target'))
  if (!target) return back('no-such-place')
  const done = await proposeCorrection(context.services, viewer, {
    meetingId,
    key: text('key').slice(0, 120),
    target,
    text: text('text'),
  })
  return done.ok
    ? redirect(`/m/${meetingId}/minutes?sent=1#proposals`)
    : back(done.refusal.code)
}

/** Without a network nothing is lost: the page stays, and says so. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  const form = await request.clone().formData()
  try {
    return await serverAction<typeof action>()
  } catch (error) {
    if (error instanceof Response) throw error
    return {
      refusal: 'offline' as const,
      target: String(form.get('target') ?? ''),
      text: String(form.get('text') ?? ''),
    }
  }
}

/** `whole`, `item:<id>`, `turn:<item>:<seq>`; null for anything else. */
function targetIn(text: string): ProposalTarget | null {
  const [of, itemId = '', seq = ''] = text.split(':')
  if (of === 'whole') return { of }
  if (of === 'item' && itemId !== '') return { of, itemId }
  return of === 'turn' && /^\d{1,9}$/.test(seq) ? { of, itemId, seq: Number(seq) } : null
}

export default function TableMinutesRoute() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action | typeof clientAction>()
  const { elder } = useOutletContext<PhoneOutlet>()
  return <TableMinutesPage {...loaded} elder={elder} answer={answer ?? null} />
}
