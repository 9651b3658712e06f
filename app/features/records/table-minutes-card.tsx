import { IconFileText } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#app/domain/calendar/local-date.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { LinkButton } from '#app/ui/button.tsx'

/** After a meeting, on the phone of whoever sat there: its minutes can be read, and corrected until a day. */
export function TableMinutesCard({
  meetingId,
  until,
}: {
  meetingId: string
  /** Null once nothing can be proposed. */
  until: LocalDate | null
}) {
  const { t } = useTranslation('minutes')
  const format = useFormat()
  return (
    <section className="card pad col" style={{ gap: 12 }}>
      <h2 className="song" style={{ fontSize: '1.25rem' }}>
        {t(until === null ? 'review.page' : 'review.title')}
      </h2>
      <p>
        {until === null
          ? t('review.cardSealed')
          : t('review.card', { day: format.day(new Date(`${until}T00:00+08:00`)) })}
      </p>
      <LinkButton look="primary" block to={`/m/${meetingId}/minutes`} icon={IconFileText}>
        {t('review.go')}
      </LinkButton>
    </section>
  )
}
