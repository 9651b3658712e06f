import { IconDeviceTablet } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Button } from '#app/ui/button.tsx'
import { beginForgetting } from './forget-here.ts'

/** A server that did not answer is told again after this long; ms. */
const TELL_AGAIN_AFTER_MS = 3000

/**
 * Between one person and the next. Nothing of the last one is on the screen any
 * more while the server is told, however long it cannot be reached.
 */
export function KioskForgotten({
  unrecorded,
}: {
  /** A vote went with them of which nobody knows whether it is in: somebody has to read that first. */
  unrecorded: boolean
}) {
  const { t } = useTranslation('kiosk')
  const [told, setTold] = useState(false)
  const [seen, setSeen] = useState(!unrecorded)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tell = async () => {
      // Each time: an answer that was still on its way may have been written down meanwhile.
      beginForgetting()
      // Not a form: without a connection that would end on the browser's own page.
      const answer = await fetch(location.pathname, {
        method: 'POST',
        body: new URLSearchParams({ intent: 'finish' }),
      }).catch(() => null)
      if (answer?.ok) setTold(true)
      else timer = setTimeout(() => void tell(), TELL_AGAIN_AFTER_MS)
    }
    void tell()
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    if (told && seen) location.replace(location.pathname)
  }, [told, seen])
  return (
    <main id="main" role="status" style={{ padding: '3rem 1rem' }}>
      <EmptyState
        level={1}
        title={t('forgotten.title')}
        trouble={{ icon: IconDeviceTablet, tone: 'stone' }}
      >
        {t(unrecorded ? 'forgotten.unrecorded' : 'forgotten.note')}
        {!seen && (
          <p style={{ marginTop: 16 }}>
            <Button look="primary" size="large" onClick={() => setSeen(true)}>
              {t('forgotten.seen')}
            </Button>
          </p>
        )}
      </EmptyState>
    </main>
  )
}
