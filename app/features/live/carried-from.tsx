import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '#app/domain/meetings/meeting.ts'

/** Of an item that an earlier session put off: which one, and why. */
export function CarriedFrom({ item: { carriedFrom } }: { item: AgendaItem }) {
  const { t } = useTranslation('live')
  return (
    carriedFrom && (
      <p className="sm muted">
        {t('agenda.carriedFrom', { title: carriedFrom.title, reason: carriedFrom.reason })}
      </p>
    )
  )
}
