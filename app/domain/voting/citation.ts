import type { LegalBasis } from './laws.ts'

/** How a law is cited: 《…法》第278条第1款第8项. What a county wrote down as its article stands as written. */
export function citation({ title, article }: Pick<LegalBasis, 'title' | 'article'>): string {
  if (article === null) return `《${title}》`
  if (!/^\d+(?:\(\d+\))*$/.test(article)) return `《${title}》${article}`
  const [number = '', paragraph, point] = article.split(/[()]+/u).filter(Boolean)
  return [`《${title}》第${number}条`, paragraph && `第${paragraph}款`, point && `第${point}项`]
    .filter(Boolean)
    .join('')
}
