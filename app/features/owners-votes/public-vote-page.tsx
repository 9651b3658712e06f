import { Form, Link } from '@remix-run/react'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconInfoCircle,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MeasureFigures } from '#app/domain/owners-vote/eight-numbers.ts'
import {
  toldLabel,
  type Extension,
  type OfficialResult,
  type Override,
  type OwnersVoteLabel,
  type OwnersVoteState,
} from '#app/domain/owners-vote/owners-vote.ts'
import type { SilentVotes } from '#app/domain/owners-vote/silent-votes.ts'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import type { NamedRule } from '#app/domain/voting/named-rule.ts'
import type { VoteRule } from '#app/domain/voting/rule.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import { RecordLink } from '#app/features/recount/record-link.tsx'
import { TestGrid } from '#app/features/recount/test-grid.tsx'
import { useRuleName } from '#app/features/rules/use-rule-name.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { TextAreaField, TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { EightNumbers, SeatsStanding, VerdictSentence } from './eight-numbers.tsx'
import { ReceiptWords } from './elector-page.tsx'
import { noon } from './noon.ts'
import { OfficialNote } from './official-note.tsx'
import { useRefusalWords } from './refusal-words.ts'
import { SilenceNote, SilenceRule } from './silence-note.tsx'
import { VoteStateTag } from './vote-tags.tsx'
import css from './owners-votes.module.css'

type Vote = {
  id: string
  code: string
  title: string
  proposal: string
  question: BallotQuestion
  art278Item: number | null
  rule: VoteRule
  /** As it is cited. */
  basis: { named: NamedRule | null; law: string; effectiveFrom: string; version: number }
  state: OwnersVoteState
  label: OwnersVoteLabel
  opensOn: string
  closesOn: string
  noticeOn: string | null
  noticeHow: string | null
  overrides: Pick<Override, 'check' | 'reason'>[]
  extensions: Pick<Extension, 'to' | 'reason'>[]
  voidReason: string | null
  /** The void vote it is held in place of; and the one that is held in place of it. */
  insteadOf: string | null
  heldAgain: string | null
  /** The owners' text that suspends votes, and how many are. */
  suspended: { basis: string; electors: number } | null
  objectionsUntil: string | null
  official: OfficialResult | null
  compound: { name: string; nameEn: string; hotline: string | null } | undefined
  community: { name: string; nameEn: string; code: string } | undefined
  roll: { heads: number; area: string; hash: string | null } | null
  result: { verdict: Verdict; figures: MeasureFigures[]; ballotId: string | null } | null
  receipts: {
    listed: string[]
    total: number
    sought: { receipt: string; votes: number } | null
  }
  /** The owners' text by which silence goes with the majority. */
  silenceBasis: string | null
  silent: SilentVotes | null
  /** Papers that were printed and did not come back, of electors who did not vote otherwise. */
  papersOut: number | null
}

type Props = {
  vote: Vote
  refusal: string | null
  sent: boolean
}

