import { useTranslation } from 'react-i18next'
import type { Stance } from '#app/domain/meetings/meeting.ts'
import { Tag } from '#app/ui/tag.tsx'
import { STANCE_MARK } from './tones.ts'

export function StanceTag({ stance }: { stance: Stance }) {
  const { t } = useTranslation('terms')
  return <Tag {...STANCE_MARK[stance]}>{t(`stance.${stance}`)}</Tag>
}
