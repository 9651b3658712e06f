import { IconArrowBackUp, IconCheck, IconPhone } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '@remix-run/react'
import type { BallotState } from '#app/domain/meetings/meeting-state.ts'
import type { Choice } from '#app/domain/voting/ballot.ts'
import type { VoteReceipt } from '#app/domain/voting/vote-receipt.ts'
import { useAwake, useLive, useMeetingId } from '#app/features/live/live-context.tsx'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import { CHOICE_MARK } from '#app/features/live/tones.ts'
import { useVote } from '#app/features/live/use-vote.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Seal } from '#app/ui/seal.tsx'
import { toneClass } from '#app/ui/tone.ts'
import { BallotOptions } from './ballot-options.tsx'
import { OptionsBallotZone } from './options-ballot-zone.tsx'
import { StepHeading } from './step-heading.tsx'
import { useMarkWords } from './use-mark-words.ts'
import css from './ballot.module.css'

export type ElderStep = 'choose' | 'confirm' | 'done'

/** The bar's title for each question. */
export function useElderBallotTitle() {
  const { t } = useTranslation('live')
  return (step: ElderStep) => t(step === 'done' ? 'elder.voted' : 'elder.vote')
}

type Props = { ballot: BallotState; known: VoteReceipt | null | undefined; onDone: () => void }

/** One question at a time: choose, confirm in words, done. Never in a hurry, never moving on by itself. */
export function ElderBallot({ ballot, known, onDone }: Props) {
  const { t } = useTranslation('live')
  const words = useMarkWords()
  const meetingId = useMeetingId()
  const { me } = useLive()
  const awake = useAwake()
  const vote = useVote(ballot, known)
  const [choice, setChoice] = useState<Choice | null>(null)

  if (vote.receipt) {
    return <ElderReceipt follows={choice !== null} receipt={vote.receipt} onDone={onDone} />
  }
  if (vote.pending) {
    const { pending } = vote
    const word = words(ballot.question, pending.choice)
    return (
      <ElderPage
        footer={
          pending.stage === 'asking' && (
            <>
              <Button look="primary" onClick={vote.again}>
                {t('ballot.sendAgain', { choice: word })}
              </Button>
              <Button onClick={vote.giveUp}>{t('ballot.chooseAnew')}</Button>
            </>
          )
        }
      >
        <h1 className="big" role="status">
          {t(pending.stage === 'asking' ? 'ballot.askAgain' : 'ballot.notYet')}
        </h1>
        <p className="ink2">
          {t(pending.stage === 'asking' ? 'ballot.askAgainNote' : 'ballot.notYetNote', {
            choice: word,
          })}
        </p>
      </ElderPage>
    )
  }
  if (choice && awake) {
    return (
      <ElderConfirm follows ballot={ballot} choice={choice}>
        <Button
          look="primary"
          icon={IconCheck}
          className={css.huge ?? ''}
          onClick={() => vote.cast(choice)}
        >
          {t('elder.castThis')}
        </Button>
        <Button icon={IconArrowBackUp} onClick={() => setChoice(null)}>
          {t('elder.chooseAgain')}
        </Button>
      </ElderConfirm>
    )
  }
  const may = me.seatId !== null && ballot.roll.includes(me.seatId)
  if (may && ballot.closedAt === null && ballot.question.method.kind !== 'yes-no') {
    const head = (
      <>
        <h1 className="big">{ballot.title}</h1>
        <TroubleNote trouble={vote.trouble} />
        <p className="ink2">{t('elder.noHurry')}</p>
      </>
    )
    return (
      <OptionsBallotZone
        ballot={ballot}
        standing={null}
        elder
        head={head}
        notes={<ElderHelp />}
        onCast={vote.cast}
      />
    )
  }
  return (
    <form
      method="get"
      action={`/m/${meetingId}/ballot/${ballot.ballotId}`}
      className={css.form}
      onSubmit={(event) => event.preventDefault()}
    >
      <ElderPage
        footer={
          <>
            {!awake && may && (
              <Button look="primary" type="submit">
                {t('ballot.next')}
              </Button>
            )}
            <ElderHelp />
          </>
        }
      >
        <h1 className="big">{t('elder.question', { title: ballot.title })}</h1>
        <TroubleNote trouble={vote.trouble} />
        {ballot.closedAt !== null ? (
          <p className="ink2">{t('ballot.overMeanwhile')}</p>
        ) : may ? (
          <>
            <p className="ink2">{t('elder.noHurry')}</p>
            <BallotOptions plain choice={choice} onChoose={setChoice} />
          </>
        ) : (
          <p className="ink2">{t('ballot.observer')}</p>
        )}
      </ElderPage>
    </form>
  )
}

/** What was chosen, in words, before it is sent. */
export function ElderConfirm({
  ballot,
  choice,
  follows = false,
  children,
}: {
  ballot: BallotState
  choice: Choice
  /** It took the place of the choices under somebody's finger. */
  follows?: boolean
  children: React.ReactNode
}) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  return (
    <ElderPage footer={children}>
      <StepHeading follows={follows} className="big" style={{ fontSize: '1.3393rem' }}>
        {ballot.title}
      </StepHeading>
      <section className={`${toneClass(CHOICE_MARK[choice].tone)} ${css.elderPick ?? ''}`}>
        <p>{t('elder.youChose')}</p>
        <p className="row">
          <Icon of={CHOICE_MARK[choice].icon} />
          {term(`choice.${choice}`)}
        </p>
      </section>
      <p className="ink2">
        {t(ballot.secrecy === 'secret' ? 'elder.finalNote' : 'elder.changeableNote')}
      </p>
    </ElderPage>
  )
}

export function ElderReceipt({
  receipt,
  follows = false,
  onDone,
}: {
  receipt: VoteReceipt
  follows?: boolean
  onDone?: () => void
}) {
  const { t } = useTranslation('live')
  const meetingId = useMeetingId()
  const format = useFormat()
  return (
    <ElderPage
      centred
      footer={
        <>
          <Link
            to={`/m/${meetingId}`}
            className="btn primary"
            {...(onDone ? { onClick: onDone } : {})}
          >
            {t('elder.backToMeeting')}
          </Link>
          <ElderHelp />
        </>
      }
    >
      <div>
        <Seal text={t('receipt.seal')} size="huge" />
      </div>
      <div role="status">
        <StepHeading follows={follows} className="big" style={{ fontSize: '1.7857rem' }}>
          {t('elder.voted')}
        </StepHeading>
        <p className="ink2" style={{ fontSize: '1.1607rem', marginTop: 8 }}>
          {t('elder.votedNote')}
          <br />
          {format.time(new Date(receipt.castAt))}
        </p>
      </div>
    </ElderPage>
  )
}

function ElderPage({
  footer,
  centred,
  children,
}: {
  footer: React.ReactNode
  centred?: boolean
  children: React.ReactNode
}) {
  return (
    <div className={css.form}>
      <div
        className={css.body}
        style={
          centred ? { justifyContent: 'center', textAlign: 'center', gap: 26 } : { gap: 18 }
        }
      >
        {children}
      </div>
      <div className="foot2" style={{ paddingInline: 0, paddingBottom: 0 }}>
        {footer}
      </div>
    </div>
  )
}

/** Where to find a person: nothing is promised that nobody does. */
export function ElderHelp() {
  const { t } = useTranslation('live')
  const meetingId = useMeetingId()
  return (
    <Link to={`/m/${meetingId}/me#help`} className="btn line">
      <Icon of={IconPhone} />
      {t('elder.help')}
    </Link>
  )
}
