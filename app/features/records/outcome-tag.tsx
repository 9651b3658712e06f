import {
  IconArrowRight,
  IconCircleCheck,
  IconCircleMinus,
  IconCircleX,
  IconFileText,
  IconUsers,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ItemOutcome } from '#app/domain/meetings/meeting-event.ts'
import type { OutcomeLabel } from '#app/domain/voting/authority.ts'
import { IconHall } from '#app/ui/icon-hall.tsx'
import { Tag } from '#app/ui/tag.tsx'

const MARK = {
  carried: { tone: 'tea', icon: IconCircleCheck },
  consensus: { tone: 'tea', icon: IconHall },
  'not-carried': { tone: 'stone', icon: IconCircleMinus },
  'quorum-not-met': { tone: 'amber', icon: IconUsers },
  none: { tone: 'stone', icon: IconFileText },
} as const

type Props = { outcome: ItemOutcome; label: OutcomeLabel; withdrawn?: boolean; large?: boolean }

/** How it ended; a recommendation says that more is to come, a withdrawn one that it is void. */
export function OutcomeTag({ outcome, label, withdrawn = false, large = false }: Props) {
  const { t } = useTranslation(['records', 'terms'])
  if (withdrawn) {
    return (
      <Tag tone="jujube" icon={IconCircleX} large={large}>
        {t('resolution.withdrawn')}
      </Tag>
    )
  }
  if (label === 'recommendation' && (outcome === 'carried' || outcome === 'consensus')) {
    return (
      <Tag tone="dai" icon={IconArrowRight} large={large}>
        {t('terms:label.recommendation')}
      </Tag>
    )
  }
  const { tone, icon } = MARK[outcome]
  return (
    <Tag tone={tone} icon={icon} large={large}>
      {t(`terms:outcome.${outcome}`)}
    </Tag>
  )
}
