import { useTranslation } from 'react-i18next'
import { AUTHORITIES, authorityFor } from '#app/domain/voting/authority.ts'
import { citation } from '#app/domain/voting/citation.ts'
import { AuthorityHint } from '#app/features/sessions/authority-hint.tsx'
import css from './matters.module.css'

type Props = {
  /** Empty where nobody has said what it is about. */
  topicType: string
  /** Division code of the county, or `CN`. */
  region: string
  today: string
}

/** Whose decision a matter is, by which law, and where it goes once a session has dealt with it. */
export function WhoseDecision({ topicType, region, today }: Props) {
  const { t } = useTranslation('matters')
  const { t: term } = useTranslation('terms')
  const known = AUTHORITIES.find((row) => row.topicType === topicType)
  const authority = known ? authorityFor(known.topicType, region, today) : null
  if (!authority) return null
  return (
    <div className={`sm ${css.whose}`}>
      <AuthorityHint {...{ topicType, region, today }} decidedBy="session" />
      <p className="ink2">
        {t('screen.next', { step: term(`nextStep.${authority.nextStep}`) })}{' '}
        <span className="muted" lang="zh-CN">
          {citation(authority.legalBasis)}
        </span>
      </p>
    </div>
  )
}
