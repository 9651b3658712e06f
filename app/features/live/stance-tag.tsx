import { useTranslation } from 'react-i18next'
import { IconGavel, IconMessageReply } from '@tabler/icons-react'
import type { Stance, TurnKind } from '#app/domain/meetings/meeting.ts'
import { Tag } from '#app/ui/tag.tsx'
import { STANCE_MARK } from './tones.ts'

/** What somebody speaks for; a point of order and a reply take no stance and say so. */
export function StanceTag({ stance, kind }: { stance: Stance; kind: TurnKind }) {
  const { t } = useTranslation('terms')
  if (kind !== 'turn') {
    return (
      <Tag tone="amber" icon={kind === 'order' ? IconGavel : IconMessageReply}>
        {t(`turnKind.${kind}`)}
      </Tag>
    )
  }
  return <Tag {...STANCE_MARK[stance]}>{t(`stance.${stance}`)}</Tag>
}
