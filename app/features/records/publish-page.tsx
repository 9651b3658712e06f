import { Form } from '@remix-run/react'
import { IconAlertTriangle, IconCheck, IconEyeOff, IconWorld } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MinutesDocument } from '#app/domain/records/minutes-document.ts'
import type {
  DraftResolution,
  ResolutionRefusal,
} from '#app/domain/records/resolution-from-minutes.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { MinutesPaper } from './minutes-paper.tsx'
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
  /** The masked minutes: what they would read like, or where they are published. */
  minutes: { document: MinutesDocument; publishedId: string | null } | null
  items: readonly Item[]
  refusal:
    | ResolutionRefusal['code']
    | 'no-such-meeting'
    | 'minutes-not-confirmed'
    | 'already-published'
    | 'minutes-published'
    | 'reason-missing'
    | null
}

/** What each decision will read like in public, before it does. */
export function PublishPage({
  meetingId,
  title,
  confirmed,
  mayPublish,
  minutes,
  items,
  refusal,
}: Props) {
  const { t } = useTranslation(['records', 'minutes'])
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
          {refusal === 'minutes-published'
            ? t('minutes:public.already')
            : t(`refused.${refusal}`)}
        </Note>
      )}
      <p className="muted">{t('publish.lead')}</p>
      {confirmed && minutes && <PublishMinutes {...minutes} mayPublish={mayPublish} />}
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

function PublishMinutes({
  document,
  publishedId,
  mayPublish,
}: NonNullable<Props['minutes']> & { mayPublish: boolean }) {
  const { t } = useTranslation(['minutes', 'records'])
  return (
    <section className="panel pub-i mt12" aria-labelledby="publish-minutes">
      <div className="ph2">
        <h2 id="publish-minutes">{t('public.title')}</h2>
      </div>
      <div className="min-b">
        <p className="sm muted">{t('public.lead')}</p>
        <details>
          <summary>{t('pane.preview')}</summary>
          <div className="min-paper">
            <MinutesPaper document={document} level={3} />
          </div>
        </details>
        {publishedId !== null ? (
          <>
            <p className="row wrap">
              <Tag tone="tea" icon={IconWorld}>
                {t('public.published')}
              </Tag>
              <LinkButton size="small" to={`/minutes/${publishedId}`} icon={IconCheck}>
                {t('records:publish.see')}
              </LinkButton>
            </p>
            {mayPublish && (
              <details>
                <summary className="sm">{t('records:list.withdraw')}</summary>
                <Form method="post" className="col min-a">
                  <TextField
                    name="reason"
                    label={t('records:list.withdrawReason')}
                    required
                    maxLength={200}
                  />
                  <Button type="submit" name="intent" value="withdraw-minutes">
                    {t('records:list.withdraw')}
                  </Button>
                </Form>
              </details>
            )}
          </>
        ) : (
          mayPublish && (
            <Form method="post">
              <Button
                look="primary"
                type="submit"
                name="intent"
                value="publish-minutes"
                icon={IconWorld}
              >
                {t('public.go')}
              </Button>
            </Form>
          )
        )}
      </div>
    </section>
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
          <p className="row wrap">
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
