import { useEffect, useMemo, useRef, useState } from 'react'
import type { LoggedEvent } from '#app/domain/meetings/meeting-event.ts'
import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import { playTimes, positionAt, replayLog } from '#app/domain/meetings/replay-log.ts'
import { minutesLog, type LogLine } from '#app/domain/records/minutes-log.ts'

/** Nothing happens for days between a notice and an evening: no gap is shown for longer, ms. */
export const LONGEST_GAP_MS = 60_000
/** How often a playing replay is drawn, ms. */
const FRAME_MS = 200

export const SPEEDS = [1, 10, 60] as const
export type Speed = (typeof SPEEDS)[number]

export type Moment = {
  /** Events so far. */
  position: number
  state: MeetingState
  /** The time it was, ms since the epoch. */
  now: number
  line: LogLine | null
}

export type Replaying = {
  moment: Moment
  total: number
  /** The log is in the browser: everything can be moved. */
  ready: boolean
  /** The log could not be fetched. */
  failed: boolean
  lines: readonly LogLine[]
  playing: boolean
  speed: Speed
  go: (position: number) => void
  play: () => void
  pause: () => void
  setSpeed: (speed: Speed) => void
}

/** Fetches a log, folds it, and plays it. What the server folded is shown until then. */
export function useReplay(meetingId: string, total: number, first: FirstMoment): Replaying {
  const [events, setEvents] = useState<readonly LoggedEvent[] | null>(null)
  const [failed, setFailed] = useState(false)
  const [position, setPosition] = useState(first.position)
  const [playing, setPlaying] = useState(false)
  const [speed, setSpeed] = useState<Speed>(10)
  /** How far into the gap after the shown event, in ms of the meeting. */
  const [sinceMs, setSinceMs] = useState(0)
  const played = useRef(0)

  useEffect(() => {
    const ended = new AbortController()
    fetch(`/desk/sessions/${meetingId}/log.json`, { signal: ended.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`The log answered ${response.status}`)
        const log = (await response.json()) as { events: LoggedEvent[] }
        setEvents(log.events)
      })
      .catch(() => {
        if (!ended.signal.aborted) setFailed(true)
      })
    return () => ended.abort()
  }, [meetingId])

  const log = useMemo(() => (events ? replayLog(events) : null), [events])
  const times = useMemo(() => (events ? playTimes(events, LONGEST_GAP_MS) : []), [events])
  const lines = useMemo(() => (events ? minutesLog(events).lines : []), [events])

  useEffect(() => {
    if (!playing || times.length === 0) return
    let before: number | null = null
    let frame = 0
    const draw = (now: number) => {
      frame = requestAnimationFrame(draw)
      before ??= now
      if (now - before < FRAME_MS) return
      played.current += (now - before) * speed
      before = now
      const next = Math.max(1, positionAt(times, played.current))
      setPosition(next)
      setSinceMs(Math.max(0, played.current - (times[next - 1] ?? 0)))
      if (next >= times.length) setPlaying(false)
    }
    frame = requestAnimationFrame(draw)
    return () => cancelAnimationFrame(frame)
  }, [playing, speed, times])

  const go = (to: number) => {
    const next = Math.max(1, Math.min(times.length || total, Math.trunc(to)))
    played.current = times[next - 1] ?? 0
    setSinceMs(0)
    setPosition(next)
  }
  const state = log?.stateAt(position) ?? first.state
  const shown = events?.[position - 1]
  return {
    moment: {
      position,
      state,
      now: (shown?.at ?? first.at) + sinceMs,
      line: lines[position - 1] ?? first.line,
    },
    total,
    ready: events !== null,
    failed,
    lines,
    playing,
    speed,
    go: (to) => {
      setPlaying(false)
      go(to)
    },
    play: () => {
      // Played to its end, it begins again.
      go(position >= times.length ? 1 : position)
      setPlaying(true)
    },
    pause: () => setPlaying(false),
    setSpeed,
  }
}

export type FirstMoment = {
  position: number
  state: MeetingState
  at: number
  line: LogLine | null
}
