import type { ItemId, SeatId } from '#app/domain/shared/ids.ts'

/** Who changed a motion's words. */
export type MotionEditor = { role: 'mover' | 'chair' | 'recorder'; seatId: SeatId | null }

export type MotionStatus =
  /** Waits for somebody to second it. */
  | 'moved'
  /** Is debated. */
  | 'seconded'
  /** Is being voted on: its words stand. */
  | 'frozen'
  | 'decided'
  | 'withdrawn'
  | 'referred'
  | 'postponed'
  /** Its item ended before it came to anything. */
  | 'lapsed'

/** One text before the room: what the item's proposal is to say. */
export type Motion = {
  motionId: string
  itemId: ItemId
  moverId: SeatId
  seconderId: SeatId | null
  text: string
  /** Numbered from 1 on every screen; empty for a plain yes or no. */
  options: string[]
  status: MotionStatus
  movedAt: number
  edits: MotionEdit[]
  /** To whom it was referred, or why it ended without a decision. */
  endedWith: string | null
}

/** Both texts are kept, so that everybody sees what was changed, by whom and why. */
export type MotionEdit = {
  at: number
  by: MotionEditor
  why: string
  before: { text: string; options: string[] }
}

export type MotionEvent =
  | {
      type: 'motion-made'
      motionId: string
      itemId: ItemId
      seatId: SeatId
      text: string
      options: string[]
    }
  | { type: 'motion-seconded'; motionId: string; seatId: SeatId }
  | {
      type: 'motion-edited'
      motionId: string
      text: string
      options: string[]
      by: MotionEditor
      why: string
    }
  | { type: 'motion-withdrawn'; motionId: string; reason: string | null }
  | { type: 'motion-referred'; motionId: string; to: string; reason: string }
  | { type: 'motion-postponed'; motionId: string; reason: string }
