import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aMinutes, aMinutesItem } from '#tests/helpers/a-minutes.ts'
import { editMinutes } from './edit-minutes.ts'
import { editsOf, mergeWords, plainWords, sameWords, wordsOf } from './minutes-words.ts'
import type { MinutesContent } from './minutes.ts'

const FIELDS = [
  'summary:item-1',
  'points:item-1',
  'dissent:item-1:0',
  'answer:item-1:0',
  'turn:12',
  'reason:seat-6',
  'other',
]
const words = fc
  .dictionary(
    fc.constantFrom(...FIELDS, 'chair', 'outcome:item-1'),
    fc.string({ unit: 'grapheme' }),
  )
  .map((typed) => plainWords(Object.entries(typed)))

/** Minutes without a word the recorder typed: what is left are facts. */
function facts(content: MinutesContent): MinutesContent {
  return editMinutes(content, {
    items: content.items.map(({ itemId }) => ({
      itemId,
      summary: '',
      points: [],
      dissent: [],
    })),
    turns: content.items.flatMap((item) => item.turns.map(({ seq }) => ({ seq, summary: '' }))),
    absences: content.absent.map(({ seatId }) => ({ seatId, reason: '' })),
    other: '',
  })
}

describe('[R20] words are edited, facts are not', () => {
  const minutes = aMinutes({ items: [aMinutesItem({ summary: '议过', points: ['一', '二'] })] })

  test('whatever is typed, in whatever field, no fact changes', () => {
    fc.assert(
      fc.property(words, (typed) => {
        const edited = editMinutes(minutes, editsOf(typed, FIELDS))
        expect(facts(edited)).toEqual(facts(minutes))
      }),
    )
  })

  test('what is typed is what is kept', () => {
    fc.assert(
      fc.property(words, (typed) => {
        // An answer without an objection is an answer to nothing, and goes.
        fc.pre(
          typed['answer:item-1:0'] === undefined || typed['dissent:item-1:0'] !== undefined,
        )
        const kept = wordsOf(editMinutes(minutes, editsOf(typed, FIELDS)))
        expect(sameWords(kept, typed)).toBe(true)
      }),
    )
  })

  test('a field that was emptied is emptied, one that was not there is left', () => {
    const edited = editMinutes(minutes, editsOf({}, ['summary:item-1', 'other']))
    expect(edited.items[0]).toMatchObject({ summary: '', points: ['一', '二'] })
  })
})

describe('[R21] two people who type at once lose nothing', () => {
  const base = { 'summary:1': '旧', other: '同' }

  test.each([
    ['only I changed it', { ...base, other: '我' }, base, { ...base, other: '我' }, 0],
    ['only they did', base, { ...base, other: '他' }, { ...base, other: '他' }, 0],
    [
      'each another place',
      { ...base, other: '我' },
      { ...base, 'summary:1': '他' },
      { other: '我', 'summary:1': '他' },
      0,
    ],
    [
      'both the same',
      { ...base, other: '同意' },
      { ...base, other: '同意' },
      { ...base, other: '同意' },
      0,
    ],
    ['I emptied it', { 'summary:1': '旧' }, base, { 'summary:1': '旧' }, 0],
    [
      'both, differently: mine stays, both are shown',
      { ...base, other: '我' },
      { ...base, other: '他' },
      { ...base, other: '我' },
      1,
    ],
  ])('%s', (_why, mine, theirs, merged, conflicts) => {
    const result = mergeWords(base, mine, theirs)
    expect(result.words).toEqual(merged)
    expect(result.conflicts).toHaveLength(conflicts)
  })

  test('no text of mine is gone, and none of theirs without being shown', () => {
    fc.assert(
      fc.property(words, words, words, (was, mine, theirs) => {
        const { words: merged, conflicts } = mergeWords(was, mine, theirs)
        const shown = new Map(conflicts.map((each) => [each.field, each.theirs]))
        for (const field of FIELDS) {
          const [w, m, t, r] = [was, mine, theirs, merged].map((each) => each[field] ?? '')
          if (m !== w) expect(r).toBe(m)
          if (t !== w && r !== t) expect(shown.get(field)).toBe(t)
        }
      }),
    )
  })
})