/** A vote as everybody sees it: what is asked and how it is counted; then, once published, its sums. */
export function PublicVotePage({ vote, refusal, sent }: Props) {
  const { t } = useTranslation('owners-votes')
  const format = useFormat()
  const ruleName = useRuleName()
  const isEnglish = useLanguage() === 'en'
  const nameOf = (place: { name: string; nameEn: string } | undefined) =>
    place ? (isEnglish ? place.nameEn : place.name) : ''
  return (
    <main id="main" className="wrapc">
      <p className="sm muted crumb">
        {vote.community && (
          <Link to={`/c/${vote.community.code}`}>{nameOf(vote.community)}</Link>
        )}
        {' › '}
        {nameOf(vote.compound)}
      </p>
      <div className="doc2">
        <article className="sheet">
          <p className="row sm ink2 wrap">
            <VoteStateTag state={vote.state} />
            <b className="b">
              {t(`label.${toldLabel(vote.label, vote.result?.verdict.passed ?? null)}`)}
            </b>
            <span>{vote.code}</span>
          </p>
          <h1 lang="zh-CN">{vote.title}</h1>
          {vote.state === 'void' && (
            <Note tone="jujube" icon={IconCircleX}>
              {t('void.why', { reason: vote.voidReason ?? '' })}{' '}
              {vote.heldAgain && (
                <Link className="il" to={`/owners-votes/${vote.heldAgain}`}>
                  {t('void.heldAgain')}
                </Link>
              )}
            </Note>
          )}
          {vote.insteadOf && (
            <p className="sm">
              <Link className="il" to={`/owners-votes/${vote.insteadOf}`}>
                {t('void.insteadOf')}
              </Link>
            </p>
          )}
          <p className="lead" lang="zh-CN" style={{ whiteSpace: 'pre-line' }}>
            {vote.proposal}
          </p>
          {vote.question.options.length > 0 && (
            <ol className="nl mt12" lang="zh-CN">
              {vote.question.options.map(({ number, text }) => (
                <li key={number}>{text}</li>
              ))}
            </ol>
          )}
          {vote.result ? (
            <Result vote={vote} result={vote.result} />
          ) : (
            vote.state !== 'void' && (
              <>
                {vote.silenceBasis && <SilenceRule basis={vote.silenceBasis} />}
                {vote.suspended && (
                  <p className="sm ink2">
                    {t('public.suspended', {
                      basis: vote.suspended.basis,
                      count: vote.suspended.electors,
                    })}
                  </p>
                )}
                <Note tone="stone" icon={IconInfoCircle}>
                  {t('public.hidden')}
                </Note>
              </>
            )
          )}
          {vote.result?.ballotId && <Receipts vote={vote} />}
          {vote.state === 'objection-window' && <Objection refusal={refusal} sent={sent} />}
        </article>
        <aside className="side">
          <section>
            <h3>{t('facts.title')}</h3>
            <dl className={css.facts}>
              <dt>{t('facts.window')}</dt>
              <dd>
                {format.shortDay(noon(vote.opensOn))} – {format.shortDay(noon(vote.closesOn))}
              </dd>
              <dt>{t('facts.rule')}</dt>
              <dd>
                {vote.art278Item === null
                  ? t('vote.art279')
                  : t('vote.art278', { number: vote.art278Item })}
                <br />
                {vote.basis.named && (
                  <>
                    {ruleName({ id: vote.rule.id, name: vote.basis.named.name })}
                    <br />
                  </>
                )}
                <span className="sm muted" lang="zh-CN">
                  {vote.basis.law}
                </span>
                <br />
                <span className="sm muted">
                  {t('facts.inForce', {
                    day: format.fullDay(noon(vote.basis.effectiveFrom)),
                    version: vote.basis.version,
                  })}
                </span>
              </dd>
              {vote.roll && (
                <>
                  <dt>{t('facts.roll')}</dt>
                  <dd>
                    {t('public.roll', { heads: vote.roll.heads, area: vote.roll.area })}
                    <br />
                    <code className="xs muted">{vote.roll.hash?.slice(0, 16)}</code>
                  </dd>
                </>
              )}
              {vote.noticeOn && (
                <>
                  <dt>{t('notice.title')}</dt>
                  <dd>
                    {format.shortDay(noon(vote.noticeOn))}
                    <br />
                    <span className="sm" lang="zh-CN">
                      {vote.noticeHow}
                    </span>
                  </dd>
                </>
              )}
              {vote.objectionsUntil && (
                <>
                  <dt>{t('public.objections')}</dt>
                  <dd>{format.shortDay(noon(vote.objectionsUntil))}</dd>
                </>
              )}
            </dl>
          </section>
          {(vote.overrides.length > 0 || vote.extensions.length > 0) && (
            <section className="sm">
              <h3>{t('public.departures')}</h3>
              <ul className={css.checks}>
                {vote.overrides.map(({ check, reason }) => (
                  <li key={check} style={{ gridTemplateColumns: '1fr' }}>
                    {t(`notice.override.${check}`)} {reason}
                  </li>
                ))}
                {vote.extensions.map(({ to, reason }) => (
                  <li key={to} style={{ gridTemplateColumns: '1fr' }}>
                    {t('facts.extended', { day: format.shortDay(noon(to)), reason })}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {vote.result && (
            <RecordLink ballotId={vote.result.ballotId ?? vote.id} ballotTitle={vote.title} />
          )}
        </aside>
      </div>
    </main>
  )
}

function Result({ vote, result }: { vote: Vote; result: NonNullable<Vote['result']> }) {
  const { t } = useTranslation('owners-votes')
  const election = result.verdict.method?.kind === 'seats'
  return (
    <>
      <h2>{t('result.title')}</h2>
      <VerdictSentence verdict={result.verdict} label={vote.label} />
      {vote.official && <OfficialNote {...vote.official} />}
      {vote.silent && <SilenceNote silent={vote.silent} />}
      <EightNumbers figures={result.figures} election={election} />
      <SeatsStanding question={vote.question} verdict={result.verdict} />
      <TestGrid
        rule={vote.rule}
        // What each candidate had to reach stands beside them.
        tests={
          election
            ? result.verdict.tests.filter(({ test }) => test === 'quorum')
            : result.verdict.tests
        }
      />
      {vote.papersOut !== null && vote.papersOut > 0 && (
        <p className="sm ink2 mt12">
          {t(vote.silent?.electors ? 'public.papersOutSilent' : 'public.papersOut', {
            count: vote.papersOut,
          })}
        </p>
      )}
      <p className="sm muted">{t('result.floored')}</p>
    </>
  )
}

function Receipts({ vote: { receipts } }: { vote: Vote }) {
  const { t } = useTranslation('owners-votes')
  const { listed, total, sought } = receipts
  return (
    <>
      <h2>{t('receipts.title')}</h2>
      <Form
        method="get"
        className="row wrap"
        style={{ gap: 10, alignItems: 'end' }}
        preventScrollReset
      >
        <TextField
          name="receipt"
          label={t('receipts.find')}
          defaultValue={sought?.receipt ?? ''}
          maxLength={9}
        />
        <Button type="submit">{t('receipts.look')}</Button>
      </Form>
      {sought && (
        <Note
          tone={sought.votes > 0 ? 'tea' : 'amber'}
          icon={sought.votes > 0 ? IconCircleCheck : IconAlertTriangle}
          role="status"
        >
          {sought.votes === 0
            ? t('receipts.notFound', { code: sought.receipt })
            : sought.votes === 1
              ? t('receipts.found', { code: sought.receipt })
              : t('receipts.foundMore', { code: sought.receipt, votes: sought.votes })}
        </Note>
      )}
      <ReceiptWords />
      <details>
        <summary>{t('receipts.all', { count: total })}</summary>
        {listed.length < total && (
          <p className="sm ink2">{t('receipts.first', { listed: listed.length })}</p>
        )}
        <ul className={css.receipts}>
          {listed.map((receipt, index) => (
            // Two of one ballot can be alike.
            <li
              key={`${index} ${receipt}`}
              className={receipt === sought?.receipt ? css.found : undefined}
            >
              {receipt}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

function Objection({ refusal, sent }: { refusal: string | null; sent: boolean }) {
  const { t } = useTranslation('owners-votes')
  const words = useRefusalWords()
  return (
    <>
      <h2>{t('object.title')}</h2>
      {sent && !refusal && (
        <Note tone="tea" icon={IconCircleCheck} role="status">
          {t('object.sent')}
        </Note>
      )}
      {refusal && (
        <Note tone="amber" icon={IconAlertTriangle} role="alert">
          {words(refusal)}
        </Note>
      )}
      <Form method="post" className={css.fields}>
        <TextField
          name="name"
          label={t('object.name')}
          hint={t('object.private')}
          required
          maxLength={40}
        />
        <TextField name="contact" label={t('object.contact')} maxLength={60} />
        <div className={css.wide}>
          <TextAreaField name="words" label={t('object.words')} required maxLength={1000} />
        </div>
        <div>
          <Button type="submit">{t('object.send')}</Button>
        </div>
      </Form>
    </>
  )
}
