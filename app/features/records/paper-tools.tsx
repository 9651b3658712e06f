import { useTranslation } from 'react-i18next'
import { PrintHead } from '#app/ui/print-head.tsx'

/** Above a paper of the records on the screen, never on it. */
export function PaperTools({ back }: { back: string }) {
  const { t } = useTranslation('records')
  return <PrintHead back={{ to: back, label: t('paper.back') }} print={t('paper.print')} />
}
