import { useTranslation } from 'react-i18next'
import type { MatterStep } from '#app/domain/matters/matter-view.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { noonOf } from './due.tsx'

type Told = Pick<MatterStep, 'type' | 'data'>

/** What a step is, in one sentence; what people wrote with it is apart. */
export function useStepWords(): (step: Told) => string {
  const { t } = useTranslation('matters')
  const { t: term } = useTranslation('terms')
  const format = useFormat()
  return ({ type, data }) => {
    const day = data.dueOn ? format.shortDay(noonOf(data.dueOn)) : ''
    switch (type) {
      case 'submitted':
        return data.source
          ? t('step.submittedFrom', { source: term(`matterSource.${data.source}`) })
          : t('step.submitted')
      case 'screened':
        return t('step.screened')
      case 'accepted':
        return day ? t('step.acceptedDue', { day }) : t('step.accepted')
      case 'merged':
        return t('step.merged')
      case 'referred':
        return t('step.referred', { to: data.to ?? '' })
      case 'rejected':
        return t('step.rejected')
      case 'scheduled':
        return t('step.scheduled')
      case 'deliberated':
        return t('step.deliberated')
      case 'decided':
        return t('step.decided')
      case 'task-assigned':
        return t('step.taskAssigned', {
          lead: data.leadName ?? '',
          title: data.title ?? '',
          day,
        })
      case 'progress-reported':
        return t('step.progress', { percent: data.percent ?? 0 })
      case 'done-reported':
        return t('step.done')
      case 'return-visit':
        return data.reached === false || !data.satisfaction || typeof data.solved !== 'string'
          ? t('step.notReached')
          : t('step.visited', {
              solved: t(`solved.${data.solved}`),
              satisfaction: term(`satisfaction.${data.satisfaction}`),
            })
      case 'closed':
        return data.satisfaction ? t('step.closed') : t('step.closedUnreached')
      case 'reopened':
        return day && data.round
          ? t('step.reopened', { round: data.round, day })
          : t('step.reopenedPlain')
      case 'overdue':
        return t('step.overdue')
      case 'note':
        return t('step.note')
    }
  }
}
