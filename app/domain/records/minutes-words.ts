import type { MinutesEdits } from './edit-minutes.ts'
import type { MinutesContent } from './minutes.ts'

/**
 * The recorder's words as a form holds them, one text a field: `summary:<item>`,
 * `points:<item>` one a line, `dissent:<item>:<n>` with `answer:<item>:<n>`,
 * `turn:<seq>`, `reason:<seat>`, `other`. A field that is not there is empty.
 */
export type MinutesWords = Readonly<Record<string, string>>

/** Two people wrote something else in one field since both last read it. */
export type WordConflict = { field: string; mine: string; theirs: string }

const FIELD = /^(?:(?:summary|points|dissent|answer|turn|reason):.+|other)$/u

/** The words of saved minutes. Fields without words are left out. */
export function wordsOf(content: MinutesContent): MinutesWords {
  const fields: [string, string][] = [['other', content.other]]
  for (const { itemId, summary, points, dissent, turns } of content.items) {
    fields.push([`summary:${itemId}`, summary], [`points:${itemId}`, points.join('\n')])
    for (const [index, { text, answer }] of dissent.entries()) {
      fields.push([`dissent:${itemId}:${index}`, text], [`answer:${itemId}:${index}`, answer])
    }
    for (const turn of turns) fields.push([`turn:${turn.seq}`, turn.summary])
  }
  for (const { seatId, reason } of content.absent) fields.push([`reason:${seatId}`, reason])
  return plainWords(fields)
}

/** Words as they will be kept: without blanks around them, and nothing that is no field of words. */
export function plainWords(fields: Iterable<readonly [string, string]>): MinutesWords {
  const words: Record<string, string> = {}
  for (const [field, sent] of fields) {
    if (!FIELD.test(field)) continue
    const text = field.startsWith('points:') ? writtenLines(sent).join('\n') : sent.trim()
    if (text !== '') words[field] = text
  }
  return words
}

/** What saving these words changes. `fields` names what the form had, so that an emptied field is emptied. */
export function editsOf(words: MinutesWords, fields: Iterable<string>): MinutesEdits {
  const items = new Map<string, MinutesEdits['items'][number]>()
  const pairs = new Map<string, Map<number, { text: string; answer: string }>>()
  const edits: MinutesEdits = { items: [], turns: [], absences: [] }
  for (const field of new Set([...fields, ...Object.keys(words)])) {
    if (!FIELD.test(field)) continue
    const text = words[field] ?? ''
    const [kind = '', id = '', index = '0'] = field.split(':')
    if (kind === 'summary') items.set(id, { ...items.get(id), itemId: id, summary: text })
    if (kind === 'points') {
      items.set(id, { ...items.get(id), itemId: id, points: writtenLines(text) })
    }
    if (kind === 'dissent' || kind === 'answer') {
      const ofItem = pairs.get(id) ?? new Map<number, { text: string; answer: string }>()
      const pair = ofItem.get(Number(index)) ?? { text: '', answer: '' }
      ofItem.set(Number(index), { ...pair, [kind === 'dissent' ? 'text' : 'answer']: text })
      pairs.set(id, ofItem)
    }
    if (kind === 'turn') edits.turns.push({ seq: Number(id), summary: text })
    if (kind === 'reason') edits.absences.push({ seatId: id, reason: text })
    if (kind === 'other') edits.other = text
  }
  for (const [itemId, ofItem] of pairs) {
    const dissent = [...ofItem].toSorted(([one], [other]) => one - other)
    items.set(itemId, {
      ...items.get(itemId),
      itemId,
      dissent: dissent.map(([, pair]) => pair),
    })
  }
  return { ...edits, items: [...items.values()] }
}

/**
 * Brings together what I have typed and what somebody else saved since. A field
 * that only one of us touched takes that one's words; where both wrote, mine
 * stay in the form and both are shown.
 *
 * @param base - the words both of us started from.
 */
export function mergeWords(
  base: MinutesWords,
  mine: MinutesWords,
  theirs: MinutesWords,
): { words: MinutesWords; conflicts: WordConflict[] } {
  const words: Record<string, string> = {}
  const conflicts: WordConflict[] = []
  const fields = new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])
  for (const field of fields) {
    const [was, my, their] = [base[field] ?? '', mine[field] ?? '', theirs[field] ?? '']
    const merged = my === was ? their : my
    if (merged !== '') words[field] = merged
    if (my !== was && their !== was && my !== their) {
      conflicts.push({ field, mine: my, theirs: their })
    }
  }
  return { words, conflicts }
}

export function sameWords(one: MinutesWords, other: MinutesWords): boolean {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...fields].every((field) => (one[field] ?? '') === (other[field] ?? ''))
}

function writtenLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
