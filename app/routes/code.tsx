import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CodePage, type CodeRefusal } from '#app/features/public/code-page.tsx'
import { PublicFrame } from '#app/features/public/public-frame.tsx'
import { chosenCommunity } from '#app/http/chosen-community.server.ts'
import { languageOf } from '#app/http/language.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { translatorFor } from '#app/i18n/request-i18n.server.ts'
import { getChosenFrame } from '#app/services/public/get-chosen-frame.server.ts'
import { findMeetingByCode } from '#app/services/public/find-meeting-by-code.server.ts'
import publicPages from '#app/styles/public.css?url'

export const handle = { i18n: ['public'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: publicPages }]

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.title ?? '' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await translatorFor(await languageOf(request), 'public')
  return {
    frame: await getChosenFrame(context.services, await chosenCommunity(request)),
    title: t('code.title'),
  }
}

/** Leads to the check-in of the session whose hall shows these digits. It checks nobody in by itself. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request)
  const typed = textOf(form, 'code').slice(0, 20)
  const digits = typed.replace(/\s/g, '')
  if (!/^[0-9]{6}$/.test(digits)) return refused('not-six-digits', typed)
  const heard = await context.rateLimits.codes.take(context.clientAddress)
  if (!heard.ok) {
    return refused('too-many-tries', typed, Math.ceil(heard.refusal.retryAfter / 60))
  }
  const found = await findMeetingByCode(context.services, digits)
  if (!found) return refused('no-such-code', typed)
  // A whole hall comes in from one address: only guesses count.
  await context.rateLimits.codes.giveBack(context.clientAddress)
  return redirect(`/m/${found.meetingId}/checkin?code=${digits}`)
}

const STATUS = {
  'not-six-digits': 400,
  'no-such-code': 404,
  'too-many-tries': 429,
} satisfies Record<CodeRefusal, number>

function refused(refusal: CodeRefusal, typed: string, retryMinutes: number | null = null) {
  return data({ refusal, typed, retryMinutes }, STATUS[refusal])
}

const NOTHING_SENT = { refusal: null, typed: '', retryMinutes: null }

export default function Code() {
  const { frame } = useLoaderData<typeof loader>()
  return (
    <PublicFrame frame={frame}>
      <CodePage {...(useActionData<typeof action>() ?? NOTHING_SENT)} />
    </PublicFrame>
  )
}
