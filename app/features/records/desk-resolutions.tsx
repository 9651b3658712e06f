import { Form, Link } from '@remix-run/react'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ResolutionLine, ResolutionPage } from '#app/domain/records/resolution-view.ts'
import { wayOn } from '#app/domain/records/way-on.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { Table } from '#app/ui/table.tsx'
import { NoticeTag } from './notice-tag.tsx'
import { OutcomeTag } from './outcome-tag.tsx'
import './records.css'

type Props = {
  published: ResolutionPage
  mayWithdraw: boolean
  /** May take what was recommended to those whose decision it is. */
  mayGoOn: boolean
  refusal: 'no-such-resolution' | 'already-withdrawn' | 'reason-missing' | 'no-way-on' | null
}

/** What the community published, with how far its notices and tasks have come. */
export function DeskResolutions({ published, mayWithdraw, mayGoOn, refusal }: Props) {
  const { t } = useTranslation('records')
  const { lines, total, onNotice, page, pages } = published
  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{t('list.title')}</h1>
          <p>{t('list.lead', { count: total, onNotice })}</p>
        </div>
      </header>
      {refusal && (
        <Note tone="amber" icon={IconAlertTriangle} role="alert">
          {t(`refused.${refusal}`)}
        </Note>
      )}
      <section className="panel">
        {lines.length === 0 ? (
          <EmptyState level={2} title={t('list.empty')}>
            {t('list.emptyHint')}
          </EmptyState>
        ) : (
          <ResolutionTable lines={lines} mayWithdraw={mayWithdraw} mayGoOn={mayGoOn} />
        )}
      </section>
      {pages > 1 && (
        <nav className="min-acts mt12" aria-label={t('list.title')}>
          {Array.from({ length: pages }, (_, index) => index + 1).map((each) => (
            <Link
              key={each}
              className="btn line sm"
              to={`?page=${each}`}
              aria-current={each === page ? 'page' : undefined}
            >
              {each}
            </Link>
          ))}
        </nav>
      )}
    </>
  )
}

function ResolutionTable({
  lines,
  mayWithdraw,
  mayGoOn,
}: {
  lines: readonly ResolutionLine[]
  mayWithdraw: boolean
  mayGoOn: boolean
}) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const isEnglish = useLanguage() === 'en'
  return (
    <Table
      caption={t('list.title')}
      captionHidden
      cards
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: t('list.name'),
          rowHead: true,
          cell: (line) => (
            <>
              <Link className="il" to={`/resolutions/${line.id}`} lang="zh-CN">
                {line.title}
              </Link>
              <p className="sm muted">
                <span className="nowrap">{line.number}</span> ·{' '}
                {isEnglish ? line.compoundEn : line.compound} ·{' '}
                {t('resolution.publishedOn', { day: format.shortDay(line.publishedAt) })}
              </p>
            </>
          ),
        },
        {
          key: 'state',
          head: t('list.state'),
          cell: ({ outcome, label, withdrawn }) => (
            <OutcomeTag outcome={outcome} label={label} withdrawn={withdrawn} />
          ),
        },
        {
          key: 'notice',
          head: t('list.notice'),
          wideOnly: true,
          cell: ({ notice, withdrawn }) => (withdrawn ? '–' : <NoticeTag notice={notice} />),
        },
        {
          key: 'tasks',
          head: t('list.tasks'),
          wideOnly: true,
          number: true,
          cell: ({ tasks }) => (tasks.of === 0 ? '–' : `${tasks.done}/${tasks.of}`),
        },
        ...(mayGoOn && lines.some((line) => wayOn(line) !== null)
          ? [
              {
                key: 'next',
                head: t('list.next'),
                cell: (line: ResolutionLine) => (
                  <div className="res-next">
                    <NextStep line={line} />
                  </div>
                ),
              },
            ]
          : []),
        ...(mayWithdraw
          ? [
              {
                key: 'withdraw',
                head: <span className="vh">{t('list.withdraw')}</span>,
                cell: (line: ResolutionLine) => !line.withdrawn && <Withdraw id={line.id} />,
              },
            ]
          : []),
      ]}
    />
  )
}

/** Takes what a session could only recommend to those who decide it or do it. */
function NextStep({ line }: { line: ResolutionLine }) {
  const { t } = useTranslation('records')
  const { t: term } = useTranslation('terms')
  const way = wayOn(line)
  if (!way || line.nextStep === null) return null
  if (way.to === 'register') {
    return (
      <Form method="post">
        <input type="hidden" name="id" value={line.id} />
        <Button look="line" size="small" type="submit" name="do" value="go-on">
          {term(`nextStep.${line.nextStep}`)}
        </Button>
        <p className="sm muted">{t('list.registersFirst')}</p>
      </Form>
    )
  }
  const address = {
    'owners-vote': () => `/desk/owners-votes/new?resolution=${line.id}`,
    session: () => `/desk/sessions/new?resolution=${line.id}`,
    refer: (matterId: string) => `/desk/matters/${matterId}?do=refer`,
    assign: (matterId: string) => `/desk/matters/${matterId}?do=assign`,
  }
  return (
    <LinkButton
      look="line"
      size="small"
      to={address[way.to]('matterId' in way ? way.matterId : '')}
    >
      {way.to === 'owners-vote' ? t('list.prepareVote') : term(`nextStep.${line.nextStep}`)}
    </LinkButton>
  )
}

/** Opens to a reason that everybody will read; without a script too. */
function Withdraw({ id }: { id: string }) {
  const { t } = useTranslation('records')
  return (
    <details>
      <summary className="btn ghost sm">{t('list.withdraw')}</summary>
      <Form method="post" className="min-b">
        <input type="hidden" name="id" value={id} />
        <TextField name="reason" label={t('list.withdrawReason')} required maxLength={200} />
        <Button look="stop" size="small" type="submit">
          {t('list.withdraw')}
        </Button>
      </Form>
    </details>
  )
}
