import { IconDeviceTablet } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { forgetHere } from './forget-here.ts'

/** A server that did not answer is told again after this long; ms. */
const TELL_AGAIN_AFTER_MS = 3000

/**
 * Between one person and the next. Nothing of the last one is on the screen any
 * more while the server is told, however long it cannot be reached.
 */
export function KioskForgotten() {
  const { t } = useTranslation('kiosk')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tell = async () => {
      // Each time: an answer that was still on its way may have been written down meanwhile.
      forgetHere()
      // Not a form: without a connection that would end on the browser's own page.
      const told = await fetch(location.pathname, {
        method: 'POST',
        body: new URLSearchParams({ intent: 'finish' }),
      }).catch(() => null)
      if (told?.ok) location.replace(location.pathname)
      else timer = setTimeout(() => void tell(), TELL_AGAIN_AFTER_MS)
    }
    void tell()
    return () => clearTimeout(timer)
  }, [])
  return (
    <main id="main" role="status" style={{ padding: '3rem 1rem' }}>
      <EmptyState
        level={1}
        title={t('forgotten.title')}
        trouble={{ icon: IconDeviceTablet, tone: 'stone' }}
      >
        {t('forgotten.note')}
      </EmptyState>
    </main>
  )
}
