import { useLanguage } from '#app/i18n/use-format.ts'

const HAN = [...'一二三四五六七八九十']

/** The mark before an item of an agenda: 一, 二 … 十一 in Chinese, 1, 2 … in English. */
export function useOrdinal(): (index: number) => string {
  const language = useLanguage()
  return (index) => (language === 'en' ? String(index + 1) : hanNumber(index + 1))
}

function hanNumber(value: number): string {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  if (tens === 0) return HAN[ones - 1] ?? ''
  return `${tens > 1 ? (HAN[tens - 1] ?? '') : ''}十${ones > 0 ? (HAN[ones - 1] ?? '') : ''}`
}
