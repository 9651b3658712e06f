import { Form, Link, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Compound } from '#app/domain/organisation/community.ts'
import type { RegisterRefusalCode } from '#app/domain/register/refusal-code.ts'
import type { RollState } from '#app/domain/register/register.ts'
import type { UnitProblem } from '#app/domain/voting/roll.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { RefusedNote } from './refused-note.tsx'
import { RegisterHead } from './register-head.tsx'
import { RollStateTag } from './roll-state-tag.tsx'
import css from './register.module.css'

type Props = {
  compounds: Compound[]
  compoundId: string
  buildings: { id: string; name: string }[]
  rolls: {
    id: string
    title: string
    state: RollState
    totalHeads: number
    totalArea: string
    createdAt: Date
  }[]
  formKey: string
  refused: {
    code: RegisterRefusalCode
    problems?: { door: string; problem: UnitProblem['problem'] }[]
  } | null
}

/** The rolls of a compound, and the form that makes one. */
export function RollsPage({
  compounds,
  compoundId,
  buildings,
  rolls,
  formKey,
  refused,
}: Props) {
  const { t } = useTranslation('register')
  const { number, day } = useFormat()
  const busy = useNavigation().state === 'submitting'
  const isEnglish = useLanguage() === 'en'
  const compound = compounds.find(({ id }) => id === compoundId)
  const problems = refused?.problems ?? []
  return (
    <>
      <RegisterHead compounds={compounds} compoundId={compoundId} tab="rolls" />
      <div className={css.stack}>
        <section className={`panel ${css.pad}`}>
          <h2>{t('rolls.make')}</h2>
          <p className="sm muted">{t('rolls.makeLead')}</p>
          <RefusedNote code={refused?.code} />
          {problems.length > 0 && (
            <p className="sm">
              {t('rolls.problemsLead')}
              {problems
                .slice(0, 30)
                .map(({ door, problem }) => `${door}（${t(`rollProblem.${problem}`)}）`)
                .join('、')}
            </p>
          )}
          {refused?.code === 'parking-policy-missing' && (
            <p>
              <Link to={`/desk/register/rules?compound=${compoundId}`}>{t('tab.rules')}</Link>
            </p>
          )}
          <Form method="post" className={css.grid} style={{ marginTop: 12 }} key={compoundId}>
            <input type="hidden" name="key" value={formKey} />
            <input type="hidden" name="compoundId" value={compoundId} />
            <TextField
              name="title"
              label={t('rolls.name')}
              required
              maxLength={60}
              defaultValue={t('rolls.nameDefault', {
                compound: (isEnglish ? compound?.nameEn : compound?.name) ?? '',
              })}
            />
            <SelectField
              name="buildingId"
              label={t('rolls.scope')}
              placeholder={t('rolls.whole')}
              options={buildings.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextField
              name="stairwell"
              label={t('rolls.stairwell')}
              hint={t('rolls.stairwellHint')}
              maxLength={10}
            />
            <p className={css.wide}>
              <Button look="primary" type="submit" busy={busy}>
                {t('rolls.submit')}
              </Button>
            </p>
          </Form>
        </section>
        <section className="panel" aria-label={t('rolls.title')}>
          {rolls.length === 0 ? (
            <EmptyState title={t('rolls.none')}>{t('rolls.noneHint')}</EmptyState>
          ) : (
            <ul className={css.list}>
              {rolls.map((roll) => (
                <li key={roll.id} className={css.line}>
                  <RollStateTag state={roll.state} />
                  <Link to={`/desk/register/rolls/${roll.id}`}>
                    <b className="b">{roll.title}</b>
                  </Link>
                  <span className="grow" />
                  <span className="sm muted">
                    {t('roll.heads')} {number(roll.totalHeads)} · {t('roll.area')}{' '}
                    {roll.totalArea} · {day(roll.createdAt)}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </>
  )
}
