import { IconArchive, IconEye, IconLock, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RollState } from '#app/domain/register/register.ts'
import { Tag } from '#app/ui/tag.tsx'

const LOOK = {
  draft: { tone: 'stone', icon: IconPencil },
  published: { tone: 'amber', icon: IconEye },
  frozen: { tone: 'tea', icon: IconLock },
  withdrawn: { tone: 'stone', icon: IconArchive },
} as const

/** Where a roll stands, as a hue, a drawing and a word. */
export function RollStateTag({ state }: { state: RollState }) {
  const { t } = useTranslation('register')
  return <Tag {...LOOK[state]}>{t(`state.${state}`)}</Tag>
}
