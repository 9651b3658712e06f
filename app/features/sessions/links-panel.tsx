import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '#app/domain/sessions/session-view.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'

/** For a slip or a screen link that fell into other hands: the old one ends, at once and everywhere. */
export function LinksPanel({ session }: { session: SessionView }) {
  const { t } = useTranslation(['sessions', 'terms'])
  return (
    <section className="panel pad2 ses-mv">
      <h2 className="song plan-h2">{t('renew.title')}</h2>
      <p className="sm muted">{t('renew.note')}</p>
      <details>
        <summary>{t('renew.seat')}</summary>
        <Form method="post" className="col">
          <input type="hidden" name="intent" value="renew-seat" />
          <SelectField
            name="seatId"
            label={t('renew.whose')}
            placeholder={t('renew.choose')}
            required
            options={session.invited.map((person) => ({
              value: person.seatId,
              label: t('renew.person', {
                name: person.name,
                side: t(`terms:side.${person.side}`),
              }),
            }))}
          />
          <p className="sm muted">{t('renew.seatNote')}</p>
          <Button look="stop" type="submit" block>
            {t('renew.seatDo')}
          </Button>
        </Form>
      </details>
      {session.screenToken !== null && (
        <details>
          <summary>{t('renew.screen')}</summary>
          <Form method="post" className="col">
            <input type="hidden" name="intent" value="renew-screen" />
            <p className="sm muted">{t('renew.screenNote')}</p>
            <Button look="stop" type="submit" block>
              {t('renew.screenDo')}
            </Button>
          </Form>
        </details>
      )}
    </section>
  )
}
