import { Form } from '@remix-run/react'
import { IconUserPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RollForStaff } from '#app/domain/register/roll-view.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import css from './register.module.css'

/** Owners of other buildings who are concerned, on the roll of one building or stairwell. */
export function RollAdditions({ view: { roll, additions } }: { view: RollForStaff }) {
  const { t } = useTranslation('register')
  const { day } = useFormat()
  const isOpen = roll.state === 'draft' || roll.state === 'published'
  if (roll.scope === 'compound') return null
  if (!isOpen && additions.length === 0 && roll.applicant === null) return null
  return (
    <section className="panel">
      <div className={css.pad}>
        <h2>{t('added.title')}</h2>
        <p className="sm ink2">{t('added.lead')}</p>
        {roll.applicant !== null && (
          <p className={css.line}>
            <b>{t('added.applicantIs', { door: roll.applicant })}</b>
          </p>
        )}
        {isOpen && (
          <Form method="post" className={css.row} style={{ marginBlock: 10 }}>
            <TextField
              name="door"
              label={t('added.applicant')}
              hint={t('added.applicantHint')}
              maxLength={40}
            />
            <Button type="submit" name="intent" value="applicant">
              {t('added.applicantSave')}
            </Button>
          </Form>
        )}
        {additions.length === 0 && <p className="sm muted">{t('added.none')}</p>}
        {isOpen && (
          <p style={{ marginTop: 10 }}>
            <LinkButton icon={IconUserPlus} to={`/desk/register/rolls/${roll.id}/add`}>
              {t('added.add')}
            </LinkButton>
          </p>
        )}
      </div>
      {additions.length > 0 && (
        <ul className={css.list}>
          {additions.map(
            ({ id, door, reason, evidence, hasPaper, addedBy, addedAt, ended }) => (
              <li key={id}>
                <p className={css.line}>
                  <b>{door}</b>
                  <span className="sm muted">
                    {t('added.by', { name: addedBy, day: day(addedAt) })}
                  </span>
                  {hasPaper && (
                    <a href={`/desk/register/papers/${id}`} target="_blank" rel="noreferrer">
                      {t('added.paper')}
                    </a>
                  )}
                </p>
                <p className="sm">{reason}</p>
                {evidence !== '' && (
                  <p className="sm ink2">{t('added.evidence', { evidence })}</p>
                )}
                {ended ? (
                  <p className="sm muted">
                    {t('added.wasOff', { name: ended.by, reason: ended.reason })}
                  </p>
                ) : (
                  isOpen && (
                    <Form method="post" className={css.row}>
                      <input type="hidden" name="additionId" value={id} />
                      <TextField
                        name="reason"
                        label={t('added.offReason')}
                        required
                        maxLength={200}
                      />
                      <Button
                        size="small"
                        look="ghost"
                        type="submit"
                        name="intent"
                        value="take-off"
                      >
                        {t('added.off')}
                      </Button>
                    </Form>
                  )
                )}
              </li>
            ),
          )}
        </ul>
      )}
    </section>
  )
}
