import { Form } from '@remix-run/react'
import { IconAlertTriangle, IconCheck, IconEyeOff, IconWorld } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type {
  DraftResolution,
  ResolutionRefusal,
} from '#app/domain/records/resolution-from-minutes.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Note } from '#app/ui/note.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { OutcomeTag } from './outcome-tag.tsx'
import './records.css'

type Item = {
  itemId: string
  published: { id: string; number: string } | null
  draft: DraftResolution
}

type Props = {
  meetingId: string
  title: string
  confirmed: boolean
  mayPublish: boolean
  items: readonly Item[]
  refusal:
    | ResolutionRefusal['code']
    | 'no-such-meeting'
    | 'minutes-not-confirmed'
    | 'already-published'
    | null
}

/** What each decision will read like in public, before it does. */
export function PublishPage({
  meetingId,
  title,
  confirmed,
  mayPublish,
  items,
  refusal,
}: Props) {
  const { t } = useTranslation('records')
  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{t('publish.title')}</h1>
          <p>{title}</p>
        </div>
        <span className="grow" />
        <LinkButton to={`/desk/sessions/${meetingId}/minutes`}>{t('minutes.title')}</LinkButton>
      </header>
      {refusal && (
        <Note tone="amber" icon={IconAlertTriangle} role="alert">
          {t(`refused.${refusal}`)}
        </Note>
      )}
      <p className="muted">{t('publish.lead')}</p>
      {items.length === 0 ? (
        <section className="panel mt12">
          <EmptyState
            level={2}
            title={t(confirmed ? 'publish.none' : 'publish.first')}
            action={
              <LinkButton look="primary" to={`/desk/sessions/${meetingId}/minutes`}>
                {t('minutes.title')}
              </LinkButton>
            }
          >
            {t(confirmed ? 'publish.noneHint' : 'refused.minutes-not-confirmed')}
          </EmptyState>
        </section>
      ) : (
        items.map((item) => (
          <PublishItem key={item.itemId} item={item} mayPublish={mayPublish} />
        ))
      )}
    </>
  )
}

function PublishItem({ item, mayPublish }: { item: Item; mayPublish: boolean }) {
  const { t } = useTranslation(['records', 'terms'])
  const { itemId, published, draft } = item
  const { content, findings } = draft
  return (
    <section className="panel pub-i mt12">
      <div className="ph2">
        <h2 lang="zh-CN">{draft.title}</h2>
        <OutcomeTag outcome={content.outcome} label={draft.label} />
      </div>
      <div className="min-b">
        <p lang="zh-CN">
          <b className="b">{content.lead}</b>
        </p>
        <ol className="nl" lang="zh-CN">
          {content.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ol>
        <p className="sm muted">
          {t('publish.notice', { from: draft.noticeFrom, until: draft.noticeUntil })}
          {content.legalBasis && ` · ${content.legalBasis}`}
        </p>
        <div className="sm">
          <b className="b">{t('publish.masked')}</b>
          {findings.length === 0 ? (
            <p className="muted">{t('minutes.foundNone')}</p>
          ) : (
            <ul>
              {findings.map(({ found, as }) => (
                <li key={`${found} ${as}`}>
                  {found} → {as}
                </li>
              ))}
            </ul>
          )}
        </div>
        {published ? (
          <p className="row">
            <Tag tone="tea" icon={IconWorld}>
              {t('publish.published', { number: published.number })}
            </Tag>
            <LinkButton size="small" to={`/resolutions/${published.id}`} icon={IconCheck}>
              {t('publish.see')}
            </LinkButton>
          </p>
        ) : (
          mayPublish && (
            <Form method="post">
              <input type="hidden" name="itemId" value={itemId} />
              <Button
                look="primary"
                type="submit"
                icon={findings.length > 0 ? IconEyeOff : IconWorld}
              >
                {t('publish.go')}
              </Button>
            </Form>
          )
        )}
      </div>
    </section>
  )
}
