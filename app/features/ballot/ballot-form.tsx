import { IconAlertTriangle, IconCheck, IconLock, IconEye } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { BallotState } from '#app/domain/meetings/meeting-state.ts'
import { choiceOf, type Choice } from '#app/domain/voting/ballot.ts'
import type { Mark } from '#app/domain/voting/mark.ts'
import { useAwake, useLive, useMeetingId } from '#app/features/live/live-context.tsx'
import { Button } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { BallotClock } from './ballot-clock.tsx'
import { BallotHead } from './ballot-head.tsx'
import { BallotOptions } from './ballot-options.tsx'
import { KeepOrChoose } from './keep-or-choose.tsx'
import { OptionsBallotZone } from './options-ballot-zone.tsx'
import { lineOfBallot } from './passing-line.ts'
import { PassingWords } from './passing-words.tsx'
import css from './ballot.module.css'

type Props = {
  ballot: BallotState
  /** The vote that stands, when it is being changed. */
  standing: Mark | null
  busy: boolean
  /** Something was chosen: from now on this form is in somebody's hands. */
  onStart: () => void
  onCast: (mark: Mark) => void
  onKeep?: (() => void) | undefined
}

/**
 * Choose, then press. With a script the press sends the vote; without one it
 * leads to a page that asks once more. Its state is its own, so that nothing
 * that happens in the meeting can touch it.
 */
export function BallotForm({ ballot, standing, busy, onStart, onCast, onKeep }: Props) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const meetingId = useMeetingId()
  const { meeting } = useLive()
  const awake = useAwake()
  const [choice, setChoice] = useState<Choice | null>(choiceOf(standing))
  const secret = ballot.secrecy === 'secret'

  function submit(event: FormEvent) {
    event.preventDefault()
    if (choice && !busy) onCast(choice)
  }

  const head = (
    <>
      <BallotHead ballot={ballot} />
      <BallotClock ballot={ballot} />
    </>
  )
  const notes = (
    <p className="row top sm ink2" style={{ gap: 8, lineHeight: 1.6 }}>
      <span style={{ marginTop: 2 }}>
        <Icon of={secret ? IconLock : IconEye} />
      </span>
      <span>
        {t(secret ? 'ballot.secretNote' : 'ballot.openNote')}{' '}
        <PassingWords line={lineOfBallot(meeting, ballot)} question={ballot.question} />{' '}
        {t(`ballot.effect.${ballot.label}`)}
      </span>
    </p>
  )
  if (ballot.question.method.kind !== 'yes-no') {
    return <OptionsBallotZone {...{ ballot, standing, head, notes, onStart, onCast, onKeep }} />
  }
  return (
    <form
      method="get"
      action={`/m/${meetingId}/ballot/${ballot.ballotId}`}
      onSubmit={submit}
      className={css.form}
    >
      <div className={css.body}>
        {head}
        <BallotOptions
          choice={choice}
          onChoose={(chosen) => {
            setChoice(chosen)
            onStart()
          }}
        />
        {notes}
      </div>
      <section className={classNames('ph-a', css.action)}>
        {choice && awake ? (
          <p className="cap" style={{ color: 'var(--amber-t)', fontWeight: 600 }}>
            <Icon of={IconAlertTriangle} />
            {t(secret ? 'ballot.capFinal' : 'ballot.capChangeable')}
          </p>
        ) : (
          <KeepOrChoose onKeep={onKeep} />
        )}
        <Button
          look="primary"
          size="large"
          block
          type="submit"
          busy={busy}
          disabled={awake && !choice}
          {...(choice && awake ? { icon: IconCheck } : {})}
        >
          {!awake
            ? t('ballot.next')
            : choice
              ? t('ballot.cast', { choice: term(`choice.${choice}`) })
              : t('ballot.chooseFirst')}
        </Button>
      </section>
    </form>
  )
}
