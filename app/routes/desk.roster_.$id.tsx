import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { EditPersonPage } from '#app/features/community/person-form.tsx'
import { idOf } from '#app/http/params.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { typedFields } from '#app/http/typed-fields.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import {
  correctRosterEntry,
  endRosterEntry,
  getRosterLine,
} from '#app/services/organisation/change-roster-entry.server.ts'

export const handle = { i18n: ['community', 'terms'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const line = await getRosterLine(context.services, viewer, idOf<'membership'>(params['id']))
  if (!line) throw notFound()
  return { line, saved: new URL(request.url).searchParams.has('saved') }
}

const form = z.object({
  name: z.string().trim().min(1).max(40),
  honorific: z.enum(['mr', 'ms']),
  phone: z.string().trim().max(20),
  needsCall: z.literal('on').optional(),
  title: z.string().trim().min(1).max(40),
  building: z.string().trim().max(40),
})

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const membershipId = idOf<'membership'>(params['id'])
  const typed = typedFields(await readForm(request))
  if (typed['intent'] === 'end') {
    const ended = await endRosterEntry(context.services, viewer, membershipId)
    if (!ended.ok) throw notFound()
    return redirect('/desk/roster')
  }
  const parsed = form.safeParse(typed)
  if (!parsed.success) return data({ code: 'incomplete', typed }, 400)
  const { title, building, phone, needsCall, ...person } = parsed.data
  const corrected = await correctRosterEntry(context.services, viewer, {
    membershipId,
    person: { ...person, phone: phone || null, needsCall: needsCall === 'on' },
    title,
    building: building || null,
  })
  if (!corrected.ok) throw notFound()
  return redirect(`/desk/roster/${membershipId}?saved=1`)
}

export default function EditPersonRoute() {
  return (
    <EditPersonPage
      {...useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>() ?? null}
    />
  )
}
