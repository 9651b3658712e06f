import { useTranslation } from 'react-i18next'

const SHARES = ['1/2', '3/5', '2/3', '3/4', '4/5', '9/10', '1/1']

/** Shares to choose a bar from, each to be reached or exceeded: `2/3`, `>2/3`. */
export function useShareBars(): { value: string; label: string }[] {
  const { t } = useTranslation('rules')
  return SHARES.flatMap((share) => [
    { value: share, label: share === '1/1' ? t('everybody') : t('atLeast', { share }) },
    ...(share === '1/1' ? [] : [{ value: `>${share}`, label: t('moreThan', { share }) }]),
  ])
}
