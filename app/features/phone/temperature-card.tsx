import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '#app/features/live/live-context.tsx'
import { lazyPart } from '#app/ui/lazy-part.tsx'

const OpenCheck = lazyPart(() => import('./open-check.tsx'), OnItsWay)

/** A look at how the room feels, while it is open: three faces, one press, no names. */
export function TemperatureCard() {
  const { meeting } = useLive()
  const { temperature } = meeting
  return (
    temperature && (
      <Suspense>
        <OpenCheck key={temperature.checkId} check={temperature} />
      </Suspense>
    )
  )
}

function OnItsWay() {
  const { t } = useTranslation('phone')
  return (
    <p className="card pad ink2" role="status">
      {t('onItsWay.title')}
    </p>
  )
}
