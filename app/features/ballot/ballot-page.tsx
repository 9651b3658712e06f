import { Form, Link } from '@remix-run/react'
import { IconAlertTriangle, IconArrowBackUp, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { findBallot } from '#app/domain/meetings/find-in-meeting.ts'
import type { BallotState } from '#app/domain/meetings/meeting-state.ts'
import type { BallotId } from '#app/domain/shared/ids.ts'
import { choiceOf, isChoice, type Choice } from '#app/domain/voting/ballot.ts'
import type { Mark } from '#app/domain/voting/mark.ts'
import type { VoteReceipt } from '#app/domain/voting/vote-receipt.ts'
import type { LiveRefusal } from '#app/live/contract.ts'
import { useLive, useMeetingId } from '#app/features/live/live-context.tsx'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import { CHOICE_MARK } from '#app/features/live/tones.ts'
import { PhoneFrame } from '#app/features/phone/phone-frame.tsx'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { toneClass } from '#app/ui/tone.ts'
import { BallotHead } from './ballot-head.tsx'
import { BallotOptions } from './ballot-options.tsx'
import { ElderConfirm, ElderReceipt, useElderBallotTitle } from './elder-ballot.tsx'
import { MarkFields } from './mark-fields.tsx'
import { MarkList } from './mark-list.tsx'
import MethodTable from './method-table.tsx'
import { ReceiptCard } from './receipt-card.tsx'
import { TurnoutCard } from './turnout-card.tsx'
import { useMarkWords } from './use-mark-words.ts'
import { VerdictCard } from './verdict-card.tsx'
import css from './ballot.module.css'

type Props = {
  ballotId: BallotId
  choice: Mark | null
  /** A vote that stands is to be changed. */
  changing: boolean
  vote: VoteReceipt | null
  formKey: string
  elder: boolean
  refusal: LiveRefusal | null
}

/** A ballot step by step, each step a page of its own: works without any script. */
export function BallotPage({
  ballotId,
  choice,
  changing,
  vote,
  formKey,
  elder,
  refusal,
}: Props) {
  const { t } = useTranslation('live')
  const { meeting } = useLive()
  const meetingId = useMeetingId()
  const elderTitle = useElderBallotTitle()
  const ballot = findBallot(meeting, ballotId)
  if (!ballot) return null
  const isOpen = ballot.closedAt === null
  const plain = ballot.question.method.kind === 'yes-no'
  const done = vote !== null && !changing && choice === null
  const step = done ? 'done' : choice ? 'confirm' : 'choose'
  const again = `/m/${meetingId}/ballot/${ballotId}${vote ? '?change=1' : ''}`

  return (
    <PhoneFrame alone elderTitle={elder ? elderTitle(step) : undefined}>
      <TroubleNote trouble={refusal} />
      {!isOpen ? (
        <>
          {vote && <ReceiptCard ballot={ballot} receipt={vote} />}
          <VerdictCard ballot={ballot} seal={!vote} Table={MethodTable} />
          <Back />
        </>
      ) : done ? (
        elder ? (
          <ElderReceipt receipt={vote} />
        ) : (
          <>
            <ReceiptCard ballot={ballot} receipt={vote} />
            <TurnoutCard ballot={ballot} />
            {ballot.changeable && (
              <Link className="btn line block" to={`?change=1`}>
                {t('ballot.change')}
              </Link>
            )}
            <Back />
          </>
        )
      ) : choice ? (
        <Form method="post" className={css.form}>
          <input type="hidden" name="choice" value={choice} />
          <input type="hidden" name="key" value={formKey} />
          {elder && isChoice(choice) ? (
            <ElderConfirm ballot={ballot} choice={choice}>
              <Button look="primary" type="submit" icon={IconCheck} className={css.huge ?? ''}>
                {t('elder.castThis')}
              </Button>
              <Link className="btn line" to={again}>
                <Icon of={IconArrowBackUp} />
                {t('elder.chooseAgain')}
              </Link>
            </ElderConfirm>
          ) : (
            <Confirm ballot={ballot} choice={choice} again={again} />
          )}
        </Form>
      ) : (
        <Form method="get" className={css.form}>
          <div className={css.body}>
            <BallotHead ballot={ballot} />
            {plain ? (
              <BallotOptions
                choice={choiceOf(vote?.choice)}
                plain={elder}
                onChoose={() => {}}
              />
            ) : (
              <>
                <input type="hidden" name="check" value="1" />
                <MarkFields
                  question={ballot.question}
                  plain={elder}
                  standing={vote?.choice ?? null}
                />
              </>
            )}
          </div>
          <Button look="primary" size="large" block type="submit">
            {t('ballot.next')}
          </Button>
        </Form>
      )}
    </PhoneFrame>
  )
}

function Confirm({
  ballot,
  choice,
  again,
}: {
  ballot: BallotState
  choice: Mark
  again: string
}) {
  const { t } = useTranslation('live')
  const words = useMarkWords()
  const { t: of } = useTranslation('ballot')
  const plain = ballot.question.method.kind === 'yes-no' ? choiceOf(choice) : null
  return (
    <>
      <div className={css.body}>
        <h1 className="ph-t">{t('ballot.confirmTitle')}</h1>
        <p>{ballot.title}</p>
        {plain ? (
          <ChosenMark choice={plain} />
        ) : (
          <section className={`t-dai ${css.review ?? ''}`}>
            <MarkList question={ballot.question} mark={choice} />
          </section>
        )}
        <Link className="btn line block" to={again}>
          {t('ballot.chooseAgain')}
        </Link>
      </div>
      <section className={`ph-a ${css.action ?? ''}`}>
        <p className="cap" style={{ color: 'var(--amber-t)', fontWeight: 600 }}>
          <Icon of={IconAlertTriangle} />
          {t(ballot.secrecy === 'secret' ? 'ballot.capFinal' : 'ballot.capChangeable')}
        </p>
        <Button look="primary" size="large" block type="submit" icon={IconCheck}>
          {plain
            ? t('ballot.cast', { choice: words(ballot.question, choice) })
            : of('form.castThis')}
        </Button>
      </section>
    </>
  )
}

function ChosenMark({ choice }: { choice: Choice }) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const mark = CHOICE_MARK[choice]
  return (
    <section className={`${toneClass(mark.tone)} ${css.elderPick ?? ''}`}>
      <p>{t('ballot.youChose')}</p>
      <p className="row">
        <Icon of={mark.icon} />
        {term(`choice.${choice}`)}
      </p>
    </section>
  )
}

function Back() {
  const { t } = useTranslation('live')
  const meetingId = useMeetingId()
  return (
    <Link className="btn soft lg block" to={`/m/${meetingId}`}>
      {t('ballot.backToMeeting')}
    </Link>
  )
}
