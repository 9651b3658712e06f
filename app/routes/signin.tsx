import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { SignInPage } from '#app/features/accounts/sign-in-page.tsx'
import { readForm } from '#app/http/read-form.server.ts'
import { safeReturnPath } from '#app/http/responses.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { rememberStaff, viewerOf } from '#app/http/viewer.server.ts'
import { loginOf, signIn } from '#app/services/accounts/sign-in.server.ts'
import desk from '#app/styles/desk.css?url'
import publicPages from '#app/styles/public.css?url'

export const handle = { i18n: ['accounts'] }

export const links: LinksFunction = () =>
  [publicPages, desk].map((href) => ({ rel: 'stylesheet', href }))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const to = safeReturnPath(new URL(request.url).searchParams.get('to'), '/desk')
  const viewer = await viewerOf(request, context)
  if (viewer.kind === 'staff') throw redirect(to)
  return { to, demo: context.demoAccess !== 'closed' }
}

const form = z.object({
  login: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(200),
})

export async function action({ request, context }: ActionFunctionArgs) {
  const sent = await readForm(request)
  const typed = { login: textOf(sent, 'login').slice(0, 60) }
  const parsed = form.safeParse(Object.fromEntries(sent))
  if (!parsed.success)
    return data({ code: 'incomplete', retryMinutes: 0, ...typed } as const, 400)

  const key = `${loginOf(parsed.data.login)} ${context.clientAddress}`
  const heard = await context.rateLimits.signIn.take(key)
  if (!heard.ok) {
    const retryMinutes = Math.ceil(heard.refusal.retryAfter / 60)
    return data({ code: 'too-many-tries', retryMinutes, ...typed } as const, 429)
  }
  const signedIn = await signIn(context.services, parsed.data)
  if (!signedIn.ok)
    return data({ code: 'wrong-login', retryMinutes: 0, ...typed } as const, 401)

  await context.rateLimits.signIn.forgive(key)
  return redirect(safeReturnPath(sent.get('to'), '/desk'), {
    headers: { 'Set-Cookie': await rememberStaff(request, context, signedIn.value.accountId) },
  })
}

export default function SignInRoute() {
  const { to, demo } = useLoaderData<typeof loader>()
  return <SignInPage to={to} demo={demo} refusal={useActionData<typeof action>() ?? null} />
}
