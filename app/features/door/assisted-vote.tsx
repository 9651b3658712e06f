import { useFetcher } from '@remix-run/react'
import { IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BallotState } from '#app/domain/meetings/meeting-state.ts'
import type { Seat } from '#app/domain/meetings/meeting.ts'
import { CHOICES, type Choice } from '#app/domain/voting/ballot.ts'
import { MarkFields } from '#app/features/ballot/mark-fields.tsx'
import { makeKey } from '#app/features/live/make-key.ts'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import type { LiveRefusal } from '#app/live/contract.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'

export type AssistedVoteAnswer = { receipt: string | null; refusal: LiveRefusal | null }

/** A vote as somebody says it, with a witness beside. What was chosen is not shown again. */
export function AssistedVote({ ballot, seat }: { ballot: BallotState; seat: Seat }) {
  const { t } = useTranslation('door')
  const { t: term } = useTranslation('terms')
  const fetcher = useFetcher<AssistedVoteAnswer>()
  const [choice, setChoice] = useState<Choice | ''>('')
  // One decision, one key: sent twice, it counts once.
  const [key, setKey] = useState('')
  useEffect(() => setKey(makeKey()), [])
  const receipt = fetcher.data?.receipt
  if (receipt) {
    return (
      <div>
        <Note tone="tea" icon={IconCircleCheck} role="status">
          <b>{t('vote.recorded', { name: seat.name })}</b>
          <br />
          {t('vote.receipt', { receipt })}
        </Note>
      </div>
    )
  }
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="ballotId" value={ballot.ballotId} />
      <input type="hidden" name="seatId" value={seat.id} />
      <input type="hidden" name="key" value={key} />
      <p>
        <b>{ballot.title}</b>
        <br />
        <span className="sm muted">
          {t(ballot.secrecy === 'secret' ? 'vote.secret' : 'vote.open')}
        </span>
      </p>
      {ballot.question.method.kind === 'yes-no' ? (
        <RadioGroup
          name="mark"
          label={t('vote.says', { name: seat.name })}
          value={choice}
          onChange={(value) => setChoice(value as Choice)}
          required
          choices={CHOICES.map((value) => ({ value, label: term(`choice.${value}`) }))}
        />
      ) : (
        <>
          <p className="b">{t('vote.says', { name: seat.name })}</p>
          <MarkFields question={ballot.question} />
        </>
      )}
      <TextField name="witness" label={t('witness')} required maxLength={60} />
      <Checkbox name="confirmed" required label={t('vote.confirm', { name: seat.name })} />
      <TroubleNote trouble={fetcher.data?.refusal ?? null} />
      <Button look="primary" type="submit" block busy={fetcher.state !== 'idle'}>
        {t('vote.cast')}
      </Button>
    </fetcher.Form>
  )
}
