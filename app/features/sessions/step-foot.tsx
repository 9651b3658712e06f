import { IconArrowRight, IconChevronLeft, IconSpeakerphone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PLAN_STEPS, type PlanStep } from '#app/domain/sessions/session-plan.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** Back and on, at the foot of every step. */
export function StepFoot({ step, disabled = false }: { step: PlanStep; disabled?: boolean }) {
  const { t } = useTranslation(['sessions', 'common'])
  const next = PLAN_STEPS[PLAN_STEPS.indexOf(step) + 1]
  return (
    <div className="stepf">
      {step !== 'room' && (
        <Button
          look="line"
          size="large"
          type="submit"
          name="button"
          value="previous"
          icon={IconChevronLeft}
        >
          {t('common:action.previous')}
        </Button>
      )}
      <span className="grow" />
      {next ? (
        <Button look="primary" size="large" type="submit" name="button" value="next">
          {t(`plan.next.${next}`)}
          <Icon of={IconArrowRight} />
        </Button>
      ) : (
        <Button
          look="primary"
          size="large"
          type="submit"
          name="button"
          value="send"
          icon={IconSpeakerphone}
          disabled={disabled}
        >
          {t('plan.send')}
        </Button>
      )}
    </div>
  )
}
