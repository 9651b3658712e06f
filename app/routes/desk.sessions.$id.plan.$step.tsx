import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { PlanView } from '#app/domain/sessions/plan-view.ts'
import { PLAN_STEPS, type PlanStep } from '#app/domain/sessions/session-plan.ts'
import { refuse, type Result } from '#app/domain/shared/result.ts'
import { GUEST_ROLES } from '#app/domain/invitations/propose-invitees.ts'
import {
  afterButton,
  agendaForm,
  inviteesForm,
  roomForm,
  rulesForm,
  timeForm,
  typedItems,
  type TypedItem,
} from '#app/features/sessions/plan-form.ts'
import type { PlanAnswer, PlanRefusalCode } from '#app/features/sessions/plan-answer.ts'
import { PlanPage } from '#app/features/sessions/plan-page.tsx'
import { idOf } from '#app/http/params.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { conveneMeeting } from '#app/services/meetings/convene-meeting.server.ts'
import { discardDraft } from '#app/services/sessions/discard-draft.server.ts'
import { getPlan } from '#app/services/sessions/get-plan.server.ts'
import { saveAgenda } from '#app/services/sessions/save-agenda.server.ts'
import { saveInvitees } from '#app/services/sessions/save-invitees.server.ts'
import { saveRoom } from '#app/services/sessions/save-room.server.ts'
import { saveRules } from '#app/services/sessions/save-rules.server.ts'
import { saveTime } from '#app/services/sessions/save-time.server.ts'

export const handle = { i18n: ['sessions', 'terms'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const step = stepOf(params['step'])
  const plan = await getPlan(context.services, viewer, idOf<'meeting'>(params['id']))
  if (!plan) throw notFound()
  if (plan.status !== 'draft') throw redirect(`/desk/sessions/${plan.id}`)
  const now = context.services.now()
  return { step, plan, today: localDateOf(now) }
}

/** Every step is one form: it is saved whole, and the button that was pressed says where to go on. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const step = stepOf(params['step'])
  const meetingId = idOf<'meeting'>(params['id'])
  const form = await readForm(request)
  const button = String(form.get('button') ?? 'next')
  const { services } = context

  if (button === 'discard') {
    const discarded = await discardDraft(services, viewer, meetingId)
    if (!discarded.ok && discarded.refusal.code === 'no-such-session') throw notFound()
    return redirect('/desk/sessions')
  }

  const plan = await getPlan(services, viewer, meetingId)
  if (!plan) throw notFound()
  const items = step === 'agenda' ? afterButton(typedItems(form), button, plan.matters) : null
  const saved = await saveStep(services, viewer, plan, { step, form, items })
  if (saved.ok) {
    if (step === 'notice') return redirect(`/desk/sessions/${meetingId}`)
    if (button === 'leave') return redirect('/desk/sessions')
    return redirect(`/desk/sessions/${meetingId}/plan/${stepAfter(step, button)}`)
  }
  const { code } = saved.refusal
  if (code === 'no-such-session') throw notFound()
  // A line that was just added has no name yet: it is shown, and saved with the next press.
  const onlyEdited = code === 'incomplete' && !GOING_ON.has(button)
  const answer: PlanAnswer = {
    code: onlyEdited ? null : code,
    typed: Object.fromEntries(
      [...form.keys()].map((name) => [name, form.getAll(name).map(String)]),
    ),
    items,
  }
  return data(answer, onlyEdited ? 200 : code === 'incomplete' ? 400 : 409)
}

type ToSave = { step: PlanStep; form: FormData; items: TypedItem[] | null }

async function saveStep(
  services: Services,
  viewer: StaffViewer,
  plan: PlanView,
  { step, form, items }: ToSave,
): Promise<Result<unknown, { code: PlanRefusalCode }>> {
  const meetingId = plan.id
  const fields = Object.fromEntries(form)
  switch (step) {
    case 'room': {
      const sent = roomForm.safeParse(fields)
      return sent.success ? saveRoom(services, viewer, { meetingId, ...sent.data }) : INCOMPLETE
    }
    case 'time': {
      const sent = timeForm.safeParse(fields)
      return sent.success ? saveTime(services, viewer, { meetingId, ...sent.data }) : INCOMPLETE
    }
    case 'agenda': {
      const sent = agendaForm.safeParse({ ...fields, items })
      return sent.success
        ? saveAgenda(services, viewer, { meetingId, ...sent.data })
        : INCOMPLETE
    }
    case 'invitees': {
      const sent = inviteesForm.safeParse({
        ...fields,
        invite: form.getAll('invite'),
        vote: form.getAll('vote'),
      })
      if (!sent.success) return INCOMPLETE
      const { invite, vote, ...rest } = sent.data
      const wanted = invite.map((membershipId) => ({
        membershipId,
        canVote: vote.includes(membershipId),
        guestAs: GUEST_ROLES.find((role) => role === form.get(`as.${membershipId}`)),
      }))
      return saveInvitees(services, viewer, { meetingId, wanted, ...rest })
    }
    case 'rules': {
      const sent = rulesForm.safeParse({ ...fields, secret: form.getAll('secret') })
      if (!sent.success) return INCOMPLETE
      const { revision, secret, ...rules } = sent.data
      const secrecy = plan.items
        .filter((item) => item.kind === 'decision')
        .map(({ id }) => ({
          itemId: id,
          secrecy: secret.includes(id) ? ('secret' as const) : ('open' as const),
        }))
      return saveRules(services, viewer, { meetingId, revision, rules, secrecy })
    }
    case 'notice': {
      if (plan.problems.length > 0) return refuse({ code: 'plan-incomplete' })
      const revision = Number(fields['revision'])
      return conveneMeeting(services, viewer, { meetingId, revision })
    }
  }
}

const INCOMPLETE = refuse({ code: 'incomplete' })

/** Buttons that leave the step; the others change the agenda and stay. */
const GOING_ON = new Set(['next', 'previous', 'leave'])

function stepOf(text: string | undefined): PlanStep {
  const step = PLAN_STEPS.find((each) => each === text)
  if (!step) throw notFound()
  return step
}

function stepAfter(step: PlanStep, button: string): PlanStep {
  const by = button === 'next' ? 1 : button === 'previous' ? -1 : 0
  return PLAN_STEPS[PLAN_STEPS.indexOf(step) + by] ?? step
}

export default function PlanRoute() {
  const { step, plan, today } = useLoaderData<typeof loader>()
  return (
    <PlanPage
      step={step}
      plan={plan}
      today={today}
      answer={useActionData<typeof action>() ?? null}
    />
  )
}
