import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import QRCode from 'qrcode'
import { SlipsPage } from '#app/features/invitations/slips-page.tsx'
import { idOf } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { requireStaff } from '#app/http/viewer.server.ts'
import { slipCode } from '#app/services/invitations/slip-code.server.ts'
import { getSession } from '#app/services/sessions/get-session.server.ts'

export const handle = { i18n: ['sessions', 'terms'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context)
  const session = await getSession(context.services, viewer, idOf<'meeting'>(params['id']))
  if (!session || session.status === 'draft') throw notFound()
  const slips = await Promise.all(
    session.invited.map(async ({ seatId, name, side, title, needsCall, token }) => ({
      seatId,
      name,
      side,
      title,
      needsCall,
      code: slipCode(context.services.config.sessionSecret, token),
      // Medium correction: a slip is folded and carried in a pocket.
      qr: await QRCode.toString(`${context.origin}/i/${token}`, {
        type: 'svg',
        errorCorrectionLevel: 'M',
        margin: 0,
      }),
    })),
  )
  const { id, room, number, compound, compoundEn, venue, startsAt, hotline } = session
  return {
    session: { id, room, number, compound, compoundEn, venue, startsAt, hotline },
    slips,
  }
}

export default function SlipsRoute() {
  const { session, slips } = useLoaderData<typeof loader>()
  return <SlipsPage session={session} slips={slips} />
}
