import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { JoinAnswer } from '#app/domain/meetings/join-answer.ts'
import type { MeetingId } from '#app/domain/shared/ids.ts'
import { LiveMeeting, useLive } from '#app/features/live/live-context.tsx'

/** A burst of events, as when a hall checks in, is read once, ms. */
const READ_AGAIN_AFTER_MS = 1000

/** Reads the facts again when something happens in the running meeting. What is being typed is left alone. */
export function FollowMinutes({
  meetingId,
  answer,
}: {
  meetingId: MeetingId
  answer: JoinAnswer
}) {
  return (
    <LiveMeeting meetingId={meetingId} face="staff" answer={answer}>
      <ReadAgain />
    </LiveMeeting>
  )
}

function ReadAgain() {
  const { seq } = useLive()
  const read = useRef(seq)
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (seq === read.current) return
    const timer = setTimeout(() => {
      read.current = seq
      revalidate()
    }, READ_AGAIN_AFTER_MS)
    return () => clearTimeout(timer)
  }, [seq, revalidate])
  return null
}
