import { createHash } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  KioskIdle,
  KioskPerson,
  OpenKiosk,
  type KioskRefusal,
} from '#app/features/kiosk/kiosk-pages.tsx'
import { idOf } from '#app/http/params.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import type { RequestContext } from '#app/http/request-context.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { textOf } from '#app/http/text-of.server.ts'
import { requireStaff, seatForSitting, seatViewerOf } from '#app/http/viewer.server.ts'
import { openLink } from '#app/services/invitations/open-link.server.ts'
import { slipCode, typedSlipCode } from '#app/services/invitations/slip-code.server.ts'
import { getSession } from '#app/services/sessions/get-session.server.ts'
import { getStaff } from '#app/services/accounts/get-staff.server.ts'
import { joinMeeting } from '#app/services/meetings/join-meeting.server.ts'
import phone from '#app/styles/phone.css?url'

export const handle = { i18n: ['kiosk', 'live', 'terms', 'ballot'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: phone }]

// The next person goes back and finds nothing.
export const headers = () => ({ 'Cache-Control': 'no-store' })

/** A tablet for one person after another. One address for all of it, so that its history tells nothing. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const meetingId = idOf<'meeting'>(params['id'])
  const kiosk = await kioskOf(request, context, meetingId)
  if (!kiosk) {
    const staff = await requireStaff(request, context)
    if (!(await getSession(context.services, staff, meetingId))) throw notFound()
    return { step: 'open' as const }
  }
  const seat = await seatViewerOf(request, context, meetingId)
  if (seat) {
    const joined = await joinMeeting(context.services, seat, { meetingId, lastSeq: null })
    if (joined.ok) return { step: 'person' as const, meetingId, answer: joined.value }
  }
  const session = await sessionFor(context, kiosk.accountId, meetingId)
  if (!session) throw notFound()
  const people = session.invited.map(({ seatId, name }) => ({ seatId, name }))
  return { step: 'idle' as const, people }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const meetingId = idOf<'meeting'>(params['id'])
  const sent = await readForm(request)
  const text = (name: string) => textOf(sent, name).trim()
  const here = `/meetings/${meetingId}/kiosk`
  const browser = await context.sessions.getSession(request.headers.get('Cookie'))
  const kiosk = browser.get('kiosks')?.[meetingId]

  if (!kiosk) {
    const staff = await requireStaff(request, context)
    if (!(await getSession(context.services, staff, meetingId))) throw notFound()
    if (!/^\d{4,8}$/.test(text('pin'))) return refused('bad-pin', 400)
    // A new session: whoever stands at the tablet is not its owner any more.
    const fresh = await context.sessions.getSession(null)
    const pin = hashOf(context, meetingId, text('pin'))
    fresh.set('kiosks', { [meetingId]: { pin, accountId: staff.accountId } })
    await context.sessions.destroySession(browser)
    return go(await context.sessions.commitSession(fresh))
  }
  if (text('intent') === 'finish') return seatedAs(null)

  const heard = await context.rateLimits.codes.take(`kiosk ${context.clientAddress}`)
  if (!heard.ok) return refused('too-fast', 429)
  if (text('intent') === 'slip') {
    const token = await tokenOfSlip(text('slip'))
    const opened = await openLink(context.services, token)
    if (!opened.ok || opened.value.meetingId !== meetingId) {
      return refused('no-such-invitation', 404)
    }
    await context.rateLimits.codes.giveBack(`kiosk ${context.clientAddress}`)
    const { seatId, version } = opened.value
    return seatedAs({ seatId, version })
  }
  if (hashOf(context, meetingId, text('pin')) !== kiosk.pin) return refused('wrong-pin', 403)
  await context.rateLimits.codes.forgive(`kiosk ${context.clientAddress}`)
  if (text('intent') === 'leave') {
    return redirect('/signin', {
      headers: { 'Set-Cookie': await context.sessions.destroySession(browser) },
    })
  }
  const session = await sessionFor(context, kiosk.accountId, meetingId)
  const person = session?.invited.find((each) => each.seatId === text('seatId'))
  const opened = person && (await openLink(context.services, person.token))
  if (!opened?.ok) return refused('no-such-invitation', 404)
  return seatedAs({ seatId: opened.value.seatId, version: opened.value.version })

  /** Of the link that was scanned, or of the person whose digits were typed. */
  async function tokenOfSlip(slip: string): Promise<string> {
    const code = typedSlipCode(slip)
    if (code === null) return slip.split('/').at(-1) ?? ''
    const { sessionSecret } = context.services.config
    const session = await sessionFor(context, kiosk?.accountId ?? '', meetingId)
    const people = session?.invited ?? []
    return people.find(({ token }) => slipCode(sessionSecret, token) === code)?.token ?? ''
  }
  async function seatedAs(seat: { seatId: string; version: number } | null) {
    if (seat) browser.set('seats', { [meetingId]: seatForSitting(context.services, seat) })
    else browser.unset('seats')
    return go(await context.sessions.commitSession(browser))
  }
  function go(cookie: string) {
    return redirect(here, { status: 303, headers: { 'Set-Cookie': cookie } })
  }
}

async function kioskOf(request: Request, { sessions }: RequestContext, meetingId: string) {
  const browser = await sessions.getSession(request.headers.get('Cookie'))
  return browser.get('kiosks')?.[meetingId] ?? null
}

/** The session as the member of staff sees it who opened the kiosk; null once they may not. */
async function sessionFor({ services }: RequestContext, accountId: string, meetingId: string) {
  const staff = await getStaff(services, accountId)
  return staff && getSession(services, staff, meetingId)
}

function hashOf({ services }: RequestContext, meetingId: string, pin: string): string {
  return createHash('sha256')
    .update(`730 kiosk ${services.config.sessionSecret} ${meetingId} ${pin}`)
    .digest('hex')
}

const refused = (refusal: NonNullable<KioskRefusal>, status: number) =>
  data({ refusal }, status)

export default function KioskRoute() {
  const loaded = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal ?? null
  if (loaded.step === 'open') return <OpenKiosk refusal={refusal} />
  if (loaded.step === 'idle') return <KioskIdle people={loaded.people} refusal={refusal} />
  return (
    <KioskPerson
      key={loaded.answer.me.seatId}
      meetingId={loaded.meetingId}
      answer={loaded.answer}
    />
  )
}
