import { Link } from '@remix-run/react'
import { IconMessage, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import type { ResolutionView } from '#app/domain/records/resolution-view.ts'
import { RecordLink } from '#app/features/recount/record-link.tsx'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { NoticeTag } from './notice-tag.tsx'
import { QrCode } from './qr-code.tsx'

type Props = {
  resolution: ResolutionView
  qrPath: { path: string; size: number }
  code: string
}

/** Beside a resolution: its notice, the session it comes from, and how its text can be checked. */
export function ResolutionAside({ resolution, qrPath, code }: Props) {
  const { t } = useTranslation('records')
  return (
    <aside className="side">
      <NoticeCard resolution={resolution} />
      <HeldAt resolution={resolution} />
      <CheckCard resolution={resolution} qrPath={qrPath} code={code} />
      <p className="xs muted">
        {t('resolution.publishedOn', { day: localDateOf(resolution.publishedAt) })}
      </p>
    </aside>
  )
}

function NoticeCard({ resolution }: Pick<Props, 'resolution'>) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const { community } = resolution
  return (
    <Card as="section">
      <h3>{t('notice.title')}</h3>
      <NoticeTag notice={resolution.notice} large />
      <p className="sm ink2 mt12">
        {t('notice.period', {
          from: format.shortDay(new Date(`${resolution.notice.from}T00:00+08:00`)),
          until: format.shortDay(new Date(`${resolution.notice.until}T00:00+08:00`)),
          count: resolution.notice.days,
        })}
      </p>
      {community.hotline && (
        <p className="sm ink2">
          <Icon of={IconMessage} /> {t('notice.object', { phone: community.hotline })}
        </p>
      )}
    </Card>
  )
}

function HeldAt({ resolution }: Pick<Props, 'resolution'>) {
  const { t } = useTranslation(['records', 'terms'])
  const { t: minutesWords } = useTranslation('minutes')
  const format = useFormat()
  const isEnglish = useLanguage() === 'en'
  const { content, compound } = resolution
  return (
    <section>
      <h3>{t('resolution.held')}</h3>
      <p className="sm ink2">
        {format.fullDay(new Date(content.heldAt))}
        <br />
        {isEnglish ? compound.nameEn : compound.name} · {t(`terms:room.${content.room}`)}
        <br />
        {t('resolution.present', { present: content.present, invited: content.invited })}
      </p>
      <p className="sm muted">
        {content.presentBySide
          .map(
            ({ side, present, invited }) => `${t(`terms:side.${side}`)} ${present}/${invited}`,
          )
          .join(' · ')}
      </p>
      {resolution.minutesId !== null && (
        <p>
          <Link className="il" to={`/minutes/${resolution.minutesId}`}>
            {minutesWords('public.see')}
          </Link>
        </p>
      )}
      {resolution.matter && (
        <p className="sm">
          <Link className="il" to={`/matters/${resolution.matter.id}`}>
            {t('resolution.matter', {
              number: String(resolution.matter.number).padStart(4, '0'),
            })}
          </Link>
        </p>
      )}
    </section>
  )
}

function CheckCard({ resolution, qrPath, code }: Props) {
  const { t } = useTranslation('records')
  return (
    <Card as="section">
      <h3>{t('check.title')}</h3>
      <div className="row top">
        <QrCode {...qrPath} label={t('check.qr')} />
        <p className="sm ink2">
          {t('check.scan')}
          <br />
          <Link to={`/check?code=${code}`}>{t('check.code')}</Link>
          <br />
          <b className="b chk">{code}</b>
        </p>
      </div>
      {resolution.ballot && (
        <div className="mt12">
          <RecordLink ballotId={resolution.ballot.id} ballotTitle={resolution.ballot.title} />
        </div>
      )}
      <div className="col mt12 papers">
        <LinkButton
          to={`/resolutions/${resolution.id}/print`}
          look="line"
          size="small"
          block
          icon={IconPrinter}
        >
          {t('check.print')}
        </LinkButton>
        <LinkButton
          to={`/resolutions/${resolution.id}/print?size=a3`}
          look="line"
          size="small"
          block
          icon={IconPrinter}
        >
          {t('check.poster')}
        </LinkButton>
      </div>
      <details className="sm mt12">
        <summary>{t('check.how')}</summary>
        <p className="ink2">{t('check.howText')}</p>
        <p className="xs muted chk">{t('check.content', { hash: resolution.contentHash })}</p>
        <p className="xs muted chk">{t('check.log', { hash: resolution.content.logHash })}</p>
      </details>
      <p className="xs muted mt12">{t('check.privacy')}</p>
    </Card>
  )
}
