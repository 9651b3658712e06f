import type { LoaderFunctionArgs } from '@remix-run/node'
import { sessionCalendar } from '#app/feeds/session-calendar.ts'
import { languageOf } from '#app/http/language.server.ts'
import { idFrom } from '#app/http/params.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { meetingViewerOf } from '#app/http/viewer.server.ts'
import { translatorFor } from '#app/i18n/request-i18n.server.ts'
import { getCalendarEntry } from '#app/services/invitations/get-calendar-entry.server.ts'

/** One session as a calendar file, for whoever may know of it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const meetingId = idFrom(params, 'meetingId')
  const viewer = await meetingViewerOf(request, context, meetingId, 'seat')
  const entry = await getCalendarEntry(context.services, viewer, meetingId)
  if (!entry) throw notFound()
  const language = await languageOf(request)
  const t = await translatorFor(language, 'invitations')
  const terms = await translatorFor(language, 'terms')

  const room = terms(`room.${entry.room}`)
  const title = t('card.title', {
    compound: language === 'en' ? entry.compoundEn : entry.compound,
    number: entry.number ?? '',
    room,
  })
  const url = `${context.origin}/m/${meetingId}`
  const description =
    entry.cancelledReason === null
      ? t('calendar.description', { room, items: entry.items.join(t('calendar.and')), url })
      : t('calendar.reason', { reason: entry.cancelledReason })
  const text = sessionCalendar(
    [
      {
        meetingId,
        title: entry.cancelled ? t('calendar.cancelled', { title }) : title,
        description,
        venue: entry.venue,
        startsAt: entry.startsAt,
        durationMinutes: entry.durationMinutes,
        revision: entry.revision,
        changedAt: entry.changedAt,
        cancelled: entry.cancelled,
        url,
      },
    ],
    { name: title, host: new URL(context.origin).hostname },
  )
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="730-${meetingId.slice(-8)}.ics"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
