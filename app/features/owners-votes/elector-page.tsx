import { Form, Link, useLocation } from '@remix-run/react'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconEye,
  IconInfoCircle,
  IconTextSize,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  toldLabel,
  type OwnersVoteLabel,
  type OwnersVoteState,
} from '#app/domain/owners-vote/owners-vote.ts'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import type { VoteReceipt } from '#app/domain/voting/vote-receipt.ts'
import { MarkFields } from '#app/features/ballot/mark-fields.tsx'
import { useMarkWords } from '#app/features/ballot/use-mark-words.ts'
import { ReadAloud } from '#app/features/phone/read-aloud.tsx'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { Seal } from '#app/ui/seal.tsx'
import { noon } from './noon.ts'
import { useRefusalWords } from './refusal-words.ts'
import { SilenceRule } from './silence-note.tsx'
import { VoteStateTag } from './vote-tags.tsx'
import css from './owners-votes.module.css'

type Ballot = {
  id: string
  title: string
  proposal: string
  question: BallotQuestion
  art278Item: number | null
  label: OwnersVoteLabel
  opensOn: string
  closesOn: string
  extensions: readonly { from: string; to: string; reason: string }[]
  state: OwnersVoteState
  voidReason: string | null
  changeable: boolean
  byPhone: boolean
  /** The owners' text by which silence goes with the majority. */
  silenceBasis: string | null
  compound: string
  compoundEn: string
  hotline: string | null
  elector: {
    number: string
    name: string
    doors: string
    area: string
    held: boolean
    /** The owners' text by which this vote is suspended; null where it is not. */
    suspendedBy: string | null
  }
  vote: VoteReceipt | null
}

type Props = {
  ballot: Ballot
  /** Chosen on the page before, to be confirmed. */
  mark: string | null
  changing: boolean
  formKey: string
  elder: boolean
  refusal: string | null
}

/** An elector's own ballot, each step a page of its own: choose, confirm, receipt. No script needed. */
export function ElectorPage({ ballot, mark, changing, formKey, elder, refusal }: Props) {
  const { t } = useTranslation('owners-votes')
  const words = useRefusalWords()
  const isEnglish = useLanguage() === 'en'
  const done = ballot.vote !== null && !changing && mark === null
  return (
    <div className={classNames('phone', elder && 'elder')}>
      <Bar elder={elder} />
      <main id="main" className="ph-m" tabIndex={-1}>
        <div>
          <p className="row sm ink2">
            <VoteStateTag state={ballot.state} />
            {isEnglish ? ballot.compoundEn : ballot.compound}
          </p>
          <h1 className={elder ? css.big : 'ph-t'} lang="zh-CN">
            {ballot.title}
          </h1>
        </div>
        {refusal && (
          <Note tone="amber" icon={IconAlertTriangle} role="alert">
            {words(refusal)}
          </Note>
        )}
        {done && ballot.vote ? (
          <Receipt ballot={ballot} vote={ballot.vote} />
        ) : ballot.state !== 'open' ? (
          <Standing ballot={ballot} />
        ) : !ballot.byPhone ? (
          <Note tone="stone" icon={IconInfoCircle}>
            {t('phone.paperOnly')}
          </Note>
        ) : ballot.elector.held ? (
          <Note tone="amber" icon={IconAlertTriangle}>
            {t('refused.nobody-designated')}
          </Note>
        ) : ballot.elector.suspendedBy !== null ? (
          <Note tone="amber" icon={IconAlertTriangle}>
            {t('phone.suspended', { basis: ballot.elector.suspendedBy })}
          </Note>
        ) : mark ? (
          <Confirm ballot={ballot} mark={mark} formKey={formKey} />
        ) : (
          <Choose ballot={ballot} elder={elder} />
        )}
        {ballot.hotline && (
          <p className="sm ink2">{t('phone.help', { phone: ballot.hotline })}</p>
        )}
      </main>
    </div>
  )
}

function Bar({ elder }: { elder: boolean }) {
  const { t } = useTranslation('owners-votes')
  const { t: common } = useTranslation('common')
  const { t: live } = useTranslation('live')
  const { pathname, search } = useLocation()
  return (
    <header className="ph-h">
      <b style={{ fontSize: '1.125rem' }}>{t('phone.bar')}</b>
      <span className="grow" />
      <ReadAloud {...(elder ? { wordy: true } : {})} />
      <form method="post" action="/preferences">
        <input type="hidden" name="returnTo" value={pathname + search} />
        <button
          className="ib"
          name="elder"
          value={elder ? 'off' : 'on'}
          {...(elder ? {} : { 'aria-label': common('preferences.elderOn') })}
        >
          {elder ? (
            live('elder.leave')
          ) : (
            <>
              <Icon of={IconTextSize} />
              {live('phone.large')}
            </>
          )}
        </button>
      </form>
    </header>
  )
}

