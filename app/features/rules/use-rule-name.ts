import { useTranslation } from 'react-i18next'
import { kinOf } from '#app/domain/voting/rule-profile-id.ts'
import type { RuleName } from '#app/domain/voting/rule-profiles.ts'
import { useLanguage } from '#app/i18n/use-format.ts'

/** What a rule is called: as its county calls it, else by the words for the rules that the law names. */
export function useRuleName(): (rule: { id: string; name?: RuleName | undefined }) => string {
  const { t } = useTranslation('terms')
  const isEnglish = useLanguage() === 'en'
  return ({ id, name }) => {
    if (name) return (isEnglish && name.en) || name.zh
    const kin = kinOf(id)
    return kin ? t(`ruleProfile.${kin}`) : id
  }
}
