import { IconDownload, IconScale } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  ballotId: string
  /** Tells two ballots of one page apart, for a reader who hears links only. */
  ballotTitle: string
}

/** The way from a result to its record: count it again, or take it home. The page loads the words `recount`. */
export function RecordLink({ ballotId, ballotTitle }: Props) {
  const { t } = useTranslation('recount')
  return (
    <div className="col" style={{ gap: 8 }}>
      <LinkButton
        to={`/recount?ballot=${ballotId}`}
        block
        icon={IconScale}
        aria-label={t('link.recountOf', { title: ballotTitle })}
      >
        {t('link.recount')}
      </LinkButton>
      <a
        className="btn line block"
        href={`/ballots/${ballotId}/record.json`}
        download
        aria-label={t('link.downloadOf', { title: ballotTitle })}
      >
        <Icon of={IconDownload} />
        {t('link.download')}
      </a>
    </div>
  )
}
