import { Form, Link } from '@remix-run/react'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SATISFACTIONS } from '#app/domain/matters/matter.ts'
import { SOLVED } from '#app/domain/matters/matter-state.ts'
import type { DeskMatter, LeadChoice } from '#app/domain/matters/matter-view.ts'
import type { MatterRefusalCode } from '#app/domain/matters/refusal-code.ts'
import { AUTHORITIES } from '#app/domain/voting/authority.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choice-field.tsx'
import { SelectField, TextAreaField, TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import type { DeskAct } from './desk-acts.tsx'
import { matterNumber } from './matter-marks.ts'
import { matterRefusalWords } from './refusal-words.ts'
import { ReportFields } from './report-fields.tsx'
import { WhoseDecision } from './whose-decision.tsx'
import css from './matters.module.css'

type Props = {
  act: DeskAct
  matter: DeskMatter
  /** Names this sending, so that twice is once. */
  formKey: string
  leads: readonly LeadChoice[]
  mergeTargets: readonly { id: string; number: number; title: string }[]
  /** Division code of the county, or `CN`. */
  region: string
  today: string
  /** The day a new task is due unless told otherwise. */
  usualDueOn: string
  refusal: MatterRefusalCode | null
  /** What was written before a report was refused. */
  writtenText: string
  photoTrouble: readonly {
    name: string
    code: 'photo-too-large' | 'not-a-photo' | 'too-many'
  }[]
}

/** The form of one act, opened by its address so that it works without a script. */
export function DeskActForm(props: Props) {
  const { act, matter, formKey, refusal } = props
  const { t } = useTranslation('matters')
  const titles = {
    screen: t('screen.title'),
    assign: t('assign.title'),
    refer: t('act.refer'),
    progress: t('progress.title'),
    note: t('note.title'),
    visit: t('visit.title'),
    unreached: t('act.unreached'),
    reopen: t('act.reopen'),
  } satisfies Record<DeskAct, string>
  return (
    <section className={`panel ${css.pad}`} aria-labelledby="act-title">
      <div className="row">
        <h2 id="act-title">{titles[act]}</h2>
        <Link className="btn ghost sm end" to={`/desk/matters/${matter.id}`} preventScrollReset>
          {t('act.close')}
        </Link>
      </div>
      {refusal && (
        <Note tone="amber" icon={IconAlertTriangle} role="alert">
          {t(matterRefusalWords(refusal))}
        </Note>
      )}
      <Form
        method="post"
        key={formKey}
        encType={
          act === 'progress' ? 'multipart/form-data' : 'application/x-www-form-urlencoded'
        }
      >
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="do" value={act} />
        <div className={css.formGrid}>
          <ActFields {...props} />
        </div>
      </Form>
    </section>
  )
}

function ActFields(props: Props): ReactNode {
  switch (props.act) {
    case 'screen':
      return <ScreenFields {...props} />
    case 'assign':
      return <AssignFields {...props} />
    case 'refer':
      return <ReferFields />
    case 'progress':
      return <ProgressFields {...props} />
    case 'note':
      return <NoteFields />
    case 'visit':
      return <VisitFields />
    case 'unreached':
      return <UnreachedFields />
    case 'reopen':
      return <ReopenFields {...props} />
  }
}

function ScreenFields({ matter, mergeTargets, region, today, usualDueOn }: Props) {
  const { t } = useTranslation('matters')
  const { t: term } = useTranslation('terms')
  const [topic, setTopic] = useState(matter.topicType ?? '')
  return (
    <>
      <div className={css.wide}>
        <RadioGroup
          name="verdict"
          label={t('screen.question')}
          defaultValue="accept"
          choices={[
            { value: 'accept', label: t('screen.accept'), note: t('screen.acceptNote') },
            { value: 'merge', label: t('screen.merge'), note: t('screen.mergeNote') },
            { value: 'refer', label: t('screen.refer'), note: t('screen.referNote') },
            { value: 'reject', label: t('screen.reject'), note: t('screen.rejectNote') },
          ]}
        />
      </div>
      <div data-for="accept">
        <TextField
          type="date"
          name="dueOn"
          label={t('screen.dueOn')}
          min={today}
          defaultValue={usualDueOn}
        />
      </div>
      <div data-for="accept">
        <SelectField
          name="topicType"
          label={t('screen.topic')}
          hint={t('screen.topicHint')}
          optional={t('optional')}
          placeholder={t('screen.choose')}
          defaultValue={topic}
          onChange={({ currentTarget }) => setTopic(currentTarget.value)}
          options={[...new Set(AUTHORITIES.map((row) => row.topicType))].map((each) => ({
            value: each,
            label: term(`topicType.${each}`),
          }))}
        />
        <WhoseDecision topicType={topic} region={region} today={today} />
      </div>
      <div data-for="merge">
        <SelectField
          name="intoId"
          label={t('screen.into')}
          placeholder={t('screen.choose')}
          options={mergeTargets.map(({ id, number, title }) => ({
            value: id,
            label: `${matterNumber(number)} ${title}`,
          }))}
        />
      </div>
      <div data-for="refer">
        <TextField name="to" label={t('screen.to')} maxLength={120} />
      </div>
      <div data-for="reject" className={css.wide}>
        <TextAreaField name="reason" label={t('screen.reason')} maxLength={2000} />
      </div>
      <Foot save={t('screen.save')} />
    </>
  )
}

function ReferFields() {
  const { t } = useTranslation('matters')
  return (
    <>
      <TextField name="to" label={t('screen.to')} maxLength={120} required />
      <Foot save={t('screen.save')} />
    </>
  )
}

function AssignFields({ leads, today, usualDueOn, matter }: Props) {
  const { t } = useTranslation('matters')
  const { t: term } = useTranslation('terms')
  return (
    <>
      <div className={css.wide}>
        <TextField
          name="title"
          label={t('assign.what')}
          defaultValue={matter.tasks.length === 0 ? matter.title : ''}
          maxLength={120}
          required
        />
      </div>
      <SelectField
        name="leadPersonId"
        label={t('assign.lead')}
        placeholder={t('assign.choose')}
        required
        options={leads.map(({ personId, person, body, side, title }) => ({
          value: personId,
          label: `${body}·${person} ${title}（${term(`side.${side}`)}）`,
        }))}
      />
      <TextField
        type="date"
        name="dueOn"
        label={t('assign.dueOn')}
        min={today}
        defaultValue={usualDueOn}
        required
      />
      <Foot save={t('assign.save')} />
    </>
  )
}

function ProgressFields({ matter, photoTrouble, writtenText }: Props) {
  const { t } = useTranslation('matters')
  const open = matter.tasks.filter(({ status }) => status === 'open')
  return (
    <>
      <p className={`sm muted ${css.wide}`}>{t('progress.staffNote')}</p>
      <div className={css.wide}>
        <SelectField
          name="taskId"
          label={t('progress.task')}
          options={open.map(({ id, title, lead }) => ({
            value: id,
            label: `${title}（${lead.name}）`,
          }))}
        />
      </div>
      <div className={`${css.wide} ${css.stack}`}>
        <ReportFields
          text={writtenText}
          percent={open[0]?.progress ?? 0}
          photoTrouble={photoTrouble}
        />
      </div>
      <Foot save={t('lead.send')} />
    </>
  )
}

function NoteFields() {
  const { t } = useTranslation('matters')
  return (
    <>
      <div className={css.wide}>
        <TextAreaField name="text" label={t('note.text')} required maxLength={2000} />
      </div>
      <div className={css.wide}>
        <Checkbox name="isPublic" label={t('note.public')} />
      </div>
      <Foot save={t('note.save')} />
    </>
  )
}

function VisitFields() {
  const { t } = useTranslation('matters')
  const { t: term } = useTranslation('terms')
  return (
    <>
      <RadioGroup
        name="method"
        label={t('visit.method')}
        defaultValue="phone"
        choices={[
          { value: 'phone', label: t('visit.phone') },
          { value: 'door', label: t('visit.door') },
        ]}
      />
      <RadioGroup
        name="reached"
        label={t('visit.reached')}
        defaultValue="yes"
        choices={[
          { value: 'yes', label: t('visit.reachedYes') },
          { value: 'no', label: t('visit.reachedNo') },
        ]}
      />
      <div data-for="yes">
        <SelectField
          name="solved"
          label={t('visit.solved')}
          placeholder={t('visit.choose')}
          options={SOLVED.map((value) => ({ value, label: t(`solved.${value}`) }))}
        />
      </div>
      <div data-for="yes">
        <SelectField
          name="satisfaction"
          label={t('visit.satisfaction')}
          placeholder={t('visit.choose')}
          options={SATISFACTIONS.map((value) => ({
            value,
            label: term(`satisfaction.${value}`),
          }))}
        />
      </div>
      <div className={css.wide}>
        <TextAreaField
          name="reason"
          label={t('visit.reason')}
          optional={t('optional')}
          maxLength={2000}
        />
      </div>
      <p className={`sm muted ${css.wide}`}>{t('side.visitRule')}</p>
      <Foot save={t('visit.save')} />
    </>
  )
}

function UnreachedFields() {
  const { t } = useTranslation('matters')
  return (
    <>
      <div className={css.wide}>
        <TextAreaField name="reason" label={t('visit.unreachedReason')} required />
      </div>
      <Foot save={t('visit.unreachedSave')} />
    </>
  )
}

function ReopenFields({ today, usualDueOn }: Props) {
  const { t } = useTranslation('matters')
  return (
    <>
      <div className={css.wide}>
        <TextAreaField name="reason" label={t('reopen.reason')} required />
      </div>
      <TextField
        type="date"
        name="dueOn"
        label={t('reopen.dueOn')}
        min={today}
        defaultValue={usualDueOn}
        required
      />
      <Foot save={t('reopen.save')} />
    </>
  )
}

function Foot({ save }: { save: string }) {
  return (
    <div className={`${css.wide} ${css.foot}`}>
      <Button type="submit" look="primary">
        {save}
      </Button>
    </div>
  )
}
