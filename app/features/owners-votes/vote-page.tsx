import { Form, Link } from '@remix-run/react'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconExternalLink,
  IconFlag,
  IconInfoCircle,
  IconPrinter,
  IconUsers,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { toldLabel, type OwnersVoteState } from '#app/domain/owners-vote/owners-vote.ts'
import { citation } from '#app/domain/voting/citation.ts'
import { useRuleName } from '#app/features/rules/use-rule-name.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice-field.tsx'
import { TextAreaField, TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { ChecksPanel, NoticeForm } from './checks-panel.tsx'
import type { DeskVote } from './desk-vote.ts'
import { noon } from './noon.ts'
import { AttemptsPanel, ObjectionsPanel, PapersPanel } from './vote-panels.tsx'
import { PlanForm } from './plan-form.tsx'
import { draftOf } from './plan-from-form.ts'
import { useRefusalWords } from './refusal-words.ts'
import { OfficialPanel } from './official-note.tsx'
import { VerdictPanel } from './verdict-panel.tsx'
import { VoteStateTag } from './vote-tags.tsx'
import css from './owners-votes.module.css'

type Props = {
  vote: DeskVote
  rolls: readonly { id: string; title: string; state: string }[]
  refusal: string | null
  /** Conditions that kept it from opening. */
  saved: boolean
}

const ORDER: readonly OwnersVoteState[] = [
  'prepared',
  'announced',
  'open',
  'closed',
  'tallied',
  'objection-window',
  'final',
]

/** While papers may still be printed or read. */
const PAPERS_COME: ReadonlySet<OwnersVoteState> = new Set([
  'prepared',
  'announced',
  'open',
  'closed',
])

/** One vote at the desk: where it stands, what is missing, and the one thing to do next. */
export function VotePage({ vote, rolls, refusal, saved }: Props) {
  const { t } = useTranslation('owners-votes')
  const words = useRefusalWords()
  const isEnglish = useLanguage() === 'en'
  return (
    <>
      <header className="dk-h">
        <div>
          <p className="row sm ink2">
            <VoteStateTag state={vote.state} />
            {isEnglish ? vote.compoundEn : vote.compound} · {vote.code}
          </p>
          <h1 lang="zh-CN">{vote.title}</h1>
          <p>
            {vote.art278Item === null
              ? t('vote.art279')
              : t('vote.art278', { number: vote.art278Item })}{' '}
            · {t(`label.${toldLabel(vote.label, vote.verdict?.passed ?? null)}`)}
          </p>
        </div>
        <span className="grow" />
        {vote.state !== 'prepared' && (
          <LinkButton to={`/owners-votes/${vote.id}`} look="line" icon={IconExternalLink}>
            {t('vote.public')}
          </LinkButton>
        )}
      </header>
      {refusal && (
        <Note tone="amber" icon={IconAlertTriangle} role="alert">
          {words(refusal)}
        </Note>
      )}
      {saved && !refusal && (
        <Note tone="tea" icon={IconCircleCheck} role="status">
          {t('vote.saved')}
        </Note>
      )}
      <div className={`${css.split} mt12`}>
        <div className={css.stack}>
          <NextPanel vote={vote} />
          {vote.state === 'prepared' && vote.mayRun && (
            <section className={`panel ${css.pad}`}>
              <h2>{t('plan.heading')}</h2>
              <PlanForm
                draft={draftOf(vote)}
                compounds={[]}
                rolls={rolls}
                refusal={null}
                isNew={false}
              />
            </section>
          )}
          {(vote.state === 'prepared' || vote.state === 'announced') && vote.mayRun && (
            <NoticeForm vote={vote} />
          )}
          {vote.verdict && <VerdictPanel vote={vote} verdict={vote.verdict} />}
          {vote.verdict && vote.officialResult && (
            <OfficialPanel voteId={vote.id} {...vote.officialResult} />
          )}
          {vote.handMissing && vote.mayRun && PAPERS_COME.has(vote.state) && (
            <Note tone="amber" icon={IconUsers}>
              {t(`hands.${vote.handMissing}`)}{' '}
              <Link className="il" to="/desk/community">
                {t('hands.add')}
              </Link>
            </Note>
          )}
          <PapersPanel vote={vote} />
          <ObjectionsPanel vote={vote} />
          <AttemptsPanel vote={vote} />
        </div>
        <aside className={css.stack}>
          <section className={`panel ${css.pad}`}>
            <h2>{t('steps.title')}</h2>
            <StepList state={vote.state} />
          </section>
          <FactsPanel vote={vote} />
          {(vote.state === 'prepared' || vote.state === 'announced') && (
            <ChecksPanel checks={vote.checks} />
          )}
          {vote.mayRun && vote.state !== 'final' && vote.state !== 'void' && <VoidPanel />}
          {vote.state === 'void' && vote.mayRun && (
            <section className={`panel ${css.pad}`}>
              <Note tone="jujube" icon={IconInfoCircle}>
                {t('void.why', { reason: vote.voidReason ?? '' })}
              </Note>
              <LinkButton to={`/desk/owners-votes/new?rerun=${vote.id}`} look="line" block>
                {t('void.rerun')}
              </LinkButton>
            </section>
          )}
        </aside>
      </div>
    </>
  )
}

function StepList({ state }: { state: OwnersVoteState }) {
  const { t } = useTranslation('owners-votes')
  const at = ORDER.indexOf(state)
  return (
    <Steps
      steps={ORDER.map((each, index) => ({
        id: each,
        title: t(`state.${each}`),
        state: state === 'void' ? 'next' : index < at ? 'done' : index === at ? 'now' : 'next',
      }))}
    />
  )
}

/** The one thing to do next, with what it will do. */
function NextPanel({ vote }: { vote: DeskVote }) {
  const { t } = useTranslation('owners-votes')
  const format = useFormat()
  const { state, mayRun } = vote
  const next = {
    prepared: 'announce',
    announced: 'open',
    open: 'close',
    closed: 'tally',
    tallied: 'publish',
    'objection-window': 'finish',
    final: null,
    void: null,
  } as const satisfies Record<OwnersVoteState, string | null>
  const command = next[state]
  const window = `${format.fullDay(noon(vote.opensOn))} – ${format.fullDay(noon(vote.closesOn))}`
  return (
    <section className={`panel ${css.pad}`}>
      <h2>{t('next.title')}</h2>
      <p className="ink2">{t(`next.${state}`, { window })}</p>
      {vote.announceBy !== null && <AnnounceBy day={vote.announceBy} today={vote.today} />}
      {(state === 'open' || state === 'closed') && <Turnout vote={vote} />}
      <div className={`row wrap mt12 ${css.bar}`}>
        {mayRun && command && (state !== 'open' || vote.today > vote.closesOn) && (
          <Form method="post">
            <input type="hidden" name="do" value={command} />
            {command === 'tally' && vote.papersOut > 0 ? (
              <Checkbox
                name="papersOut"
                value={vote.papersOut}
                required
                label={t('papers.outCount', { count: vote.papersOut })}
                note={t(vote.silenceBasis ? 'papers.outNoteSilent' : 'papers.outNote')}
              />
            ) : (
              <input type="hidden" name="papersOut" value="0" />
            )}
            <Button type="submit" look="primary">
              {t(`do.${command}`)}
            </Button>
          </Form>
        )}
        {mayRun && state === 'announced' && vote.mayTakeOver && (
          <LinkButton to={`/desk/owners-votes/${vote.id}/official`} look="line">
            {t('official.open')}
          </LinkButton>
        )}
        {(state === 'announced' || state === 'open') && (
          <>
            <LinkButton
              to={`/desk/owners-votes/${vote.id}/papers`}
              look="line"
              icon={IconPrinter}
            >
              {t('papers.print')}
            </LinkButton>
          </>
        )}
        {(state === 'announced' || state === 'open' || state === 'closed') && (
          <LinkButton to={`/desk/owners-votes/${vote.id}/silent`} look="line">
            {t('silent.open')}
          </LinkButton>
        )}
      </div>
      {state === 'open' && mayRun && <ExtendForm vote={vote} />}
    </section>
  )
}

function AnnounceBy({ day, today }: { day: string; today: string }) {
  const { t } = useTranslation('owners-votes')
  const format = useFormat()
  const words = { day: format.fullDay(noon(day)) }
  return today > day ? (
    <Note tone="jujube" icon={IconFlag} className="mt12">
      {t('next.announceLate', words)}
    </Note>
  ) : (
    <p>{t('next.announceBy', words)}</p>
  )
}

function Turnout({ vote }: { vote: DeskVote }) {
  const { t } = useTranslation('owners-votes')
  const { turnout, roll } = vote
  return (
    <dl className={`${css.facts} mt12`}>
      <dt>{t('turnout.heads')}</dt>
      <dd>
        <b className="b">{turnout.heads}</b> / {roll?.heads ?? 0}
      </dd>
      <dt>{t('turnout.area')}</dt>
      <dd>
        <b className="b">{turnout.area}</b> / {roll?.area ?? '0.00'}
      </dd>
      <dt>{t('turnout.origins')}</dt>
      <dd>
        {(['phone', 'paper', 'assisted', 'proxy'] as const)
          .map((origin) => t(`origin.${origin}`, { count: turnout.byOrigin[origin] ?? 0 }))
          .join(' · ')}
      </dd>
      {vote.proxies.answered + vote.proxies.unanswered > 0 && (
        <>
          <dt>{t('turnout.proxies')}</dt>
          <dd>
            {t('turnout.proxiesAnswered', { count: vote.proxies.answered })}
            {vote.proxies.unanswered > 0 && (
              <>
                <br />
                <b className="b">
                  {t('turnout.proxiesUnanswered', { count: vote.proxies.unanswered })}
                </b>
              </>
            )}
          </dd>
        </>
      )}
    </dl>
  )
}

function ExtendForm({ vote }: { vote: DeskVote }) {
  const { t } = useTranslation('owners-votes')
  if (vote.extensions.length > 0) return null
  return (
    <details className="mt12">
      <summary className="btn ghost sm">{t('extend.open')}</summary>
      <Form method="post" className={`${css.fields} mt12`}>
        <input type="hidden" name="do" value="extend" />
        <p className={`sm ink2 ${css.wide}`}>{t('extend.rule')}</p>
        <TextField type="date" name="closesOn" label={t('extend.until')} required />
        <TextField name="reason" label={t('extend.reason')} required maxLength={200} />
        <Button type="submit">{t('do.extend')}</Button>
      </Form>
    </details>
  )
}

function FactsPanel({ vote }: { vote: DeskVote }) {
  const ruleName = useRuleName()
  const { t } = useTranslation('owners-votes')
  const format = useFormat()
  return (
    <section className={`panel ${css.pad}`}>
      <h2>{t('facts.title')}</h2>
      <dl className={css.facts}>
        <dt>{t('facts.window')}</dt>
        <dd>
          {format.shortDay(noon(vote.opensOn))} – {format.shortDay(noon(vote.closesOn))}
        </dd>
        <dt>{t('facts.rule')}</dt>
        <dd>
          {vote.profile.name
            ? ruleName(vote.profile)
            : t(`rule.${vote.profile.body === 'owners' ? 'owners' : 'unanimous'}`)}
          <br />
          <span className="sm muted" lang="zh-CN">
            {citation(vote.profile.legalBasis)}
          </span>
        </dd>
        <dt>{t('facts.roll')}</dt>
        <dd>
          {vote.roll
            ? t('facts.rollOf', {
                title: vote.roll.title,
                heads: vote.roll.heads,
                area: vote.roll.area,
              })
            : t('facts.noRoll')}
        </dd>
        {vote.silenceBasis && (
          <dd className="sm ink2">{t('silence.rule', { basis: vote.silenceBasis })}</dd>
        )}
        {vote.extensions.map(({ to, reason }) => (
          <dd key={to} className="sm ink2">
            {t('facts.extended', { day: format.shortDay(noon(to)), reason })}
          </dd>
        ))}
      </dl>
      {vote.resolutionId && (
        <p className="sm mt12">
          <Link className="il" to={`/resolutions/${vote.resolutionId}`}>
            {t('facts.from')}
          </Link>
        </p>
      )}
    </section>
  )
}

function VoidPanel() {
  const { t } = useTranslation('owners-votes')
  return (
    <section className={`panel ${css.pad}`}>
      <details>
        <summary className="btn ghost sm">{t('void.open')}</summary>
        <Form method="post" className="col mt12" style={{ gap: 10 }}>
          <input type="hidden" name="do" value="void" />
          <TextAreaField name="reason" label={t('void.reason')} required maxLength={300} />
          <Button type="submit" look="stop">
            {t('do.void')}
          </Button>
        </Form>
      </details>
    </section>
  )
}
