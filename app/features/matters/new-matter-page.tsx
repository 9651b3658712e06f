import { Form, Link, useNavigation } from '@remix-run/react'
import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { MATTER_CATEGORIES, MATTER_SOURCES } from '#app/domain/matters/matter.ts'
import type { MatterRefusalCode } from '#app/domain/matters/refusal-code.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { SelectField, TextAreaField, TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import type { NewMatterFields } from './new-matter-form.ts'
import { matterRefusalWords } from './refusal-words.ts'
import css from './matters.module.css'

type Props = {
  compounds: readonly { id: string; name: string }[]
  people: readonly {
    id: string
    name: string
    compound: string | null
    building: string | null
  }[]
  formKey: string
  refused: {
    code: MatterRefusalCode
    typed: Partial<Record<keyof NewMatterFields, string>>
    errors: Partial<Record<keyof NewMatterFields, 'needed' | 'tooLong'>>
  } | null
}

/** The form that writes down what a resident said. */
export function NewMatterPage({ compounds, people, formKey, refused }: Props) {
  const { t } = useTranslation('matters')
  const { t: term } = useTranslation('terms')
  const busy = useNavigation().state === 'submitting'
  const typed = refused?.typed ?? {}
  const wrong = (name: keyof NewMatterFields) => {
    const error = refused?.errors[name]
    return error ? { error: t(`field.${error}`) } : {}
  }
  return (
    <>
      <p className="sm muted" style={{ marginBottom: 8 }}>
        <Link className={css.title} to="/desk/matters">
          {t('title')}
        </Link>
      </p>
      <header className="dk-h">
        <div>
          <h1>{t('create.title')}</h1>
          <p>{t('create.lead')}</p>
        </div>
      </header>
      <section className={`panel ${css.pad} ${css.column}`}>
        {refused && (
          <Note tone="amber" icon={IconAlertTriangle} role="alert">
            {t(matterRefusalWords(refused.code))}
          </Note>
        )}
        <Form method="post">
          <input type="hidden" name="key" value={typed.key ?? formKey} />
          <div className={css.formGrid} style={{ marginTop: 8 }}>
            <SelectField
              name="compoundId"
              label={t('create.compound')}
              placeholder={t('create.choose')}
              required
              defaultValue={
                typed.compoundId ?? (compounds.length === 1 ? compounds[0]?.id : '')
              }
              options={compounds.map(({ id, name }) => ({ value: id, label: name }))}
              {...wrong('compoundId')}
            />
            <TextField
              name="spot"
              label={t('create.spot')}
              hint={t('create.spotHint')}
              optional={t('optional')}
              maxLength={60}
              defaultValue={typed.spot}
              {...wrong('spot')}
            />
            <SelectField
              name="category"
              label={t('create.category')}
              hint={t('create.neighbour')}
              placeholder={t('create.choose')}
              required
              defaultValue={typed.category ?? ''}
              options={MATTER_CATEGORIES.map((value) => ({
                value,
                label: term(`category.${value}`),
              }))}
              {...wrong('category')}
            />
            <SelectField
              name="source"
              label={t('create.source')}
              required
              defaultValue={typed.source ?? 'door'}
              options={MATTER_SOURCES.map((value) => ({
                value,
                label: term(`matterSource.${value}`),
              }))}
              {...wrong('source')}
            />
            <div className={css.wide}>
              <TextField
                name="title"
                label={t('create.matterTitle')}
                hint={t('create.titleHint')}
                required
                maxLength={40}
                defaultValue={typed.title}
                {...wrong('title')}
              />
            </div>
            <div className={css.wide}>
              <TextAreaField
                name="words"
                label={t('create.words')}
                hint={t('create.wordsHint')}
                required
                maxLength={2000}
                defaultValue={typed.words}
                {...wrong('words')}
              />
            </div>
            <div className={css.wide}>
              <RadioGroup
                name="who"
                label={t('create.reporter')}
                defaultValue={typed.who ?? 'known'}
                choices={[
                  { value: 'known', label: t('create.reporterKnown') },
                  { value: 'new', label: t('create.reporterNew') },
                  { value: 'nobody', label: t('create.reporterNobody') },
                ]}
              />
            </div>
            <div data-for="known">
              <SelectField
                name="personId"
                label={t('create.reporterPick')}
                placeholder={t('create.choose')}
                defaultValue={typed.personId ?? ''}
                options={people.map(({ id, name, compound, building }) => ({
                  value: id,
                  label: [name, compound, building].filter(Boolean).join('·'),
                }))}
                {...wrong('personId')}
              />
            </div>
            <div data-for="new">
              <TextField
                name="name"
                label={t('create.name')}
                maxLength={20}
                defaultValue={typed.name}
                {...wrong('name')}
              />
            </div>
            <div data-for="new">
              <TextField
                type="tel"
                name="phone"
                label={t('create.phone')}
                optional={t('optional')}
                maxLength={20}
                defaultValue={typed.phone}
                {...wrong('phone')}
              />
            </div>
            <div data-for="new">
              <RadioGroup
                name="honorific"
                label={t('create.honorific')}
                defaultValue={typed.honorific ?? 'ms'}
                choices={[
                  { value: 'ms', label: t('create.ms') },
                  { value: 'mr', label: t('create.mr') },
                ]}
              />
            </div>
            <div className={css.wide} data-for="known new">
              <RadioGroup
                name="publicName"
                label={t('create.publicName')}
                defaultValue={typed.publicName ?? 'none'}
                choices={[
                  { value: 'none', label: t('create.publicNone') },
                  { value: 'surname', label: t('create.publicSurname') },
                ]}
              />
            </div>
            <div className={`${css.wide} ${css.foot}`}>
              <Button type="submit" look="primary" busy={busy}>
                {t('create.save')}
              </Button>
              <span className="row sm muted" style={{ gap: 6 }}>
                <IconLock size={16} aria-hidden />
                {t('create.wordsHint')}
              </span>
            </div>
          </div>
        </Form>
      </section>
    </>
  )
}
