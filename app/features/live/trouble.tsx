import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ConditionName } from '#app/domain/meetings/meeting-refusal.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { LiveRefusal } from '#app/live/contract.ts'
import { Note } from '#app/ui/note.tsx'
import { refusalWords } from './refusal-words.ts'

/** Why something was not done: a refusal, or no answer at all. */
export type Trouble = LiveRefusal | { code: 'no-answer' }

/** One sentence or two about it, announced as it appears. */
export function TroubleNote({ trouble }: { trouble: Trouble | null }) {
  return (
    <div role="alert">
      {trouble && (
        <Note tone="amber" icon={IconAlertTriangle} className="sm">
          <TroubleWords trouble={trouble} />
        </Note>
      )}
    </div>
  )
}

export function TroubleWords({ trouble }: { trouble: Trouble }) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const format = useFormat()
  if (trouble.code === 'no-answer') return t('refusal.no-answer')
  const { detail = {}, standing } = trouble
  const sides = detail['missingSides']
  if (trouble.code === 'not-ready') {
    const missing = Number(detail['need'] ?? 0) - Number(detail['present'] ?? 0)
    const names = Array.isArray(sides)
      ? sides.map((side) => term(`side.${side as 'residents'}`)).join(t('listComma'))
      : ''
    if (missing > 0 && names)
      return t('refusal.not-ready-both', { count: missing, sides: names })
    if (missing > 0) return t('refusal.not-ready', { count: missing })
    if (detail['noticeNeed'] !== undefined && !names) {
      return t('refusal.not-ready-notice', {
        need: Number(detail['noticeNeed']),
        have: Number(detail['noticeHave']),
      })
    }
    return t('refusal.not-ready-sides', { sides: names })
  }
  if (trouble.code === 'law-not-met') {
    const what = t(`condition.${detail['condition'] as ConditionName}`, {
      need: Number(detail['need']),
      have: Number(detail['have']),
    })
    return t('refusal.law-not-met', { what })
  }
  if (trouble.code === 'already-voted' && standing) {
    return t('refusal.already-voted-at', { time: format.time(new Date(standing.castAt)) })
  }
  if (trouble.code === 'turns-used-up') {
    return t('refusal.turns-used-up', { count: Number(detail['turns'] ?? 0) })
  }
  if (trouble.code === 'silenced') {
    return t('refusal.silenced', { count: Number(detail['warnings'] ?? 0) })
  }
  return t(refusalWords(trouble))
}
