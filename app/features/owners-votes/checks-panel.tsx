import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { OpeningCheck } from '#app/domain/owners-vote/opening-checks.ts'
import { OVERRIDABLE } from '#app/domain/owners-vote/owners-vote.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckRow } from '#app/ui/check-row.tsx'
import { TextAreaField, TextField } from '#app/ui/field.tsx'
import type { DeskVote } from './desk-vote.ts'
import { noon } from './noon.ts'
import css from './owners-votes.module.css'

/** What must be true before the vote opens, each with its figures. */
export function ChecksPanel({ checks }: { checks: readonly OpeningCheck[] }) {
  const { t } = useTranslation('owners-votes')
  const format = useFormat()
  return (
    <section className={`panel ${css.pad}`}>
      <h2>{t('checks.title')}</h2>
      <ul className={css.checks}>
        {checks.map(({ check, met, overridden, detail }) => {
          const good = met || overridden !== null
          return (
            <li key={check}>
              <CheckRow met={good}>
                {t(`check.${check}.${good ? 'met' : 'missing'}`, {
                  need: detail.need ?? 0,
                  have: detail.have ?? 0,
                  day: detail.day ? format.shortDay(noon(detail.day)) : '',
                })}
                {overridden && (
                  <small className="ink2">
                    {' '}
                    {t('checks.overridden', { reason: overridden })}
                  </small>
                )}
              </CheckRow>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** How the notice was served, and what else the law wants on record before the vote. */
export function NoticeForm({ vote }: { vote: DeskVote }) {
  const { t } = useTranslation('owners-votes')
  const { partyReview } = vote
  return (
    <section className={`panel ${css.pad}`}>
      <h2>{t('notice.title')}</h2>
      <p className="sm ink2">{t('notice.lead')}</p>
      <Form method="post" className={`${css.fields} mt12`}>
        <input type="hidden" name="do" value="notice" />
        <TextField
          type="date"
          name="noticeOn"
          label={t('notice.on')}
          max={vote.today}
          defaultValue={vote.noticeOn ?? ''}
        />
        <TextField
          type="date"
          name="committeeToldOn"
          label={t('notice.committee')}
          max={vote.today}
          defaultValue={vote.committeeToldOn ?? ''}
        />
        <div className={css.wide}>
          <TextAreaField
            name="noticeHow"
            label={t('notice.how')}
            hint={t('notice.howHint')}
            defaultValue={vote.noticeHow ?? ''}
            maxLength={500}
          />
        </div>
        <TextField
          name="partyBody"
          label={t('notice.partyBody')}
          optional={t('notice.ifAny')}
          defaultValue={partyReview?.body ?? ''}
          maxLength={80}
        />
        <TextField
          type="date"
          name="partyDate"
          label={t('notice.partyDate')}
          max={vote.today}
          defaultValue={partyReview?.date ?? ''}
        />
        <div className={css.wide}>
          <TextField
            name="partyOpinion"
            label={t('notice.partyOpinion')}
            defaultValue={partyReview?.opinion ?? ''}
            maxLength={300}
          />
        </div>
        {OVERRIDABLE.map((check) => (
          <div key={check} className={css.wide}>
            <TextField
              name={`override-${check}`}
              label={t(`notice.override.${check}`)}
              optional={t('notice.overrideNote')}
              defaultValue={vote.overrides.find((each) => each.check === check)?.reason ?? ''}
              maxLength={200}
            />
          </div>
        ))}
        <div className={css.wide}>
          <Button type="submit">{t('notice.save')}</Button>
        </div>
      </Form>
    </section>
  )
}
