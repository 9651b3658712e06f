import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemOutcome } from '#app/domain/meetings/meeting-event.ts'
import type { Decision } from '#app/domain/meetings/meeting-state.ts'
import { openMotion } from '#app/domain/meetings/open-motion.ts'
import { useLanguage } from '#app/i18n/use-format.ts'
import { currentItem, openBallot, placeInQueue, publicNameOf, seatOf } from './reading.ts'
import { useLive } from './live-context.tsx'

function outcomeOf(decision: Decision): ItemOutcome {
  if (decision.by === 'consensus') return 'consensus'
  if (!decision.quorumMet) return 'quorum-not-met'
  return decision.passed ? 'carried' : 'not-carried'
}

/**
 * Tells a screen reader what happened in the meeting, once each: a new item, my place and my
 * turn, a question to the room, a ballot, its result. Clocks and estimates never speak.
 */
export function Announcer() {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const language = useLanguage()
  const { meeting, me } = useLive()
  const item = currentItem(meeting)
  const ballot = openBallot(meeting)
  const decision = meeting.decisions.at(-1)
  const speaker = seatOf(meeting, meeting.floor?.seatId ?? null)
  const motion = openMotion(meeting)
  // Only the place is told: the minutes until then change by themselves.
  const mine = placeInQueue(meeting, me.seatId, 0)

  const happened = {
    phase: meeting.phase === 'paused' ? t('announce.paused') : '',
    item: item ? t('announce.item', { title: item.title }) : '',
    temperature: meeting.temperature
      ? t('announce.temperature', { question: meeting.temperature.question })
      : '',
    motion: motion
      ? t(motion.edits.length > 0 ? 'announce.motionEdited' : 'announce.motion', {
          text: motion.text,
        })
      : '',
    lastCall: item && item.lastCallAt !== null ? t('announce.lastCall') : '',
    consensus: meeting.consensus ? t('announce.consensus') : '',
    floor:
      speaker && speaker.id === me.seatId
        ? t('announce.myTurn')
        : speaker
          ? t('announce.turn', { name: publicNameOf(speaker, language) })
          : '',
    place: mine ? t('announce.place', { n: mine.place }) : '',
    ballot: ballot ? t('announce.ballot', { title: ballot.title }) : '',
    decision: decision
      ? t('announce.decided', {
          title: decision.proposal,
          outcome: term(`outcome.${outcomeOf(decision)}`),
        })
      : '',
  }
  const before = useRef(happened)
  const [words, setWords] = useState('')
  const all = JSON.stringify(happened)
  useEffect(() => {
    const now = JSON.parse(all) as typeof happened
    const names = Object.keys(now) as (keyof typeof happened)[]
    const news = names.flatMap((name) =>
      now[name] !== before.current[name] && now[name] ? [now[name]] : [],
    )
    before.current = now
    if (news.length > 0) setWords(news.join(' '))
  }, [all])
  return (
    <p className="vh" aria-live="polite">
      {words}
    </p>
  )
}
