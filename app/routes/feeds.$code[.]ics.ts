import { createHash } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { sessionCalendar } from '#app/feeds/session-calendar.ts'
import { hasAlready } from '#app/http/has-already.server.ts'
import { languageOf } from '#app/http/language.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { translatorFor } from '#app/i18n/request-i18n.server.ts'
import { getPublicFrame } from '#app/services/public/get-public-frame.server.ts'
import { listCalendarSessions } from '#app/services/public/list-calendar-sessions.server.ts'

/** A community's sessions for anybody's calendar; asked for again and again, so mostly answered 304. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const frame = await getPublicFrame(context.services, params['code'] ?? '')
  if (!frame) throw notFound()
  const { community } = frame
  const [sessions, language] = await Promise.all([
    listCalendarSessions(context.services, community.id),
    languageOf(request),
  ])
  const t = await translatorFor(language, 'public')
  const terms = await translatorFor(language, 'terms')
  const isEnglish = language === 'en'
  const url = `${context.origin}/c/${community.code}/sessions`
  const text = sessionCalendar(
    sessions.map((session) => {
      const names = {
        compound: isEnglish ? session.compoundEn : session.compound,
        room: terms(`room.${session.room}`),
      }
      const title =
        session.number === null
          ? t('session.titleUnnumbered', names)
          : t('session.title', { ...names, number: session.number })
      return {
        meetingId: session.id,
        title: session.cancelled ? t('feed.cancelled', { title }) : title,
        description: t('feed.description', { url }),
        venue: session.venue,
        startsAt: session.startsAt,
        durationMinutes: session.durationMinutes,
        revision: session.revision,
        changedAt: session.changedAt,
        cancelled: session.cancelled,
        url,
      }
    }),
    {
      name: t('feed.name', { community: isEnglish ? community.nameEn : community.name }),
      host: new URL(context.origin).hostname,
    },
  )
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const headers = {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': `inline; filename="${encodeURIComponent(community.code)}.ics"`,
    'Cache-Control': 'public, max-age=300',
    // The language comes from the browser or from its choice.
    Vary: 'Accept-Language, Cookie',
    ETag: etag,
  }
  return hasAlready(request, etag)
    ? new Response(null, { status: 304, headers })
    : new Response(text, { headers })
}
