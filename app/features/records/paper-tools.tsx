import { IconChevronLeft, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/ui/button.tsx'

/** Above a sheet on the screen, never on paper. */
export function PaperTools({ back }: { back: string }) {
  const { t } = useTranslation('records')
  return (
    <nav className="paper-tools no-print" aria-label={t('paper.print')}>
      <LinkButton look="line" to={back} icon={IconChevronLeft}>
        {t('paper.back')}
      </LinkButton>
      <Button
        look="primary"
        icon={IconPrinter}
        className="js-only"
        onClick={() => window.print()}
      >
        {t('paper.print')}
      </Button>
    </nav>
  )
}
