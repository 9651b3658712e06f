import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DemoCodePage } from '#app/features/accounts/demo-code-page.tsx'
import { PersonasPage } from '#app/features/accounts/personas-page.tsx'
import { readForm } from '#app/http/read-form.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { rememberSeat, rememberStaff } from '#app/http/viewer.server.ts'
import { listPersonas, type Persona } from '#app/services/accounts/list-personas.server.ts'
import desk from '#app/styles/desk.css?url'
import publicPages from '#app/styles/public.css?url'

export const handle = { i18n: ['accounts'] }

export const links: LinksFunction = () =>
  [publicPages, desk].map((href) => ({ rel: 'stylesheet', href }))

export async function loader({ context }: LoaderFunctionArgs) {
  if (context.demoAccess === 'closed') throw notFound()
  if (context.demoAccess === 'code-needed') return { access: 'code-needed' } as const
  const { session, personas } = await listPersonas(context.services)
  return {
    access: 'open',
    session,
    personas: personas.map(({ key, part, name, title }) => ({ key, part, name, title })),
  } as const
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (context.demoAccess === 'closed') throw notFound()
  const form = await readForm(request)
  if (context.demoAccess === 'code-needed') {
    const heard = await context.rateLimits.codes.take(context.clientAddress)
    if (!heard.ok) return data({ code: 'too-many-tries' } as const, 429)
    const cookie = await context.enterDemoCode(textOf(form, 'code'))
    if (!cookie) return data({ code: 'wrong-code' } as const, 400)
    return redirect('/personas', { headers: { 'Set-Cookie': cookie } })
  }
  const { session, personas } = await listPersonas(context.services)
  const chosen = personas.find((persona) => persona.key === form.get('persona'))
  if (!chosen) throw notFound()
  const cookie =
    chosen.kind === 'account'
      ? await rememberStaff(request, context, chosen.accountId)
      : await rememberSeat(request, context, chosen.meetingId, chosen)
  return redirect(placeOf(chosen, session), { headers: { 'Set-Cookie': cookie } })
}

/** Where the evening is for this person. */
function placeOf(persona: Persona, session: { id: string; status: string } | null): string {
  if (persona.kind === 'seat') return `/m/${persona.meetingId}`
  const runs = persona.part === 'chair' || persona.part === 'recorder'
  return runs && session && session.status !== 'notified'
    ? `/meetings/${session.id}/console`
    : '/desk'
}

export default function PersonasRoute() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return loaded.access === 'open' ? (
    <PersonasPage session={loaded.session} personas={loaded.personas} />
  ) : (
    <DemoCodePage refusal={answer?.code ?? null} />
  )
}
