import { IconCircleCheck, IconScale } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import {
  AUTHORITIES,
  authorityFor,
  mayDecide,
  outcomeLabelFor,
  type DecidingBody,
} from '#app/domain/voting/authority.ts'
import { Icon } from '#app/ui/icon.tsx'

/** Whose decision a topic is, and what the session's own outcome may be called. */
export function AuthorityHint({
  topicType,
  decidedBy,
  region,
  today,
}: {
  topicType: string
  /** As whose meeting the session is convened. */
  decidedBy: DecidingBody
  /** Division code of the county, or `CN`: the most local rule that is in force holds. */
  region: string
  today: string
}) {
  const { t } = useTranslation('terms')
  const known = AUTHORITIES.find((row) => row.topicType === topicType)
  const authority = known ? authorityFor(known.topicType, region, today) : null
  if (!authority) return null
  const label = t(`label.${outcomeLabelFor(authority, decidedBy)}`)
  const own = mayDecide(authority, decidedBy)
  const body = t(`body.${authority.body}`)
  return (
    <p className="au" style={{ color: own ? 'var(--tea-t)' : 'var(--dai-t)' }}>
      <Icon of={own ? IconCircleCheck : IconScale} />
      {own
        ? t('authority.own', { label })
        : authority.art278Item === null
          ? t('authority.others', { body, label })
          : t('authority.owners', { item: authority.art278Item, label })}
    </p>
  )
}
