import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#app/i18n/use-format.ts'
import { announcements, newsIn, type Announcements } from './announcements.ts'
import { useLive } from './live-context.tsx'

/**
 * Tells a screen reader what happened in the meeting, once each: a new item, my place and my
 * turn, whose time was up, a question to the room, a ballot, its result. Clocks and estimates never
 * speak.
 */
export function Announcer() {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const language = useLanguage()
  const { meeting, me } = useLive()
  const happened = announcements(meeting, me.seatId, { t, term, language })
  const before = useRef(happened)
  const [words, setWords] = useState('')
  const all = JSON.stringify(happened)
  useEffect(() => {
    const now = JSON.parse(all) as Announcements
    const news = newsIn(before.current, now)
    before.current = now
    if (news) setWords(news)
  }, [all])
  return (
    <p className="vh" aria-live="polite">
      {words}
    </p>
  )
}
