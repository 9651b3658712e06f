import { IconCircleCheck, IconSpeakerphone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { NoticeState } from '#app/domain/records/notice-state.ts'
import { Tag } from '#app/ui/tag.tsx'

/** Which day of its notice a publication is on, or that the notice is over. */
export function NoticeTag({ notice, large = false }: { notice: NoticeState; large?: boolean }) {
  const { t } = useTranslation('records')
  return notice.over ? (
    <Tag tone="teal" icon={IconCircleCheck} large={large}>
      {t('notice.over')}
    </Tag>
  ) : (
    <Tag tone="dai" icon={IconSpeakerphone} large={large}>
      {t('resolution.noticeDay', { day: notice.day, of: notice.days })}
    </Tag>
  )
}
