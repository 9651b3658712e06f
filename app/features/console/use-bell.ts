import { useCallback, useEffect, useRef, useState } from 'react'
import { clockLeft } from '#app/domain/meetings/clock.ts'
import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import { bellAt, type BellStage } from '#app/features/live/bell-stage.ts'

export type Bell = { muted: boolean; toggle: () => void; stage: BellStage | null }

const PLACE = 'council730:bell-muted'

/**
 * Rings softly before a turn ends and twice when it has ended, once each, and
 * says so for the eyes at the same time. It takes the floor from nobody; where the server does, it
 * rings at the latest when that is heard.
 */
export function useBell(meeting: MeetingState, now: number): Bell {
  const [muted, setMuted] = useState(false)
  const sound = useRef<AudioContext | null>(null)
  const { floor, rules, pausedAt } = meeting
  const stage = floor
    ? bellAt(clockLeft(floor.clock, pausedAt, now), rules.warnSeconds * 1000)
    : null
  // The same turn made longer rings again when its new end is near.
  const whose = floor ? `${floor.seatId} ${floor.clock.startedAt}` : ''
  const turn = floor ? `${whose} ${floor.clock.limitMs}` : ''
  const rung = useRef('')
  const endRung = useRef('')
  const last = meeting.turns.at(-1)
  const stopped = last?.end === 'time-up' ? `${last.seatId} ${last.startedAt}` : ''
  const stoppedBefore = useRef<string | null>(null)

  useEffect(() => setMuted(readMuted()), [])
  useEffect(() => {
    const at = `${turn} ${stage ?? ''}`
    const before = rung.current
    rung.current = at
    if (stage === 'over') endRung.current = whose
    // A page that opens in the middle of a turn does not ring for what has been.
    if (!stage || before === '' || before === at || muted || pausedAt !== null) return
    sound.current ??= new AudioContext()
    ring(sound.current, stage)
  }, [turn, whose, stage, muted, pausedAt])
  useEffect(() => {
    const before = stoppedBefore.current
    stoppedBefore.current = stopped
    // Nor for what ended before it was open, or was rung by the clock a moment ago.
    if (before === null || before === stopped || stopped === '') return
    if (muted || stopped === endRung.current) return
    sound.current ??= new AudioContext()
    ring(sound.current, 'over')
  }, [stopped, muted])

  const toggle = useCallback(() => {
    setMuted((before) => {
      writeMuted(!before)
      return !before
    })
  }, [])
  return { muted, toggle, stage }
}

/** One soft tone before the end, two lower ones at the end. Frequencies in Hz, times in s. */
function ring(context: AudioContext, stage: BellStage): void {
  // A browser keeps a page silent until it was touched; it may have been since the last ring.
  if (context.state === 'suspended') void context.resume()
  const tones = stage === 'soon' ? [880] : [587, 587]
  for (const [index, frequency] of tones.entries()) {
    const start = context.currentTime + index * 0.45
    const tone = context.createOscillator()
    const loudness = context.createGain()
    tone.type = 'sine'
    tone.frequency.value = frequency
    loudness.gain.setValueAtTime(0, start)
    loudness.gain.linearRampToValueAtTime(stage === 'soon' ? 0.15 : 0.35, start + 0.02)
    loudness.gain.exponentialRampToValueAtTime(0.001, start + 0.4)
    tone.connect(loudness).connect(context.destination)
    tone.start(start)
    tone.stop(start + 0.42)
  }
}

function readMuted(): boolean {
  try {
    return localStorage.getItem(PLACE) === 'yes'
  } catch {
    // A browser that keeps nothing rings.
    return false
  }
}

function writeMuted(muted: boolean): void {
  try {
    localStorage.setItem(PLACE, muted ? 'yes' : 'no')
  } catch {
    // Then it holds until the page is closed.
  }
}
