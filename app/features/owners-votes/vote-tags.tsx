import {
  IconBallpen,
  IconCircleCheck,
  IconCircleX,
  IconClockHour4,
  IconInbox,
  IconLock,
  IconSpeakerphone,
  IconSum,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { OwnersVoteState } from '#app/domain/owners-vote/owners-vote.ts'
import type { IconDrawing } from '#app/ui/icon.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { Tone } from '#app/ui/tone.ts'

const MARK: Record<OwnersVoteState, { tone: Tone; icon: IconDrawing; solid?: boolean }> = {
  prepared: { tone: 'stone', icon: IconBallpen },
  announced: { tone: 'dai', icon: IconSpeakerphone },
  open: { tone: 'tea', icon: IconInbox, solid: true },
  closed: { tone: 'amber', icon: IconLock },
  tallied: { tone: 'amber', icon: IconSum },
  'objection-window': { tone: 'dai', icon: IconClockHour4 },
  final: { tone: 'tea', icon: IconCircleCheck },
  void: { tone: 'jujube', icon: IconCircleX },
}

/** Where a vote stands: hue, icon and word. */
export function VoteStateTag({
  state,
  large = false,
}: {
  state: OwnersVoteState
  large?: boolean
}) {
  const { t } = useTranslation('owners-votes')
  return (
    <Tag {...MARK[state]} large={large}>
      {t(`state.${state}`)}
    </Tag>
  )
}
