import { useTranslation } from 'react-i18next'

const PARTS = [
  'record',
  'format',
  'title',
  'question',
  'rule',
  'roll',
  'present',
  'turnout',
  'papers',
  'votes',
  'verdict',
] as const

/** `votes[3].elector` → 在“表决”的第 4 条. The path itself stands beside it, for whoever mends the file. */
export function usePlaceWords(): (path: string) => string {
  const { t } = useTranslation('recount')
  return (path) => {
    const [, name, index] = /^(\w+)(?:\[(\d+)\])?/.exec(path) ?? []
    const part = PARTS.find((each) => each === name)
    if (!part || part === 'record') return t('malformed.whole')
    return index === undefined
      ? t('malformed.where', { part: t(`part.${part}`) })
      : t('malformed.whereLine', { part: t(`part.${part}`), line: Number(index) + 1 })
  }
}
