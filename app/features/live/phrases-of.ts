/**
 * A title in the pieces between which a line may break, so that no word is torn: 中心花园, 遛狗时间约定.
 * A single character that stands between words goes with the word before it, a figure with what
 * follows, over a blank too. A text without Chinese is left alone: its blanks do the same.
 */
export function phrasesOf(text: string): string[] {
  if (!words || !/\p{Script=Han}/u.test(text)) return [text]
  const parts: string[] = []
  for (const { segment, isWordLike } of words.segment(text)) {
    const last = parts.at(-1)
    if (last === undefined || joins(last, segment, isWordLike === true)) {
      parts[Math.max(0, parts.length - 1)] = (last ?? '') + segment
    } else {
      parts.push(segment)
    }
  }
  return parts.map((part) => part.replace(AFTER_FIGURE, '$1\u00a0'))
}

// Browsers of before 2024 may have none; they break a line between any two characters.
const words = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null

function joins(before: string, next: string, isWord: boolean): boolean {
  if (OPENING.test(before) || FIGURE.test(before)) return true
  if (!isWord) return !OPENING.test(next)
  // One character is no phrase; two words that begin with one are: 要不要.
  return !CLOSED.test(before) && ([...next].length === 1 || [...before].length === 1)
}

const AFTER_FIGURE = /(\p{Number}) (?=\p{Script=Han})/gu
const OPENING = /[\s“‘（《【「(]$/u
const FIGURE = /[\p{Number}A-Za-z]$/u
const CLOSED = /[，。、；：？！”’）》】」,;:?!)]$/u
