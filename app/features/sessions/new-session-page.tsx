import { Form } from '@remix-run/react'
import { IconAlertTriangle, IconScale } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Compound } from '#app/domain/organisation/community.ts'
import { PLAN_STEPS } from '#app/domain/sessions/session-plan.ts'
import type { TopicType } from '#app/domain/voting/authority.ts'
import type { ConvenedBy } from '#app/domain/voting/convened-body.ts'
import type { RuleProfile } from '#app/domain/voting/rule-profiles.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Note } from '#app/ui/note.tsx'
import { refusalWords } from './plan-answer.ts'
import { RoomStep } from './room-step.tsx'
import './sessions.css'

/** What another session recommended, and whose meeting is to decide it. */
export type Recommendation = {
  number: string
  title: string
  proposal: string | null
  topicType: TopicType | null
  matterId: string | null
  compoundId: string
  body: ConvenedBy
}

/** The first step before there is anything to keep: sending it begins the draft. */
export function NewSessionPage({
  compounds,
  localRules,
  from,
  formKey,
  refusal,
}: {
  compounds: Compound[]
  localRules: readonly Pick<RuleProfile, 'id' | 'name'>[]
  from: Recommendation | null
  /** Goes into the form, so that sending it twice is once. */
  formKey: string
  refusal: string | null
}) {
  const { t } = useTranslation('sessions')
  return (
    <Form method="post" className="plan">
      <input type="hidden" name="key" value={formKey} />
      <header className="dk-h">
        <div>
          <h1>{t('plan.title')}</h1>
          <p>{t('plan.willBeKept')}</p>
        </div>
        <span className="grow" />
        <LinkButton look="line" to="/desk/sessions">
          {t('plan.cancel')}
        </LinkButton>
      </header>
      <div className="plan-g">
        <ol className="plan-s" aria-label={t('plan.steps')}>
          {PLAN_STEPS.map((step, index) => (
            <li key={step} className={classNames('sp', index === 0 && 'now')}>
              <span className="nn" aria-hidden="true">
                {index + 1}
              </span>
              <b>{t(`plan.step.${step}`)}</b>
            </li>
          ))}
        </ol>
        <div className="plan-b">
          {refusal !== null && (
            <Note tone="amber" icon={IconAlertTriangle} role="alert">
              {t(`plan.refused.${refusalWords(refusal)}`)}
            </Note>
          )}
          {from && (
            <Note tone="dai" icon={IconScale}>
              {t('plan.fromRecommendation', { number: from.number, title: from.title })}
            </Note>
          )}
          <RoomStep
            compounds={compounds}
            plan={from && { room: 'council', venue: '', ...from }}
            localRules={localRules}
            answer={null}
          />
        </div>
      </div>
    </Form>
  )
}
