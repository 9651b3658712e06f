import { useFetcher } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LiveRefusal } from '#app/live/contract.ts'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import { Button } from '#app/ui/button.tsx'
import css from './checkin.module.css'

export type CheckinAnswer = { refusal: LiveRefusal | { code: 'wrong-code' } | null }

type Props = {
  meetingId: string
  /** Digits that came with the address, from the QR code. */
  code?: string
  refusal?: CheckinAnswer['refusal']
}

const LENGTH = 6

/** Six digits from the hall's screen. Works as a plain form; with a script the page stays where it is. */
export function CheckinForm({ meetingId, code = '', refusal = null }: Props) {
  const { t } = useTranslation('live')
  const fetcher = useFetcher<CheckinAnswer>({ key: `checkin ${meetingId}` })
  const [typed, setTyped] = useState(code)
  const [offline, setOffline] = useState(false)
  const missing = LENGTH - typed.length
  const answer = fetcher.data?.refusal ?? refusal
  return (
    <fetcher.Form
      method="post"
      action={`/m/${meetingId}/checkin`}
      className="col"
      style={{ gap: 14 }}
      onSubmit={(event) => {
        // Sent without a network it would take the whole page down.
        setOffline(!navigator.onLine)
        if (!navigator.onLine) event.preventDefault()
      }}
    >
      <label className="fld">
        <span className="lb">{t('checkin.code')}</span>
        <input
          className={`inp ${css.code ?? ''}`}
          name="code"
          defaultValue={code}
          onChange={(event) => setTyped(event.target.value.replace(/\D/g, '').slice(0, LENGTH))}
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9 ]{6,7}"
          maxLength={7}
          required
          aria-describedby="checkin-hint"
        />
        <span className="hp" id="checkin-hint">
          {missing > 0 && missing < LENGTH
            ? t('checkin.missing', { count: missing })
            : t('checkin.hint')}
        </span>
      </label>
      {answer?.code === 'wrong-code' ? (
        <p role="alert" className="b" style={{ color: 'var(--amber-t)' }}>
          {t('checkin.wrongCode')}
        </p>
      ) : (
        <TroubleNote trouble={offline ? { code: 'no-answer' } : answer} />
      )}
      <Button look="primary" size="large" block type="submit" busy={fetcher.state !== 'idle'}>
        {t('checkin.submit')}
      </Button>
    </fetcher.Form>
  )
}
