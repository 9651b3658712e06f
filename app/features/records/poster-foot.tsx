import { useTranslation } from 'react-i18next'
import { QrCode } from './qr-code.tsx'
import { usePublicationWords, type Publication } from './use-publication-words.ts'

type Props = {
  publication: Publication
  qr: { path: string; size: number }
  code: string
}

/**
 * At the foot of every poster: how long it hangs and where to object, the code by which anybody can
 * check it, and over organ and day the place for a seal of 42 mm.
 */
export function PosterFoot({ publication, qr, code }: Props) {
  const { t } = useTranslation('records')
  const words = usePublicationWords(publication)
  const { hotline } = publication.community
  return (
    <div className="ft">
      <p className="per">
        <b>{words.period}</b>
        <br />
        {words.objections}
      </p>
      <div className="code">
        <QrCode {...qr} label={t('check.qr')} pixels={180} />
      </div>
      <div className="scan">
        <p>{t('paper.scan')}</p>
        <p className="chk">{code}</p>
        {hotline && (
          <p>
            {t('paper.phone')} <b>{hotline}</b>
          </p>
        )}
      </div>
      <div className="seal-on">
        <p className="song">
          {words.organ}
          <br />
          {words.published}
        </p>
        <span className="stampbox">{t('paper.stamp')}</span>
      </div>
    </div>
  )
}
