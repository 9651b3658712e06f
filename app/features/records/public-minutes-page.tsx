import { IconAlertTriangle, IconDownload, IconPrinter } from '@tabler/icons-react'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PublishedMinutesView } from '#app/domain/records/published-minutes.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { MinutesPaper } from './minutes-paper.tsx'
import { NoticeTag } from './notice-tag.tsx'
import { QrCode } from './qr-code.tsx'
import './records.css'

type Props = {
  minutes: PublishedMinutesView
  code: string
  qr: { path: string; size: number }
}

/** The masked minutes of a session, as they were published, and how to check them. */
export function PublicMinutesPage({ minutes, code, qr }: Props) {
  const { t } = useTranslation(['minutes', 'records'])
  const format = useFormat()
  const { content, withdrawn, notice, resolutions } = minutes
  return (
    <main id="main" className="wrapc pm">
      {withdrawn && (
        <Note tone="jujube" icon={IconAlertTriangle}>
          {t('records:resolution.withdrawnOn', { day: format.fullDay(withdrawn.at) })}
          <span lang="zh-CN">{withdrawn.reason}</span>
        </Note>
      )}
      <p className="row wrap sm ink2">
        {t('records:resolution.publishedOn', { day: format.fullDay(minutes.publishedAt) })}
        <NoticeTag notice={notice} />
      </p>
      <div className="pm-two">
        <article className="card pm-paper min-paper">
          <MinutesPaper document={content.document} />
          {content.addenda.length > 0 && (
            <section lang="zh-CN">
              <h2 className="l1">{t('review.addenda')}</h2>
              <ol>
                {content.addenda.map(({ text, reason }) => (
                  <li key={text}>{`${text}（${reason}）`}</li>
                ))}
              </ol>
            </section>
          )}
        </article>
        <aside className="pm-aside">
          {resolutions.length > 0 && (
            <section>
              <h2>{t('public.decided')}</h2>
              <ul className="pm-list">
                {resolutions.map(({ id, title, number }) => (
                  <li key={id}>
                    <Link to={`/resolutions/${id}`} lang="zh-CN">
                      {title}
                    </Link>{' '}
                    <span className="sm muted">{number}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className="pm-check">
            <QrCode {...qr} label={t('paper.qr')} />
            <div>
              <h2>{t('records:check.title')}</h2>
              <p>
                {t('sealed.code', { code })} ·{' '}
                <Link to={`/check?code=${code}`}>{t('public.check')}</Link>
              </p>
              <p className="sm muted chk">
                {t('sealed.hash')} {minutes.contentHash}
              </p>
              <p className="sm muted">{t('public.how')}</p>
              <p className="row wrap">
                <LinkButton to={`/minutes/${minutes.id}/print`} icon={IconPrinter}>
                  {t('export.print')}
                </LinkButton>
                <LinkButton to={`/minutes/${minutes.id}/print?size=a3`} icon={IconPrinter}>
                  {t('export.poster')}
                </LinkButton>
                <LinkButton
                  to={`/minutes/${minutes.id}/record.json`}
                  icon={IconDownload}
                  reloadDocument
                >
                  {t('export.json')}
                </LinkButton>
              </p>
            </div>
          </section>
        </aside>
      </div>
    </main>
  )
}
