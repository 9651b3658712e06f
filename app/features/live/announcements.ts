import type { TFunction } from 'i18next'
import type { ItemOutcome } from '#app/domain/meetings/meeting-event.ts'
import type { Decision, MeetingState } from '#app/domain/meetings/meeting-state.ts'
import { openMotion } from '#app/domain/meetings/open-motion.ts'
import type { SeatId } from '#app/domain/shared/ids.ts'
import type { Language } from '#app/i18n/language.ts'
import { currentItem, openBallot, placeInQueue, publicNameOf, seatOf } from './reading.ts'

/** What is to be said aloud of each thing a meeting does; empty while there is none of it. */
export type Announcements = Record<
  | 'phase'
  | 'item'
  | 'temperature'
  | 'motion'
  | 'lastCall'
  | 'consensus'
  | 'stopped'
  | 'floor'
  | 'place'
  | 'ballot'
  | 'decision',
  string
>

type Words = { t: TFunction<'live'>; term: TFunction<'terms'>; language: Language }

/**
 * What a screen reader is told of a meeting as it stands.
 *
 * @param mine - my seat; null for whoever has none.
 */
export function announcements(
  meeting: MeetingState,
  mine: SeatId | null,
  { t, term, language }: Words,
): Announcements {
  const item = currentItem(meeting)
  const ballot = openBallot(meeting)
  const decision = meeting.decisions.at(-1)
  const speaker = seatOf(meeting, meeting.floor?.seatId ?? null)
  const last = meeting.turns.at(-1)
  const timeUp = !meeting.floor && last?.end === 'time-up' && last.itemId === item?.id
  const stopped = timeUp ? seatOf(meeting, last.seatId) : null
  const motion = openMotion(meeting)
  // Only the place is told: the minutes until then change by themselves.
  const place = placeInQueue(meeting, mine, 0)
  return {
    phase:
      meeting.phase !== 'paused'
        ? ''
        : t(meeting.adjournedAt === null ? 'announce.paused' : 'announce.brokenOff'),
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
    stopped: !stopped
      ? ''
      : stopped.id === mine
        ? t('announce.myStop')
        : t('announce.stopped', { name: publicNameOf(stopped, language) }),
    floor: !speaker
      ? ''
      : speaker.id === mine
        ? t('announce.myTurn')
        : t('announce.turn', { name: publicNameOf(speaker, language) }),
    place: place ? t('announce.place', { n: place.place }) : '',
    ballot: ballot ? t('announce.ballot', { title: ballot.title }) : '',
    decision: decision
      ? t('announce.decided', {
          title: decision.proposal,
          outcome: term(`outcome.${outcomeOf(decision)}`),
        })
      : '',
  }
}

/** What is new in it, in the order in which it is said; what has ended is not told. */
export function newsIn(before: Announcements, now: Announcements): string {
  const names = Object.keys(now) as (keyof Announcements)[]
  return names
    .filter((name) => now[name] !== '' && now[name] !== before[name])
    .map((name) => now[name])
    .join(' ')
}

function outcomeOf(decision: Decision): ItemOutcome {
  if (decision.by === 'consensus') return 'consensus'
  if (!decision.quorumMet) return 'quorum-not-met'
  return decision.passed ? 'carried' : 'not-carried'
}
