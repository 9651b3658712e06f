import { Form } from '@remix-run/react'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { OWNERS_TOPICS } from '#app/domain/owners-vote/owners-topics.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextAreaField, TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import type { PlanDraft } from './plan-from-form.ts'
import css from './owners-votes.module.css'

type Props = {
  draft: PlanDraft
  compounds: readonly { id: string; name: string }[]
  rolls: readonly { id: string; title: string; state: string }[]
  refusal: string | null
  isNew: boolean
  /** Of a new one: goes into the form, so that sending it twice is once. */
  formKey?: string
}

/** What is asked, of whom, when. The rule follows from the topic and is not chosen. */
export function PlanForm({ draft, compounds, rolls, refusal, isNew, formKey }: Props) {
  const { t } = useTranslation('owners-votes')
  const { t: term } = useTranslation('terms')
  return (
    <Form method="post" className={css.fields}>
      <input type="hidden" name="do" value="plan" />
      {formKey && <input type="hidden" name="key" value={formKey} />}
      <input type="hidden" name="resolutionId" value={draft.resolutionId ?? ''} />
      <input type="hidden" name="rerunOf" value={draft.rerunOf ?? ''} />
      {refusal && (
        <div className={css.wide}>
          <Note tone="amber" icon={IconAlertTriangle} role="alert">
            {refusal}
          </Note>
        </div>
      )}
      {isNew && (
        <SelectField
          name="compoundId"
          label={t('plan.compound')}
          defaultValue={draft.compoundId}
          required
          options={compounds.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <SelectField
        name="topicType"
        label={t('plan.topic')}
        hint={t('plan.topicHint')}
        defaultValue={draft.topicType}
        required
        options={OWNERS_TOPICS.map((topic, index) => ({
          value: topic,
          label:
            index < 9
              ? t('plan.item', { number: index + 1, topic: term(`topicType.${topic}`) })
              : term(`topicType.${topic}`),
        }))}
      />
      <div className={css.wide}>
        <TextField
          name="title"
          label={t('plan.title')}
          hint={t('plan.titleHint')}
          defaultValue={draft.title}
          required
          maxLength={120}
        />
      </div>
      <div className={css.wide}>
        <TextAreaField
          name="proposal"
          label={t('plan.proposal')}
          hint={t('plan.proposalHint')}
          defaultValue={draft.proposal}
          required
          rows={5}
          maxLength={3000}
        />
      </div>
      <SelectField
        name="method"
        label={t('plan.method')}
        defaultValue={draft.seats > 0 ? 'seats' : 'yes-no'}
        options={[
          { value: 'yes-no', label: t('method.yes-no') },
          { value: 'seats', label: t('method.seats') },
        ]}
      />
      <TextField
        type="number"
        name="seats"
        label={t('plan.seats')}
        optional={t('plan.electionOnly')}
        min={1}
        max={20}
        defaultValue={draft.seats || ''}
      />
      <div className={css.wide}>
        <TextAreaField
          name="options"
          label={t('plan.candidates')}
          optional={t('plan.electionOnly')}
          hint={t('plan.candidatesHint')}
          defaultValue={draft.options}
          rows={4}
        />
      </div>
      <TextField
        type="date"
        name="opensOn"
        label={t('plan.opensOn')}
        hint={t('plan.opensHint')}
        defaultValue={draft.opensOn}
        required
      />
      <TextField
        type="date"
        name="closesOn"
        label={t('plan.closesOn')}
        hint={t('plan.closesHint')}
        defaultValue={draft.closesOn}
        required
      />
      {!isNew && (
        <div className={css.wide}>
          <SelectField
            name="rollId"
            label={t('plan.roll')}
            hint={t(rolls.length === 0 ? 'plan.noRoll' : 'plan.rollHint')}
            placeholder={t('plan.rollLater')}
            defaultValue={draft.rollId ?? ''}
            options={rolls.map(({ id, title, state }) => ({
              value: id,
              label: state === 'frozen' ? title : t('plan.rollNotFrozen', { title }),
            }))}
          />
        </div>
      )}
      <div className={css.wide}>
        <Button type="submit" look="primary">
          {t(isNew ? 'plan.create' : 'plan.save')}
        </Button>
      </div>
    </Form>
  )
}
