import { useTranslation } from 'react-i18next'
import type { AssistedTold } from '#app/domain/voting/assisted-told.ts'

/** What is said of votes that staff entered for somebody: how many, never whose. */
export function useAssistedWords(): (assisted: AssistedTold) => string {
  const { t } = useTranslation('records')
  return (assisted) =>
    assisted === 'few' ? t('sum.assistedFew') : t('sum.assisted', { count: assisted })
}
