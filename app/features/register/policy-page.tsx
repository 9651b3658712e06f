import { Form, useNavigation } from '@remix-run/react'
import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Compound } from '#app/domain/organisation/community.ts'
import type { CountingPolicy } from '#app/domain/register/register.ts'
import type { RegisterRefusalCode } from '#app/domain/register/refusal-code.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { POLICY_CHOICES } from './policy-form.ts'
import { RefusedNote } from './refused-note.tsx'
import { RegisterHead } from './register-head.tsx'
import css from './register.module.css'

type Props = {
  compounds: Compound[]
  compoundId: string
  policy: CountingPolicy & { revision: number }
  saved: boolean
  code: RegisterRefusalCode | null
}

/** How a compound counts, as its owners' rules say. */
export function PolicyPage({ compounds, compoundId, policy, saved, code }: Props) {
  const { t } = useTranslation('register')
  const busy = useNavigation().state === 'submitting'
  return (
    <>
      <RegisterHead compounds={compounds} compoundId={compoundId} tab="rules" />
      <section className={`panel ${css.pad}`} key={`${compoundId}-${policy.revision}`}>
        <RefusedNote code={code} />
        {saved && (
          <Note tone="tea" icon={IconCircleCheck} role="status">
            {t('policy.saved')}
          </Note>
        )}
        <p className="sm muted">{t('policy.lead')}</p>
        <Form method="post" className={css.stack} style={{ marginTop: 14 }}>
          <input type="hidden" name="compoundId" value={compoundId} />
          <input type="hidden" name="revision" value={policy.revision} />
          <RadioGroup
            name="parking"
            label={t('policy.parking')}
            hint={t('policy.parkingHint')}
            required
            {...(policy.parking === null ? {} : { defaultValue: policy.parking })}
            choices={POLICY_CHOICES.parking.map((value) => ({
              value,
              label: t(`policy.parkingOf.${value}`),
            }))}
          />
          <RadioGroup
            name="ownerMergeKey"
            label={t('policy.merge')}
            defaultValue={policy.ownerMergeKey}
            choices={POLICY_CHOICES.ownerMergeKey.map((value) => ({
              value,
              label: t(`policy.mergeOf.${value}`),
            }))}
          />
          <div className={css.grid}>
            <TextField
              name="proxyCap"
              type="number"
              min={0}
              max={999}
              label={t('policy.cap')}
              hint={t('policy.capHint')}
              defaultValue={policy.proxyCap ?? ''}
            />
            <TextField
              name="publicationDays"
              type="number"
              min={0}
              max={90}
              required
              label={t('policy.days')}
              hint={t('policy.daysHint')}
              defaultValue={policy.publicationDays}
            />
          </div>
          <RadioGroup
            name="duplicateBallot"
            label={t('policy.duplicate')}
            defaultValue={policy.duplicateBallot}
            choices={POLICY_CHOICES.duplicateBallot.map((value) => ({
              value,
              label: t(`policy.duplicateOf.${value}`),
            }))}
          />
          <RadioGroup
            name="invalidMark"
            label={t('policy.mark')}
            defaultValue={policy.invalidMark}
            choices={POLICY_CHOICES.invalidMark.map((value) => ({
              value,
              label: t(`policy.markOf.${value}`),
            }))}
          />
          <RadioGroup
            name="silence"
            label={t('policy.silence')}
            hint={t('policy.silenceHint')}
            defaultValue={policy.silence}
            choices={POLICY_CHOICES.silence.map((value) => ({
              value,
              label: t(`policy.silenceOf.${value}`),
            }))}
          />
          <TextField
            name="silenceBasis"
            label={t('policy.silenceBasis')}
            hint={t('policy.silenceBasisHint')}
            maxLength={120}
            defaultValue={policy.silenceBasis ?? ''}
          />
          <RadioGroup
            name="debtorsVote"
            label={t('policy.debtors')}
            hint={t('policy.debtorsHint')}
            defaultValue={policy.debtorsVote ?? 'count'}
            choices={POLICY_CHOICES.debtorsVote.map((value) => ({
              value,
              label: t(`policy.debtorsOf.${value}`),
            }))}
          />
          <TextField
            name="debtorsBasis"
            label={t('policy.debtorsBasis')}
            hint={t('policy.debtorsBasisHint')}
            maxLength={120}
            defaultValue={policy.debtorsBasis ?? ''}
          />
          <RadioGroup
            name="electronicChannel"
            label={t('policy.channel')}
            hint={t('policy.channelHint')}
            defaultValue={policy.electronicChannel}
            choices={POLICY_CHOICES.electronicChannel.map((value) => ({
              value,
              label: t(`policy.channelOf.${value}`),
            }))}
          />
          <p>
            <Button look="primary" type="submit" busy={busy}>
              {t('policy.save')}
            </Button>
          </p>
        </Form>
      </section>
    </>
  )
}
