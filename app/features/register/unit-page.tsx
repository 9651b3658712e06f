import { Form, Link, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { REGISTER_FIELDS, type RegisterField } from '#app/domain/register/import-columns.ts'
import type { ImportProblem } from '#app/domain/register/import-problem.ts'
import type { RegisterRefusalCode } from '#app/domain/register/refusal-code.ts'
import { doorOf } from '#app/domain/register/register-unit.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { RefusedNote } from './refused-note.tsx'
import css from './register.module.css'

type Props = {
  /** Null for a unit that is to be added. */
  unitId: string | null
  compoundId: string
  revision: number
  fields: Partial<Record<RegisterField, string>>
  refused: { code: RegisterRefusalCode; problems?: ImportProblem[] } | null
}

const DOOR: readonly RegisterField[] = ['building', 'stairwell', 'room']
const HINTS = {
  owners: 'hint.owners',
  idTails: 'hint.idTails',
  kind: 'hint.kind',
  status: 'hint.status',
  ownerKind: 'hint.ownerKind',
  areaRegistered: 'hint.area',
  designated: 'hint.designated',
} as const

/** One unit, with the columns of the register as its form. */
export function UnitPage({ unitId, compoundId, revision, fields, refused }: Props) {
  const { t } = useTranslation('register')
  const busy = useNavigation().state === 'submitting'
  const problemOf = (field: RegisterField) =>
    refused?.problems?.find((problem) => problem.field === field)
  const { building = '', stairwell = '', room = '' } = fields
  return (
    <>
      <p className="sm muted">
        <Link to={`/desk/register?compound=${compoundId}`}>{t('back')}</Link>
      </p>
      <header className="dk-h">
        <div>
          <h1>{unitId === null ? t('unitForm.new') : doorOf({ building, stairwell, room })}</h1>
          <p>{t('unitForm.lead')}</p>
        </div>
      </header>
      <div className={css.stack}>
        <section className={`panel ${css.pad}`}>
          <RefusedNote code={refused?.code} />
          <Form method="post">
            <input type="hidden" name="compoundId" value={compoundId} />
            <input type="hidden" name="revision" value={revision} />
            <div className={css.grid}>
              {REGISTER_FIELDS.filter((field) => unitId === null || !DOOR.includes(field)).map(
                (field) => {
                  const problem = problemOf(field)
                  return (
                    <TextField
                      key={field}
                      name={field}
                      label={t(`field.${field}`)}
                      hint={field in HINTS && t(HINTS[field as keyof typeof HINTS])}
                      error={problem && t(`problem.${problem.code}`)}
                      defaultValue={fields[field]}
                      maxLength={200}
                      autoComplete="off"
                    />
                  )
                },
              )}
            </div>
            <p style={{ marginTop: 16 }}>
              <Button look="primary" type="submit" name="intent" value="save" busy={busy}>
                {t('unitForm.save')}
              </Button>
            </p>
          </Form>
        </section>
        {unitId !== null && (
          <section className={`panel ${css.pad}`}>
            <h2>{t('unitForm.retire')}</h2>
            <p className="sm muted">{t('unitForm.retireLead')}</p>
            <Form method="post" className={css.row}>
              <TextField name="reason" label={t('unitForm.reason')} required maxLength={200} />
              <Button look="stop" type="submit" name="intent" value="retire">
                {t('unitForm.retire')}
              </Button>
            </Form>
          </section>
        )}
      </div>
    </>
  )
}
