import { Form, Link } from '@remix-run/react'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Compound } from '#app/domain/organisation/community.ts'
import { SIDES } from '#app/domain/organisation/side.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choice-field.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import css from './community.module.css'

const REFUSALS = [
  'incomplete',
  'no-such-compound',
  'no-such-person',
  'no-such-entry',
  'no-such-community',
] as const

type Refused = { code: string; typed: Record<string, string> } | null

/** Somebody new on the roster: who, on which side, for whom. */
export function NewPersonPage({
  compounds,
  known,
  formKey,
  refused,
}: {
  compounds: readonly Compound[]
  /** Who is on the roster already and could speak for another body as well, by name. */
  known: readonly { personId: string; name: string; body: string }[]
  formKey: string
  refused: Refused
}) {
  const { t } = useTranslation(['community', 'terms'])
  const typed = refused?.typed ?? {}
  return (
    <PersonFrame title={t('person.newTitle')} lead={t('person.newLead')} refused={refused}>
      <Form method="post" className={css.form}>
        <input type="hidden" name="key" value={typed['key'] ?? formKey} />
        <SelectField
          name="personId"
          label={t('person.who')}
          defaultValue={typed['personId'] ?? ''}
          placeholder={t('person.whoNew')}
          options={known.map(({ personId, name, body }) => ({
            value: personId,
            label: `${name} · ${body}`,
          }))}
        />
        <div className={css.onlyNew}>
          <WhoFields typed={typed} required={false} />
        </div>
        <SelectField
          name="side"
          label={t('person.side')}
          defaultValue={typed['side'] ?? 'residents'}
          options={SIDES.map((side) => ({ value: side, label: t(`terms:side.${side}`) }))}
        />
        <TextField
          name="body"
          label={t('person.body')}
          hint={t('person.bodyHint')}
          required
          maxLength={60}
          defaultValue={typed['body']}
        />
        <SelectField
          name="compoundId"
          label={t('person.compound')}
          defaultValue={typed['compoundId'] ?? compounds[0]?.id ?? ''}
          placeholder={t('person.everywhere')}
          options={compounds.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TitleFields typed={typed} />
        <Button look="primary" type="submit">
          {t('person.save')}
        </Button>
      </Form>
    </PersonFrame>
  )
}

/** A line of the roster, to be corrected or ended. */
export function EditPersonPage({
  line,
  saved,
  refused,
}: {
  line: {
    name: string
    honorific: 'mr' | 'ms'
    phone: string | null
    needsCall: boolean
    side: (typeof SIDES)[number]
    title: string
    building: string | null
    body: string
  }
  saved: boolean
  refused: Refused
}) {
  const { t } = useTranslation(['community', 'terms'])
  const typed = refused?.typed ?? {
    name: line.name,
    honorific: line.honorific,
    phone: line.phone ?? '',
    needsCall: line.needsCall ? 'on' : '',
    title: line.title,
    building: line.building ?? '',
  }
  return (
    <PersonFrame
      title={t('person.editTitle', { name: line.name })}
      lead={t('person.editLead')}
      refused={refused}
    >
      {saved && !refused && (
        <Note tone="tea" icon={IconCircleCheck} role="status">
          {t('person.saved')}
        </Note>
      )}
      <p className="ink2">
        {t(`terms:side.${line.side}`)} · {line.body}
      </p>
      <Form method="post" className={css.form}>
        <WhoFields typed={typed} required />
        <TitleFields typed={typed} />
        <Button look="primary" type="submit" name="intent" value="save">
          {t('person.save')}
        </Button>
      </Form>
      <details className={css.adding}>
        <summary>{t('person.endTitle')}</summary>
        <Form method="post" className={css.form}>
          <p className="sm ink2">{t('person.endHint')}</p>
          <Button look="stop" type="submit" name="intent" value="end">
            {t('person.end')}
          </Button>
        </Form>
      </details>
    </PersonFrame>
  )
}

function WhoFields({ typed, required }: { typed: Record<string, string>; required: boolean }) {
  const { t } = useTranslation('community')
  return (
    <div className={css.fields}>
      <TextField
        name="name"
        label={t('person.name')}
        required={required}
        maxLength={40}
        defaultValue={typed['name']}
      />
      <RadioGroup
        name="honorific"
        label={t('person.honorific')}
        defaultValue={typed['honorific'] ?? 'ms'}
        choices={[
          { value: 'ms', label: t('person.ms') },
          { value: 'mr', label: t('person.mr') },
        ]}
      />
      <TextField
        name="phone"
        type="tel"
        label={t('person.phone')}
        optional={t('optional')}
        maxLength={20}
        defaultValue={typed['phone']}
      />
      <Checkbox
        name="needsCall"
        label={t('person.needsCall')}
        defaultChecked={typed['needsCall'] === 'on'}
      />
    </div>
  )
}

function TitleFields({ typed }: { typed: Record<string, string> }) {
  const { t } = useTranslation('community')
  return (
    <>
      <TextField
        name="title"
        label={t('person.title')}
        hint={t('person.titleHint')}
        required
        maxLength={40}
        defaultValue={typed['title']}
      />
      <TextField
        name="building"
        label={t('person.building')}
        optional={t('optional')}
        maxLength={40}
        defaultValue={typed['building']}
      />
    </>
  )
}

function PersonFrame({
  title,
  lead,
  refused,
  children,
}: {
  title: string
  lead: string
  refused: Refused
  children: ReactNode
}) {
  const { t } = useTranslation('community')
  const code = refused && (REFUSALS.find((each) => each === refused.code) ?? 'incomplete')
  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{title}</h1>
          <p>{lead}</p>
        </div>
        <span className="grow" />
        <Link to="/desk/roster" className="il">
          {t('person.back')}
        </Link>
      </header>
      {code && (
        <Note tone="amber" icon={IconAlertTriangle} role="alert">
          {t(`roster.refused.${code}`)}
        </Note>
      )}
      <section className={`panel ${css.panel ?? ''} ${css.narrow ?? ''}`}>{children}</section>
    </>
  )
}
