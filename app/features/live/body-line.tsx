import { useTranslation } from 'react-i18next'
import { citation } from '#app/domain/voting/citation.ts'
import { useLive } from './live-context.tsx'

/** Whose meeting this is and the law it is held by; nothing at a consultation, which is what a session is. */
export function BodyLine({ className }: { className?: string }) {
  const { t } = useTranslation('terms')
  const { body } = useLive().meeting
  if (!body || body.as === 'deliberation') return null
  return (
    <p className={className}>
      {t(`sessionBody.${body.as}`)}
      {' · '}
      <span lang="zh-CN">{citation(body.profile.legalBasis)}</span>
    </p>
  )
}
