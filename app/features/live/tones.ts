import {
  IconCircleCheck,
  IconCircleMinus,
  IconCircleX,
  IconDoorEnter,
  IconHelpCircle,
  IconInbox,
  IconMessage,
  IconPlayerPause,
  IconPlayerStop,
  IconPointFilled,
  IconSpeakerphone,
} from '@tabler/icons-react'
import type { MeetingPhase } from '#app/domain/meetings/meeting-state.ts'
import type { Stance } from '#app/domain/meetings/meeting.ts'
import type { Choice } from '#app/domain/voting/ballot.ts'
import type { IconDrawing } from '#app/ui/icon.tsx'
import type { Tone } from '#app/ui/tone.ts'

/** Hue and icon of what is said; the word is in the namespace `terms`. */
type Mark = { tone: Tone; icon: IconDrawing }

export const PHASE_MARK: Record<MeetingPhase, Mark & { solid?: boolean }> = {
  notified: { tone: 'dai', icon: IconSpeakerphone },
  'doors-open': { tone: 'teal', icon: IconDoorEnter },
  'in-session': { tone: 'tea', icon: IconPointFilled, solid: true },
  paused: { tone: 'amber', icon: IconPlayerPause },
  closed: { tone: 'stone', icon: IconPlayerStop },
}

export const VOTING_MARK: Mark = { tone: 'tea', icon: IconInbox }

/** Against is a stance, not an error: blue, never red. */
export const STANCE_MARK: Record<Stance, Mark> = {
  for: { tone: 'tea', icon: IconCircleCheck },
  against: { tone: 'dai', icon: IconCircleX },
  question: { tone: 'amber', icon: IconHelpCircle },
  remark: { tone: 'stone', icon: IconMessage },
}

export const CHOICE_MARK: Record<Choice, Mark> = {
  yes: { tone: 'tea', icon: IconCircleCheck },
  no: { tone: 'dai', icon: IconCircleX },
  abstain: { tone: 'stone', icon: IconCircleMinus },
}
