import { Form } from '@remix-run/react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { localChoices, LONGEST_RULE_NAME } from '#app/domain/voting/new-local-profile.ts'
import { RULE_PROFILE_IDS, type RuleProfileId } from '#app/domain/voting/rule-profile-id.ts'
import type { RuleProfile } from '#app/domain/voting/rule-profiles.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, CheckboxGroup } from '#app/ui/choice-field.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import css from '#app/features/owners-votes/owners-votes.module.css'
import { LawfulField, TextFields } from './text-fields.tsx'
import { useRuleName } from './use-rule-name.ts'
import { useShareBars } from './use-share-bars.ts'

type Props = {
  national: readonly RuleProfile[]
  today: string
  /** What was sent before and not taken. */
  typed: Partial<Record<string, string>>
  topics: readonly string[]
  scopes: readonly string[]
  /** Why it was not taken, beside the button that sent it. */
  refused: ReactNode
}

/** A rule of the county's own: what may be chosen follows the rule it is like. */
export function NewRuleForm({ national, today, typed, topics, scopes, refused }: Props) {
  const { t } = useTranslation('rules')
  const { t: term } = useTranslation('terms')
  const ruleName = useRuleName()
  const bars = useShareBars()
  const [kin, setKin] = useState<RuleProfileId>(
    () => RULE_PROFILE_IDS.find((each) => each === typed['kin']) ?? 'deliberation',
  )
  const known = national.find(({ id }) => id === kin)
  const choices = localChoices(kin)
  if (!known || !choices) return null
  const asks = (name: string, law: boolean) =>
    typed['kin'] === kin ? typed[name] === 'on' : law
  const passOf = choices.passBases.find((each) => each === typed['passOf'])
  return (
    <Form method="post" className={`${css.fields} mt12`}>
      <input type="hidden" name="do" value="add-new" />
      <TextField
        name="nameZh"
        label={t('new.nameZh')}
        hint={t('new.nameHint')}
        required
        maxLength={LONGEST_RULE_NAME}
        defaultValue={typed['nameZh']}
      />
      <TextField
        name="nameEn"
        label={t('new.nameEn')}
        optional={t('new.optional')}
        maxLength={60}
        defaultValue={typed['nameEn']}
      />
      <SelectField
        name="kin"
        label={t('new.kin')}
        hint={t('new.kinHint')}
        value={kin}
        onChange={({ target }) =>
          setKin(RULE_PROFILE_IDS.find((each) => each === target.value) ?? kin)
        }
        options={RULE_PROFILE_IDS.map((id) => ({ value: id, label: ruleName({ id }) }))}
      />
      <SelectField
        key={`passOf ${kin}`}
        name="passOf"
        label={t('new.passOf')}
        defaultValue={passOf ?? known.rule.pass.of}
        options={choices.passBases.map((base) => ({
          value: base,
          label: t(`new.base.${base}`),
        }))}
      />
      <SelectField
        key={`pass ${kin}`}
        name="pass"
        label={t('passBar')}
        defaultValue={(typed['kin'] === kin && typed['pass']) || ''}
        options={[{ value: '', label: t('asTheLaw') }, ...bars]}
      />
      {known.rule.quorum && (
        <SelectField
          key={`quorum ${kin}`}
          name="quorum"
          label={t('quorumBar')}
          defaultValue={(typed['kin'] === kin && typed['quorum']) || ''}
          options={[{ value: '', label: t('asTheLaw') }, ...bars]}
        />
      )}
      <div className={css.wide} key={`topics ${kin}`}>
        {choices.topicTypes.length === 0 ? (
          <p className="sm ink2">{t('new.noTopics')}</p>
        ) : (
          <CheckboxGroup
            name="topic"
            label={t('new.topics')}
            hint={t(choices.needsTopics ? 'new.topicsVote' : 'new.topicsMeeting')}
            choices={choices.topicTypes.map((topic) => ({
              value: topic,
              label: term(`topicType.${topic}`),
            }))}
            defaultValues={topics}
          />
        )}
      </div>
      {choices.scopes.length > 1 && (
        <div className={css.wide} key={`scopes ${kin}`}>
          <CheckboxGroup
            name="scope"
            label={t('new.scopes')}
            choices={choices.scopes.map((scope) => ({
              value: scope,
              label: t(`new.scope.${scope}`),
            }))}
            defaultValues={scopes.length > 0 ? scopes : choices.scopes}
          />
        </div>
      )}
      {choices.mayAskReps && (
        <SelectField
          key={`reps ${kin}`}
          name="reps"
          label={t('new.reps')}
          defaultValue={typed['reps'] ?? known.repsShare?.join('/') ?? ''}
          options={[
            ...(known.repsShare ? [] : [{ value: '', label: t('new.noReps') }]),
            ...['1/2', '2/3', '3/4', '4/5', '9/10', '1/1'].map((share) => ({
              value: share,
              label: share === '1/1' ? t('everybody') : share,
            })),
          ]}
        />
      )}
      <div className={css.wide} key={`asks ${kin}`}>
        <Checkbox
          name="party"
          label={t('new.party')}
          defaultChecked={asks('party', known.needsPartyReview)}
        />
        {choices.mayAskSides && (
          <Checkbox
            name="sides"
            label={t('new.sides')}
            defaultChecked={asks('sides', known.needsEverySide)}
          />
        )}
      </div>
      <TextFields today={today} typed={typed} />
      {known.body === 'owners' && <LawfulField typed={typed} />}
      <div className={css.wide}>
        {refused && <div style={{ marginBottom: 12 }}>{refused}</div>}
        <Button type="submit" look="primary">
          {t('new.save')}
        </Button>
      </div>
    </Form>
  )
}
