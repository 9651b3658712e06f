import { Form, Link } from '@remix-run/react'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { REPEATS } from '#app/domain/sessions/recurrence.ts'
import type { PlanView } from '#app/domain/sessions/plan-view.ts'
import { agendaTime, PLAN_STEPS, type PlanStep } from '#app/domain/sessions/session-plan.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { AgendaStep } from './agenda-step.tsx'
import { InviteesStep } from './invitees-step.tsx'
import { NoticeStep } from './notice-step.tsx'
import { refusalWords, type PlanAnswer } from './plan-answer.ts'
import { RoomStep } from './room-step.tsx'
import { RulesStep } from './rules-step.tsx'
import { TimeStep } from './time-step.tsx'
import './sessions.css'

type Props = {
  step: PlanStep
  plan: PlanView
  /** YYYY-MM-DD in Shanghai. */
  today: string
  answer: PlanAnswer | null
}

/** Convening in six steps. Each is a form that is saved by leaving it, so the plan can be left and resumed. */
export function PlanPage({ step, plan, today, answer }: Props) {
  const { t } = useTranslation(['sessions', 'common'])
  const refusal = answer?.code ?? null
  return (
    <Form method="post" key={step} className="plan" noValidate={step === 'agenda'}>
      <input type="hidden" name="revision" value={plan.revision} />
      {/* The first button of a form is what Enter presses. */}
      <button type="submit" name="button" value="next" className="vh" tabIndex={-1} aria-hidden>
        {t('common:action.next')}
      </button>
      <header className="dk-h">
        <div>
          <h1>{t('plan.title')}</h1>
          <p>{t('plan.kept')}</p>
        </div>
        <span className="grow" />
        <Button look="ghost" type="submit" name="button" value="discard" formNoValidate>
          {t('plan.discard')}
        </Button>
        <Button look="line" type="submit" name="button" value="leave" formNoValidate>
          {t('plan.leave')}
        </Button>
      </header>
      <div className="plan-g">
        <StepList step={step} plan={plan} />
        <div className="plan-b">
          {refusal !== null && (
            <Note tone="amber" icon={IconAlertTriangle} role="alert">
              {t(`plan.refused.${refusalWords(refusal)}`)}
            </Note>
          )}
          <StepBody step={step} plan={plan} today={today} answer={answer} />
        </div>
      </div>
    </Form>
  )
}

function StepBody({ step, plan, today, answer }: Props) {
  switch (step) {
    case 'room':
      return (
        <RoomStep
          compounds={plan.community.compounds}
          plan={plan}
          localRules={plan.localRules}
          answer={answer}
        />
      )
    case 'time':
      return <TimeStep plan={plan} today={today} answer={answer} />
    case 'agenda':
      return <AgendaStep plan={plan} today={today} answer={answer} />
    case 'invitees':
      return <InviteesStep plan={plan} />
    case 'rules':
      return <RulesStep plan={plan} />
    case 'notice':
      return <NoticeStep plan={plan} today={today} />
  }
}

function StepList({ step, plan }: { step: PlanStep; plan: PlanView }) {
  const { t } = useTranslation(['sessions', 'terms'])
  const format = useFormat()
  const language = useLanguage()
  const compound = plan.community.compounds.find((each) => each.id === plan.compoundId)
  const { total } = agendaTime(plan.items, plan.durationMinutes)
  const summary: Record<PlanStep, ReactNode> = {
    room: `${t(`terms:room.${plan.room}`)}·${language === 'en' ? compound?.nameEn : compound?.name}`,
    time: `${format.dayAndTime(plan.startsAt)}${
      plan.repeats === REPEATS[0] ? '' : ` · ${t(`repeats.${plan.repeats}`)}`
    }`,
    agenda: t('plan.summary.agenda', { count: plan.items.length, minutes: total }),
    invitees: t('plan.summary.invitees', { count: plan.invitees.length }),
    rules: t('plan.summary.rules', {
      minutes: plan.rules.turnSeconds / 60,
      count: plan.rules.turnsPerItem,
    }),
    notice: null,
  }
  return (
    <nav aria-label={t('plan.steps')} className="plan-s">
      {PLAN_STEPS.map((each, index) => {
        const wrong = plan.problems.some((problem) => problem.step === each)
        const done = PLAN_STEPS.indexOf(step) > index
        return (
          <Link
            key={each}
            to={`/desk/sessions/${plan.id}/plan/${each}`}
            className={classNames('sp', each === step && 'now', done && !wrong && 'done')}
            aria-current={each === step ? 'step' : undefined}
          >
            <span className="nn" aria-hidden="true">
              {done && !wrong ? <Icon of={IconCheck} /> : index + 1}
            </span>
            <b>{t(`plan.step.${each}`)}</b>
            {each !== step && <p>{summary[each]}</p>}
            {wrong && each !== step && done && (
              <p className="plan-w">
                <Icon of={IconAlertTriangle} />
                {t('plan.notReady')}
              </p>
            )}
          </Link>
        )
      })}
    </nav>
  )
}
