import { useTranslation } from 'react-i18next'
import { checkCodeOf } from '#app/domain/records/check-code.ts'
import { withAddenda, type MinutesDocument } from '#app/domain/records/minutes-document.ts'
import { MinutesPaper } from './minutes-paper.tsx'
import { PaperTools } from './paper-tools.tsx'
import { QrCode } from './qr-code.tsx'

type Props = {
  document: MinutesDocument
  back: string
  /** Null for a draft: then the sheet says so. */
  hash: string | null
  sealedOn: string | null
  qr: { path: string; size: number } | null
  /** Only the archive's copy is signed by hand. */
  signed: boolean
  addenda: readonly { text: string; reason: string }[]
  /** Why this copy no longer holds, when it was withdrawn. */
  withdrawn?: string | null
}

/** Minutes on A4 as 纪要: 22 lines of 28 characters, lines to sign on, and what anybody can check it by. */
export function MinutesSheet({
  document,
  back,
  hash,
  sealedOn,
  qr,
  signed,
  addenda,
  withdrawn = null,
}: Props) {
  const { t } = useTranslation('minutes')
  return (
    <div className="prt" data-theme="light">
      <PaperTools back={back} />
      <main id="main" className="sheets">
        <article className="a4 flow min">
          {hash === null && <p className="off">{t('paper.draft')}</p>}
          {withdrawn !== null && <p className="off">{withdrawn}</p>}
          <MinutesPaper document={withAddenda(document, addenda)} />
          {signed && (
            <div className="sig" lang="zh-CN">
              {document.signatures.map((name) => (
                <span key={name}>{name}</span>
              ))}
            </div>
          )}
          {hash !== null && (
            <footer className="check">
              {qr && <QrCode {...qr} label={t('paper.qr')} pixels={84} />}
              <span>
                {qr && (
                  <>
                    {t('paper.scan')}
                    <br />
                  </>
                )}
                {t('sealed.code', { code: checkCodeOf(hash) })}
                {sealedOn !== null && ` · ${t('paper.sealedOn', { day: sealedOn })}`}
                <br />
                {t('paper.final')}
                <br />
                <small>{`${t('sealed.hash')} ${hash}`}</small>
              </span>
            </footer>
          )}
        </article>
      </main>
    </div>
  )
}
