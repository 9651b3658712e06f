import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { browserI18n } from './i18n/browser-i18n.ts'

startTransition(() => {
  hydrateRoot(
    document,
    <I18nextProvider i18n={browserI18n()}>
      <StrictMode>
        <RemixBrowser />
      </StrictMode>
    </I18nextProvider>,
  )
})
