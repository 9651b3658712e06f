import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { SetupPage } from '#app/features/setup/setup-page.tsx'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { typedFields } from '#app/http/typed-fields.server.ts'
import { rememberStaff } from '#app/http/viewer.server.ts'
import { needsSetup } from '#app/services/setup/needs-setup.server.ts'
import { setUp, type FirstPlace } from '#app/services/setup/set-up.server.ts'
import desk from '#app/styles/desk.css?url'
import publicPages from '#app/styles/public.css?url'

export const handle = { i18n: ['setup'] }

export const links: LinksFunction = () =>
  [publicPages, desk].map((href) => ({ rel: 'stylesheet', href }))

/** There once: as soon as somebody can sign in, it is a page that does not exist. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (!(await needsSetup(context.services))) throw notFound()
  return null
}

const name = z.string().trim().min(1).max(40)
const optional = z.string().trim().max(80)
const form = z.object({
  code: z.string().max(40),
  county: name,
  countyEn: optional,
  // GB/T 2260: what the county's own rules are kept under.
  division: z
    .string()
    .trim()
    .regex(/^(\d{6})?$/),
  town: name,
  townEn: optional,
  community: name,
  communityEn: optional,
  address: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9-]{1,30}$/),
  hotline: optional,
  compound: name,
  compoundEn: optional,
  hall: optional,
  name,
  honorific: z.enum(['mr', 'ms']),
  title: name,
  login: z
    .string()
    .trim()
    .regex(/^[\w.@-]{2,60}$/u),
  password: z.string().max(200),
})

export async function action({ request, context }: ActionFunctionArgs) {
  const { services } = context
  const sent = await readForm(request)
  const { password: _password, code: _code, ...typed } = typedFields(sent)
  const refused = (code: string, status: number, retryMinutes = 0) =>
    data({ code, retryMinutes, typed }, status)
  const parsed = form.safeParse(Object.fromEntries(sent))
  if (!parsed.success) {
    const [wrong] = parsed.error.issues
    const field = wrong?.path[0]
    if (field === 'address' || field === 'division') return refused(`bad-${field}`, 400)
    return refused('incomplete', 400)
  }
  const heard = await context.rateLimits.codes.take(`setup ${context.clientAddress}`)
  if (!heard.ok) {
    return refused('too-many-tries', 429, Math.ceil(heard.refusal.retryAfter / 60))
  }
  const { code, ...fields } = parsed.data
  const done = await setUp(services, { code, first: firstPlace(fields) })
  if (!done.ok) {
    if (done.refusal.code === 'already-set-up') throw redirect('/signin')
    return refused(done.refusal.code, done.refusal.code === 'wrong-code' ? 403 : 400)
  }
  return redirect('/desk/community', {
    headers: { 'Set-Cookie': await rememberStaff(request, context, done.value.accountId) },
  })
}

function firstPlace(typed: Omit<z.infer<typeof form>, 'code'>): FirstPlace {
  const names = (zh: string, en: string) => ({ name: zh, nameEn: en || zh })
  const { name: cadreName, honorific, title, login, password } = typed
  return {
    county: { ...names(typed.county, typed.countyEn), division: typed.division || null },
    town: names(typed.town, typed.townEn),
    community: {
      ...names(typed.community, typed.communityEn),
      code: typed.address,
      hotline: typed.hotline || null,
    },
    compound: { ...names(typed.compound, typed.compoundEn), hall: typed.hall || null },
    cadre: { name: cadreName, honorific, title, login, password },
  }
}

export default function SetupRoute() {
  return <SetupPage refusal={useActionData<typeof action>() ?? null} />
}
