import { IconLinkOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'

/** A personal link that opens nothing: wrong, revoked, or its session is gone. All three look the same. */
export function LinkGonePage() {
  const { t } = useTranslation('invitations')
  return (
    <main id="main" className="gone">
      <EmptyState
        level={2}
        trouble={{ icon: IconLinkOff, tone: 'stone' }}
        title={t('gone.title')}
        action={
          <LinkButton look="primary" to="/code">
            {t('gone.code')}
          </LinkButton>
        }
      >
        {t('gone.why')}
      </EmptyState>
    </main>
  )
}
