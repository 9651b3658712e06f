import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { SIDES } from '#app/domain/organisation/side.ts'
import { can } from '#app/domain/permissions/can.ts'
import { ID_PATTERN } from '#app/domain/shared/ids.ts'
import { NewPersonPage } from '#app/features/community/person-form.tsx'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { typedFields } from '#app/http/typed-fields.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { addToRoster } from '#app/services/organisation/add-to-roster.server.ts'
import { getCommunity } from '#app/services/organisation/get-community.server.ts'
import { getRoster } from '#app/services/organisation/get-roster.server.ts'

export const handle = { i18n: ['community', 'terms'] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const { services } = context
  const communityId = viewer.scopeId
  if (!can(viewer, 'edit-roster', { communityId })) throw notFound()
  const [community, roster] = await Promise.all([
    getCommunity(services, communityId),
    getRoster(services, { communityId, compoundId: null, on: localDateOf(services.now()) }),
  ])
  if (!community) throw notFound()
  const known = new Map(roster.map((entry) => [entry.personId, entry]))
  return {
    compounds: community.compounds,
    known: [...known.values()]
      .toSorted((one, other) => one.name.localeCompare(other.name, 'zh-CN'))
      .map(({ personId, name, body }) => ({ personId, name, body })),
    formKey: services.newId(),
  }
}

const text = z.string().trim()
const form = z
  .object({
    key: text.regex(ID_PATTERN),
    personId: text.max(60).default(''),
    name: text.max(40).default(''),
    honorific: z.enum(['mr', 'ms']).default('ms'),
    phone: text.max(20).default(''),
    needsCall: z.literal('on').optional(),
    side: z.enum(SIDES),
    body: text.min(1).max(60),
    compoundId: text.max(60),
    title: text.min(1).max(40),
    building: text.max(40),
  })
  .refine(({ personId, name }) => personId !== '' || name !== '')

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const typed = typedFields(await readForm(request))
  const parsed = form.safeParse(typed)
  if (!parsed.success) return data({ code: 'incomplete', typed }, 400)
  const { personId, name, honorific, phone, needsCall, ...rest } = parsed.data
  const added = await addToRoster(context.services, viewer, {
    key: rest.key,
    communityId: viewer.scopeId,
    who: personId
      ? { personId }
      : { name, honorific, phone: phone || null, needsCall: needsCall === 'on' },
    place: {
      compoundId: rest.compoundId || null,
      side: rest.side,
      title: rest.title,
      body: rest.body,
      building: rest.building || null,
    },
  })
  if (!added.ok) return data({ code: added.refusal.code, typed }, 409)
  return redirect(`/desk/roster?compound=${rest.compoundId || 'all'}`)
}

export default function NewPersonRoute() {
  return (
    <NewPersonPage
      {...useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>() ?? null}
    />
  )
}
