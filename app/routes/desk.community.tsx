import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CommunityPage } from '#app/features/community/community-page.tsx'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { addAccount } from '#app/services/accounts/add-account.server.ts'
import {
  changeOwnPassword,
  setAccountOpen,
} from '#app/services/accounts/change-account.server.ts'
import { addPlace } from '#app/services/organisation/add-place.server.ts'
import { getCommunityAdmin } from '#app/services/organisation/get-community-admin.server.ts'

export const handle = { i18n: ['community', 'desk'] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const done = new URL(request.url).searchParams.get('done')
  const admin = await getCommunityAdmin(context.services, viewer, viewer.scopeId)
  if (!admin) throw notFound()
  return { admin, done }
}

const name = z.string().trim().min(1).max(40)
const optional = z.string().trim().max(80)
const form = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('add-compound'),
    name,
    nameEn: optional,
    hall: optional,
  }),
  z.object({ intent: z.literal('add-building'), compoundId: name, name, nameEn: optional }),
  z.object({
    intent: z.literal('add-account'),
    personId: name,
    role: z.enum(['cadre', 'recorder']),
    login: z
      .string()
      .trim()
      .regex(/^[\w.@-]{2,60}$/u),
    password: z.string().max(200),
  }),
  z.object({ intent: z.enum(['open-account', 'close-account']), accountId: name }),
  z.object({
    intent: z.literal('own-password'),
    current: z.string().max(200),
    next: z.string().max(200),
  }),
])

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const { services, rateLimits } = context
  const sent = Object.fromEntries(await readForm(request))
  const parsed = form.safeParse(sent)
  if (!parsed.success) {
    return data({ code: 'incomplete', intent: String(sent['intent'] ?? '') }, 400)
  }
  const typed = parsed.data
  if (typed.intent === 'own-password') {
    const heard = await rateLimits.signIn.take(`own-password ${viewer.accountId}`)
    if (!heard.ok) return data({ code: 'too-many-tries', intent: typed.intent }, 429)
  }
  const done = await carryOut()
  if (!done.ok) return data({ code: done.refusal.code, intent: typed.intent }, 409)
  return redirect(`/desk/community?done=${typed.intent}#${typed.intent}`)

  function carryOut() {
    const communityId = viewer.scopeId
    switch (typed.intent) {
      case 'add-compound': {
        const { hall, ...names } = typed
        const place = { ...names, kind: 'compound', hall: hall || null } as const
        return addPlace(services, viewer, { communityId, place })
      }
      case 'add-building':
        return addPlace(services, viewer, {
          communityId,
          place: { ...typed, kind: 'building' },
        })
      case 'add-account':
        return addAccount(services, viewer, { ...typed, communityId })
      case 'open-account':
      case 'close-account':
        return setAccountOpen(services, viewer, {
          accountId: typed.accountId,
          open: typed.intent === 'open-account',
        })
      case 'own-password':
        return changeOwnPassword(services, viewer, typed)
    }
  }
}

export default function CommunityRoute() {
  const { admin, done } = useLoaderData<typeof loader>()
  return (
    <CommunityPage admin={admin} done={done} refusal={useActionData<typeof action>() ?? null} />
  )
}
