import { IconFlag } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MatterStatus, Satisfaction } from '#app/domain/matters/matter.ts'
import type { Urgency } from '#app/domain/matters/urgency.ts'
import { Tag } from '#app/ui/tag.tsx'
import { SATISFACTION_MARK, STATUS_MARK } from './matter-marks.ts'

type Props = {
  status: MatterStatus
  urgency: Urgency
  satisfaction: Satisfaction | null
}

/** Where a matter stands, in the words of the field. A late one says so, unless it was sent back. */
export function StatusTag({ status, urgency, satisfaction }: Props) {
  const { t } = useTranslation('terms')
  if (status === 'closed' && satisfaction)
    return <SatisfactionTag satisfaction={satisfaction} />
  if (urgency === 'overdue' && status !== 'reopened') {
    return (
      <Tag tone="jujube" icon={IconFlag}>
        {t('matterStatus.overdue')}
      </Tag>
    )
  }
  const shown = status === 'submitted' ? 'screening' : status
  const word = shown === 'reported-done' ? 'return-visit' : shown
  return <Tag {...STATUS_MARK[status]}>{t(`matterStatus.${word}`)}</Tag>
}

export function SatisfactionTag({ satisfaction }: { satisfaction: Satisfaction }) {
  const { t } = useTranslation('terms')
  return <Tag {...SATISFACTION_MARK[satisfaction]}>{t(`satisfaction.${satisfaction}`)}</Tag>
}
