import { citation } from '#app/domain/voting/citation.ts'
import { hasOwnName } from '#app/domain/voting/convened-body.ts'
import { useRuleName } from '#app/features/rules/use-rule-name.ts'
import { useLive } from './live-context.tsx'

/** Whose meeting this is and the law it is held by; nothing at a consultation by the law alone, which is what a session is. */
export function BodyLine({ className }: { className?: string }) {
  const nameOf = useRuleName()
  const { body } = useLive().meeting
  if (!body || !hasOwnName(body)) return null
  return (
    <p className={className}>
      {nameOf({ id: body.as, name: body.profile.name })}
      {' · '}
      <span lang="zh-CN">{citation(body.profile.legalBasis)}</span>
    </p>
  )
}
