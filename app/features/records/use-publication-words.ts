import { useTranslation } from 'react-i18next'
import type { NoticeState } from '#app/domain/records/notice-state.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'

/** What was published, by whom, until when it is on notice, and whether it still holds. */
export type Publication = {
  community: { name: string; nameEn: string; hotline: string | null }
  notice: Pick<NoticeState, 'from' | 'until'>
  publishedAt: Date
  withdrawn: { at: Date; reason: string } | null
}

/** What every paper that is put up says of its publication, ready in the language of the page. */
export function usePublicationWords(published: Publication) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const isEnglish = useLanguage() === 'en'
  const { community, notice, withdrawn } = published
  const dayOf = (day: string) => format.fullDay(new Date(`${day}T00:00+08:00`))
  return {
    organ: t('paper.organ', { community: isEnglish ? community.nameEn : community.name }),
    published: format.fullDay(published.publishedAt),
    period: t('paper.period', { from: dayOf(notice.from), until: dayOf(notice.until) }),
    objections: community.hotline
      ? t('paper.objections', { phone: community.hotline })
      : t('paper.objectionsNoPhone'),
    withdrawn: withdrawn
      ? t('paper.withdrawnOn', { day: format.fullDay(withdrawn.at), reason: withdrawn.reason })
      : null,
  }
}
