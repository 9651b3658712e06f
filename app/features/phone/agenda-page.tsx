import { useTranslation } from 'react-i18next'
import { useLive } from '#app/features/live/live-context.tsx'
import { AgendaList } from './agenda-list.tsx'
import { DecisionList } from './decision-list.tsx'
import { PhoneFrame } from './phone-frame.tsx'

/** The whole agenda, what was decided, and what was put aside for another time. */
export function AgendaPage({ elder }: { elder: boolean }) {
  const { t } = useTranslation('live')
  const { meeting } = useLive()
  return (
    <PhoneFrame elderTitle={elder ? t('phone.tab.agenda') : undefined}>
      <h1 className="ph-t">{t('agenda.title')}</h1>
      <section className="card" style={{ padding: '4px 16px', overflow: 'hidden' }}>
        <AgendaList />
      </section>
      <DecisionList />
      {meeting.parked.length > 0 && (
        <section className="card pad">
          <h2 style={{ fontSize: '1.0625rem' }}>{t('parked.title')}</h2>
          <p className="sm muted">{t('parked.note')}</p>
          <ul style={{ marginTop: 8 }}>
            {meeting.parked.map((point) => (
              <li key={point.pointId} style={{ padding: '6px 0' }}>
                {point.text}
              </li>
            ))}
          </ul>
        </section>
      )}
    </PhoneFrame>
  )
}
