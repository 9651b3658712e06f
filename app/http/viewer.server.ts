import { redirect } from '@remix-run/node'
import {
  GUEST,
  type ScreenViewer,
  type SeatViewer,
  type StaffViewer,
  type Viewer,
} from '#app/domain/permissions/viewer.ts'
import { getStaff } from '#app/services/accounts/get-staff.server.ts'
import { getScreen } from '#app/services/invitations/get-screen.server.ts'
import { openedSeat } from '#app/services/invitations/opened-seat.server.ts'
import { seesMeeting } from '#app/services/meetings/visible-meetings.server.ts'
import type { RequestContext } from './request-context.server.ts'
import type { OpenedSeat, SessionData } from './session.server.ts'

/** What is needed to know who is there; the socket's handshake has no more than this. */
type Lent = {
  services: Pick<RequestContext['services'], 'db' | 'now' | 'reads'>
  sessions: RequestContext['sessions']
}

/** The staff of this browser, else a guest. Seats and screens belong to one meeting: see `meetingViewerOf`. */
export async function viewerOf(request: Request, context: Lent): Promise<Viewer> {
  return (await staffOf(request, context)) ?? GUEST
}

/** @throws a redirect to the sign-in page, which leads back here. */
export async function requireStaff(request: Request, context: Lent): Promise<StaffViewer> {
  const staff = await staffOf(request, context)
  if (staff) return staff
  const { pathname, search } = new URL(request.url)
  throw redirect(`/signin?to=${encodeURIComponent(pathname + search)}`)
}

/** The seat this browser opened a personal link for at this meeting. */
export async function seatViewerOf(
  request: Request,
  context: Lent,
  meetingId: string,
): Promise<SeatViewer | null> {
  const data = await sessionOf(request.headers.get('Cookie'), context)
  return seatIn(data, context, meetingId)
}

/**
 * Who this browser is at this meeting: staff of its community, a seat, its
 * screen, or a guest. One browser may be more than one of them (the chair's
 * console and a resident's phone side by side); `face` says which it is asked as.
 */
export async function meetingViewerOf(
  request: Request,
  context: Lent,
  meetingId: string,
  face: Face = 'staff',
): Promise<Viewer> {
  return viewerInMeeting(context, request.headers.get('Cookie'), meetingId, face)
}

/** Which of the faces a page or a socket shows. The others are tried after it, in the order below. */
export type Face = 'staff' | 'seat' | 'screen'

/** The same for the socket, which has a cookie header and no `Request`. */
export async function viewerInMeeting(
  context: Lent,
  cookieHeader: string | null | undefined,
  meetingId: string,
  face: Face,
): Promise<Viewer> {
  const data = await sessionOf(cookieHeader ?? null, context)
  const asStaff = async () => {
    const staff = data.accountId ? await getStaff(context.services, data.accountId) : null
    return staff && (await seesMeeting(context.services, staff, meetingId)) ? staff : null
  }
  const find: Record<Face, () => Promise<Viewer | null>> = {
    staff: asStaff,
    seat: () => seatIn(data, context, meetingId),
    screen: () => screenIn(data, context, meetingId),
  }
  const order: Face[] = [face, 'staff', 'seat', 'screen']
  for (const each of new Set(order)) {
    const viewer = await find[each]()
    if (viewer) return viewer
  }
  return GUEST
}

/** The `Set-Cookie` of a browser whose personal link was opened. */
export async function rememberSeat(
  request: Request,
  { sessions }: Lent,
  meetingId: string,
  seat: { seatId: string; version: number },
): Promise<string> {
  const session = await sessions.getSession(request.headers.get('Cookie'))
  session.set('seats', { ...session.get('seats'), [meetingId]: seat })
  return sessions.commitSession(session)
}

/** As long as one person has the tablet at most; what a socket has begun it finishes. */
const SITTING_MS = 10 * 60_000

/** A seat on a tablet that goes round, which may be offline when it should say that they left. */
export function seatForSitting(
  { now }: Pick<Lent['services'], 'now'>,
  seat: { seatId: string; version: number },
): OpenedSeat {
  return { ...seat, until: now().getTime() + SITTING_MS }
}

/** The `Set-Cookie` of a browser that is to show a hall's screen. */
export async function rememberScreen(
  request: Request,
  { sessions }: Lent,
  meetingId: string,
  version: number,
): Promise<string> {
  const session = await sessions.getSession(request.headers.get('Cookie'))
  session.set('screens', { ...session.get('screens'), [meetingId]: version })
  return sessions.commitSession(session)
}

/**
 * The `Set-Cookie`s of a browser that signed in. What the session was before
 * goes, so that an id somebody planted is worth nothing; its seats come along.
 */
export async function rememberStaff(
  request: Request,
  { sessions }: Lent,
  accountId: string,
): Promise<string> {
  const before = await sessions.getSession(request.headers.get('Cookie'))
  const session = await sessions.getSession(null)
  session.set('accountId', accountId)
  const seats = before.get('seats')
  if (seats) session.set('seats', seats)
  const screens = before.get('screens')
  if (screens) session.set('screens', screens)
  await sessions.destroySession(before)
  return sessions.commitSession(session)
}

/** The `Set-Cookie` of a browser that signed out, of seats and screens too. */
export async function forgetEverybody(request: Request, { sessions }: Lent): Promise<string> {
  return sessions.destroySession(await sessions.getSession(request.headers.get('Cookie')))
}

async function staffOf(request: Request, context: Lent): Promise<StaffViewer | null> {
  const { accountId } = await sessionOf(request.headers.get('Cookie'), context)
  return accountId ? getStaff(context.services, accountId) : null
}

async function seatIn(
  data: Partial<SessionData>,
  context: Lent,
  meetingId: string,
): Promise<SeatViewer | null> {
  const opened = data.seats?.[meetingId]
  if (!opened || (opened.until ?? Infinity) <= context.services.now().getTime()) return null
  const seat = await openedSeat(context.services, opened)
  return seat?.meetingId === meetingId ? seat : null
}

async function screenIn(
  data: Partial<SessionData>,
  context: Lent,
  meetingId: string,
): Promise<ScreenViewer | null> {
  const version = data.screens?.[meetingId]
  return version === undefined ? null : getScreen(context.services, { meetingId, version })
}

async function sessionOf(
  cookieHeader: string | null,
  { sessions }: Lent,
): Promise<Partial<SessionData>> {
  return (await sessions.getSession(cookieHeader)).data
}
