import { Form, Link } from '@remix-run/react'
import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RegisterRefusalCode } from '#app/domain/register/refusal-code.ts'
import type { MyLine, PublicRoll } from '#app/domain/register/roll-view.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { TextAreaField, TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { Table } from '#app/ui/table.tsx'
import { RefusedNote } from './refused-note.tsx'
import css from './register.module.css'

type Props = {
  roll: PublicRoll
  formKey: string
  mine: MyLine | null
  isSent: boolean
  code: RegisterRefusalCode | null
}

/** What the owners read of a roll: the sums always, the masked lines during its days. */
export function PublicRollPage({ roll, formKey, mine, isSent, code }: Props) {
  const { t } = useTranslation('register')
  const { number } = useFormat()
  return (
    <main id="main" className={`wrapc ${css.public}`}>
      <header>
        <p className="sm muted">{t('public.title')}</p>
        <h1>{roll.title}</h1>
        <p>
          {roll.isShown && roll.publishedUntil !== null
            ? t('public.lead', { day: roll.publishedUntil })
            : t('public.over')}{' '}
          {roll.state === 'frozen' && t('public.frozen')}
        </p>
      </header>
      <dl className={css.facts}>
        <div>
          <dt>{t('roll.heads')}</dt>
          <dd>{number(roll.totalHeads)}</dd>
        </div>
        <div>
          <dt>{t('roll.area')}</dt>
          <dd>{roll.totalArea}</dd>
        </div>
        <div>
          <dt>{t('roll.units')}</dt>
          <dd>{number(roll.units)}</dd>
        </div>
      </dl>
      <section>
        <h2>{t('public.how')}</h2>
        <p className="sm">{t('public.howHead')}</p>
        <p className="sm">
          {t('public.howParking', {
            parking: t(`policy.parkingOf.${roll.parking ?? 'none'}`),
          })}
          {' · '}
          {t('public.howMerge', { merge: t(`policy.mergeOf.${roll.ownerMergeKey}`) })}
        </p>
        <p className="sm">
          {roll.suspended
            ? t('suspended.public', {
                basis: roll.suspended.basis,
                value: number(roll.suspended.electors),
              })
            : t('suspended.none')}
        </p>
        {roll.applicant !== null && (
          <p className="sm">{t('added.applicantIs', { door: roll.applicant })}</p>
        )}
        {roll.added > 0 && (
          <p className="sm">{t('added.public', { value: number(roll.added) })}</p>
        )}
        <p className="sm muted">{t('public.objections', roll.objections)}</p>
        {roll.earlyReason !== null && (
          <p className="sm">{t('roll.early', { reason: roll.earlyReason })}</p>
        )}
        {roll.hash !== null && (
          <p className={css.hash}>
            {t('roll.hash')} {roll.hash}
          </p>
        )}
      </section>
      {roll.isShown && (
        <>
          <section>
            <h2>{t('public.mine')}</h2>
            <p className="sm muted">{t('public.mineLead')}</p>
            {mine && (
              <Note tone="tea" icon={IconCircleCheck} role="status">
                {t('public.mineIs', {
                  elector: mine.electorId,
                  heads: mine.heads,
                  area: mine.area,
                  voter: t(`voter.${mine.voter}`),
                })}
                {mine.units.map(({ door, area, source }) => (
                  <p key={door} className="sm">
                    {door} {area} {t(`source.${source}`)}
                  </p>
                ))}
              </Note>
            )}
            {!isSent && <RefusedNote code={code} />}
            <Form method="post" className={css.row}>
              <TextField name="room" label={t('public.room')} required maxLength={40} />
              <TextField name="name" label={t('public.myName')} required maxLength={40} />
              <Button type="submit" name="intent" value="find">
                {t('public.look')}
              </Button>
            </Form>
          </section>
          <Lines roll={roll} />
          {roll.state === 'published' && (
            <section>
              <h2>{t('public.object')}</h2>
              {isSent && (
                <Note tone="tea" icon={IconCircleCheck} role="status">
                  {t('public.objectSent')}
                </Note>
              )}
              <Form method="post" className={css.grid} key={formKey}>
                <input type="hidden" name="key" value={formKey} />
                <TextField name="name" label={t('public.objectName')} required maxLength={60} />
                <TextField
                  name="contact"
                  label={t('public.objectContact')}
                  type="tel"
                  maxLength={30}
                />
                <div className={css.wide}>
                  <TextAreaField
                    name="words"
                    label={t('public.objectWords')}
                    required
                    maxLength={1000}
                    rows={3}
                  />
                </div>
                <p>
                  <Button look="primary" type="submit" name="intent" value="object">
                    {t('public.objectSend')}
                  </Button>
                </p>
              </Form>
            </section>
          )}
        </>
      )}
    </main>
  )
}

function Lines({ roll }: { roll: PublicRoll }) {
  const { t } = useTranslation('register')
  const { page, pages } = roll
  return (
    <section>
      <h2>{t('public.list')}</h2>
      <Table
        caption={t('public.list')}
        captionHidden
        rows={roll.lines}
        rowKey={({ electorId }) => electorId}
        columns={[
          {
            key: 'number',
            head: t('roll.number'),
            rowHead: true,
            number: true,
            cell: ({ electorId }) => electorId,
          },
          {
            key: 'name',
            head: t('public.name'),
            cell: ({ name, addedReason }) => (
              <>
                {name}
                {addedReason !== null && (
                  <p className="sm muted">{t('added.line', { reason: addedReason })}</p>
                )}
              </>
            ),
          },
          { key: 'doors', head: t('roll.doors'), cell: ({ doors }) => doors },
          { key: 'heads', head: t('col.heads'), number: true, cell: ({ heads }) => heads },
          { key: 'area', head: t('col.rollArea'), number: true, cell: ({ area }) => area },
        ]}
      />
      {pages > 1 && (
        <p className={css.line}>
          {page > 1 && <Link to={`?page=${page - 1}`}>{t('roll.previous')}</Link>}
          <span className="sm muted">{t('roll.page', { page, pages })}</span>
          {page < pages && <Link to={`?page=${page + 1}`}>{t('roll.next')}</Link>}
        </p>
      )}
    </section>
  )
}