function Choose({ ballot, elder }: { ballot: Ballot; elder: boolean }) {
  const { t } = useTranslation('owners-votes')
  return (
    <>
      <section className="card pad">
        <p lang="zh-CN" style={{ whiteSpace: 'pre-line' }}>
          {ballot.proposal}
        </p>
      </section>
      <Facts ballot={ballot} />
      {ballot.silenceBasis && <SilenceRule basis={ballot.silenceBasis} />}
      <Form method="get" className="col" style={{ gap: 16 }}>
        <MarkFields question={ballot.question} plain={elder} />
        <Button look="primary" size="large" block type="submit">
          {t('phone.next')}
        </Button>
      </Form>
      <p className="row top sm ink2" style={{ gap: 8 }}>
        <Icon of={IconEye} />
        <span>
          {t('phone.named')} {t(ballot.changeable ? 'phone.changeable' : 'phone.final')}
        </span>
      </p>
      <p className="sm ink2">{t(`labelNote.${toldLabel(ballot.label, null)}`)}</p>
    </>
  )
}

function Facts({ ballot }: { ballot: Ballot }) {
  const { t } = useTranslation('owners-votes')
  const format = useFormat()
  const { elector } = ballot
  return (
    <dl className={css.facts}>
      <dt>{t('phone.you')}</dt>
      <dd>
        {elector.name} · {elector.doors}
      </dd>
      <dt>{t('phone.weight')}</dt>
      <dd>{t('phone.weightOf', { area: elector.area })}</dd>
      <dt>{t('phone.until')}</dt>
      <dd>
        {format.fullDay(noon(ballot.closesOn))} 24:00
        {ballot.extensions.map(({ from }) => (
          <span key={from} className="sm ink2">
            {' '}
            {t('phone.extended', { day: format.shortDay(noon(from)) })}
          </span>
        ))}
      </dd>
    </dl>
  )
}

function Confirm({ ballot, mark, formKey }: { ballot: Ballot; mark: string; formKey: string }) {
  const { t } = useTranslation('owners-votes')
  const words = useMarkWords()
  return (
    <Form method="post" className="col" style={{ gap: 16 }}>
      <input type="hidden" name="mark" value={mark} />
      <input type="hidden" name="key" value={formKey} />
      <section className="card pad" style={{ textAlign: 'center' }}>
        <p className="ink2">{t('phone.youChose')}</p>
        <p className={css.big} lang="zh-CN">
          <b className="b">{words(ballot.question, mark)}</b>
        </p>
      </section>
      <Facts ballot={ballot} />
      <Button look="primary" size="large" block type="submit" icon={IconCheck}>
        {t('phone.cast')}
      </Button>
      <Link className="btn line block" to={ballot.vote ? '?change=1' : '?'}>
        <Icon of={IconArrowBackUp} />
        {t('phone.again')}
      </Link>
    </Form>
  )
}

function Receipt({ ballot, vote }: { ballot: Ballot; vote: VoteReceipt }) {
  const { t } = useTranslation('owners-votes')
  const format = useFormat()
  const words = useMarkWords()
  const at = new Date(vote.castAt)
  return (
    <>
      <section className="card pad" role="status" style={{ textAlign: 'center' }}>
        <Seal text={t('receipt.seal')} size="large" />
        <h2 className={css.big}>{t('receipt.title')}</h2>
        <dl className={`${css.facts} mt12`} style={{ textAlign: 'left' }}>
          {vote.choice !== null && (
            <>
              <dt>{t('receipt.choice')}</dt>
              <dd className="b" lang="zh-CN">
                {words(ballot.question, vote.choice)}
              </dd>
            </>
          )}
          <dt>{t('receipt.time')}</dt>
          <dd>
            {format.fullDay(at)} {format.time(at)}
          </dd>
          <dt>{t('receipt.number')}</dt>
          <dd style={{ fontSize: '1.375rem', fontWeight: 700, letterSpacing: '.06em' }}>
            {vote.receipt}
          </dd>
        </dl>
      </section>
      {vote.choice !== null && <p className="sm ink2">{t('receipt.linkShows')}</p>}
      <ReceiptWords />
      {ballot.state === 'open' && ballot.changeable && (
        <Link className="btn line block" to="?change=1">
          {t('receipt.change')}
        </Link>
      )}
      <Link className="btn soft lg block" to={`/owners-votes/${ballot.id}`}>
        {t('receipt.follow')}
      </Link>
    </>
  )
}

/** What a receipt proves and what it does not, in plain words. */
export function ReceiptWords() {
  const { t } = useTranslation('owners-votes')
  return (
    <section className="sm ink2 mt12">
      <p>{t('receipt.proves')}</p>
      <p className="mt12">{t('receipt.provesNot')}</p>
    </section>
  )
}

function Standing({ ballot }: { ballot: Ballot }): ReactNode {
  const { t } = useTranslation('owners-votes')
  const format = useFormat()
  return (
    <>
      <Note tone={ballot.state === 'void' ? 'jujube' : 'stone'} icon={IconInfoCircle}>
        {ballot.state === 'announced'
          ? t('phone.notYet', { day: format.fullDay(noon(ballot.opensOn)) })
          : ballot.state === 'void'
            ? t('void.why', { reason: ballot.voidReason ?? '' })
            : t('phone.over')}
      </Note>
      <Link className="btn soft lg block" to={`/owners-votes/${ballot.id}`}>
        {t('receipt.follow')}
      </Link>
    </>
  )
}
