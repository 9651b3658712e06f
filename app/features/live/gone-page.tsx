import { IconDoorExit } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#app/ui/empty-state.tsx'

/** In place of the whole meeting, for whoever has lost the right to be in it: nothing of it stays on the screen. */
export function GonePage() {
  const { t } = useTranslation('live')
  return (
    <main id="main" role="alert" style={{ padding: '3rem 1rem' }}>
      <EmptyState
        level={1}
        title={t('connection.goneTitle')}
        trouble={{ icon: IconDoorExit, tone: 'stone' }}
      >
        {t('connection.gone')}
      </EmptyState>
    </main>
  )
}
