import { Form, Link } from '@remix-run/react'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { Table } from '#app/ui/table.tsx'
import type { DeskVote } from './desk-vote.ts'
import css from './owners-votes.module.css'

/** The numbered papers, those to be read first. */
export function PapersPanel({ vote }: { vote: DeskVote }) {
  const { t } = useTranslation('owners-votes')
  const { listed, total, sought } = vote.papers
  if (listed.length === 0 && sought === null) return null
  const open = vote.state === 'open' || vote.state === 'closed'
  return (
    <section className={`panel ${css.pad}`}>
      <h2>{t('papers.title')}</h2>
      <p className="sm ink2">{t('papers.lead')}</p>
      <Form method="get" className={`row wrap mt12 ${css.find}`} preventScrollReset>
        <TextField
          name="paper"
          label={t('papers.find')}
          defaultValue={sought ?? ''}
          maxLength={20}
          autoComplete="off"
        />
        <Button type="submit">{t('papers.look')}</Button>
        {sought !== null && <Link to="?">{t('papers.all')}</Link>}
      </Form>
      {sought !== null && listed.length === 0 && (
        <Note tone="amber" icon={IconAlertTriangle} role="status" className="mt12">
          {t('papers.notFound', { number: sought })}
        </Note>
      )}
      {listed.length < total && (
        <p className="sm ink2">{t('papers.first', { listed: listed.length, total })}</p>
      )}
      <Table
        caption={t('papers.title')}
        captionHidden
        cards
        rows={listed}
        rowKey={({ electorId }) => electorId}
        columns={[
          {
            key: 'number',
            head: t('papers.number'),
            rowHead: true,
            cell: ({ electorId }) => (
              <span className="nowrap">{`${vote.code}-${electorId}`}</span>
            ),
          },
          { key: 'doors', head: t('papers.doors'), cell: ({ doors }) => doors },
          {
            key: 'state',
            head: t('papers.state'),
            cell: ({ readings, differs, settledAt, outcome }) =>
              settledAt && outcome
                ? t(`outcome.${outcome}`)
                : differs
                  ? t('papers.differs')
                  : t(readings === 0 ? 'papers.out' : 'papers.once'),
          },
          {
            key: 'read',
            head: <span className="vh">{t('papers.read')}</span>,
            cell: ({ electorId, settledAt, differs }) =>
              open &&
              !settledAt && (
                <Link
                  className="btn line sm"
                  to={`/desk/owners-votes/${vote.id}/paper/${electorId}`}
                >
                  {t(differs ? 'papers.settle' : 'papers.read')}
                </Link>
              ),
          },
        ]}
      />
    </section>
  )
}

/** Second votes and papers that did not count: that they came, never what they said. */
export function AttemptsPanel({ vote }: { vote: DeskVote }) {
  const { t } = useTranslation('owners-votes')
  const format = useFormat()
  if (vote.attempts.length === 0) return null
  return (
    <section className={`panel ${css.pad}`}>
      <h2>{t('attempts.title')}</h2>
      <p className="sm ink2">{t('attempts.lead')}</p>
      <ul className={css.checks}>
        {vote.attempts.map(({ id, electorId, origin, outcome, at }) => (
          <li key={id} style={{ gridTemplateColumns: 'minmax(0, 1fr)' }}>
            <span>
              {vote.code}-{electorId} · {t(`originName.${origin}`)} · {format.shortDay(at)}{' '}
              {format.time(at)} · {t(`outcome.${outcome}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was said against the result, to be answered before it is final. */
export function ObjectionsPanel({ vote }: { vote: DeskVote }) {
  const { t } = useTranslation('owners-votes')
  if (vote.objections.length === 0) return null
  return (
    <section className={`panel ${css.pad}`}>
      <h2>{t('objections.title')}</h2>
      {vote.objections.map(({ id, name, contact, words, answer }) => (
        <article key={id} className="mt12">
          <p className="sm ink2">{[name, contact].filter(Boolean).join(' · ')}</p>
          <p lang="zh-CN">{words}</p>
          {answer ? (
            <p className="ink2">{t('objections.answered', { answer })}</p>
          ) : (
            vote.mayRun && (
              <Form method="post" className="row top" style={{ gap: 10 }}>
                <input type="hidden" name="do" value="answer" />
                <input type="hidden" name="objectionId" value={id} />
                <div className="grow">
                  <TextField
                    name="answer"
                    label={t('objections.answer')}
                    required
                    maxLength={500}
                  />
                </div>
                <Button type="submit">{t('objections.send')}</Button>
              </Form>
            )
          )}
        </article>
      ))}
    </section>
  )
}
