import { Form } from '@remix-run/react'
import { IconRubberStamp, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ASKING_DAYS } from '#app/domain/records/minutes-phase.ts'
import type { MinutesView } from '#app/domain/records/minutes-view.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'

/** Asking the participants to check the minutes: for how long, taking it back, ending it early. */
export function AskPanel({ minutes }: { minutes: MinutesView }) {
  const { t } = useTranslation('minutes')
  const format = useFormat()
  const { phase, asking, proposals } = minutes
  const until = asking.until ? format.day(new Date(`${asking.until}T00:00+08:00`)) : ''
  return (
    <section className="panel" aria-labelledby="ask">
      <div className="ph2">
        <h2 id="ask">{t('ask.title')}</h2>
      </div>
      <Form method="post" className="min-b" preventScrollReset>
        {phase === 'proposals' ? (
          <>
            <p className="b">{t(asking.open ? 'ask.until' : 'ask.over', { day: until })}</p>
            {asking.endedReason && (
              <p className="sm muted">{t('ask.ended', { reason: asking.endedReason })}</p>
            )}
            {proposals.length === 0 && (
              <>
                <p className="sm muted">{t(asking.open ? 'ask.none' : 'ask.noneEnd')}</p>
                {asking.open && <p className="sm muted">{t('ask.takeBackHint')}</p>}
                <Button type="submit" name="intent" value="take-back">
                  {t('ask.takeBack')}
                </Button>
              </>
            )}
            {asking.open && (
              <details>
                <summary>{t('ask.end')}</summary>
                <div className="col min-a">
                  <TextField name="reason" label={t('ask.endReason')} maxLength={200} />
                  <Button type="submit" name="intent" value="end-asking">
                    {t('ask.end')}
                  </Button>
                </div>
              </details>
            )}
          </>
        ) : (
          <>
            <p>{t('ask.lead')}</p>
            <TextField
              name="days"
              type="number"
              inputMode="numeric"
              min={ASKING_DAYS.least}
              max={ASKING_DAYS.most}
              label={t('ask.days')}
              defaultValue={ASKING_DAYS.usual}
            />
            <Button look="primary" type="submit" name="intent" value="ask" icon={IconUsers}>
              {t('ask.go')}
            </Button>
          </>
        )}
      </Form>
    </section>
  )
}

/**
 * Sealing. Part of the form of the words, so that what stands in it is saved
 * with the seal, with or without a script.
 */
export function SealPanel({ minutes, form }: { minutes: MinutesView; form: string }) {
  const { t } = useTranslation('minutes')
  const format = useFormat()
  const { asking, proposals } = minutes
  const waiting = proposals.filter(({ state }) => state === 'open').length
  const until = asking.until ? format.day(new Date(`${asking.until}T00:00+08:00`)) : ''
  return (
    <section className="panel" aria-labelledby="seal">
      <div className="ph2">
        <h2 id="seal">{t('seal.title')}</h2>
      </div>
      <div className="min-b">
        <p className="sm muted">{t('seal.hint')}</p>
        {asking.until === null && (
          <TextField
            name="unasked"
            form={form}
            label={t('seal.unasked')}
            defaultValue={t('seal.unaskedDefault')}
            maxLength={200}
          />
        )}
        {asking.open && <p className="b">{t('seal.wait', { day: until })}</p>}
        {waiting > 0 && <p className="b">{t('seal.answer', { count: waiting })}</p>}
        <Button
          look={asking.open || waiting > 0 ? 'line' : 'soft'}
          type="submit"
          form={form}
          name="intent"
          value="confirm"
          icon={IconRubberStamp}
        >
          {t('seal.go')}
        </Button>
      </div>
    </section>
  )
}
