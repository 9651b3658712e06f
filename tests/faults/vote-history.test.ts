import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHOICES, type Choice } from '#app/domain/voting/ballot.ts'
import { checkHistory, type Attempt, type Final } from './vote-history.ts'

const attempt = (changed: Partial<Attempt> = {}): Attempt => ({
  elector: 'e1',
  key: 'k1',
  choice: 'yes',
  afterClose: false,
  answer: { kind: 'recorded', receipt: 'R1', version: 1, repeated: false },
  ...changed,
})
const row = { elector: 'e1', choice: 'yes' as Choice, key: 'k1', receipt: 'R1' }
const finalOf = (rows: Final['rows']): Final => {
  const papers = rows.map((each) => each.choice ?? 'yes')
  return { rows, papers, verdict: countOf(papers) }
}
const countOf = (papers: readonly string[]) =>
  Object.fromEntries(
    ['yes', 'no', 'abstain'].map((choice) => [
      choice,
      papers.filter((paper) => paper === choice).length,
    ]),
  )
const rulesOf = (history: Attempt[], final: Final) =>
  checkHistory(history, final).map((violation) => violation.rule)

describe('the checker finds', () => {
  test('nothing where what was told is what is there', () => {
    expect(rulesOf([attempt()], finalOf([row]))).toEqual([])
    expect(rulesOf([attempt({ answer: { kind: 'unknown' } })], finalOf([row]))).toEqual([])
    expect(rulesOf([attempt({ answer: { kind: 'unknown' } })], finalOf([]))).toEqual([])
    const refused = attempt({ answer: { kind: 'refused', code: 'ballot-closed' } })
    expect(rulesOf([refused], finalOf([]))).toEqual([])
  })

  test('an acknowledged vote that is not there', () => {
    expect(rulesOf([attempt()], finalOf([]))).toContain('lost')
  })

  test('an elector who counts twice', () => {
    expect(rulesOf([attempt()], finalOf([row, { ...row, key: 'k2' }]))).toContain(
      'counted-twice',
    )
  })

  test('a vote that nobody sent', () => {
    expect(rulesOf([], finalOf([row]))).toContain('from-nowhere')
  })

  test('a vote that was refused and is there', () => {
    const refused = attempt({ answer: { kind: 'refused', code: 'not-recorded' } })
    expect(rulesOf([refused], finalOf([row]))).toContain('refused-yet-counted')
  })

  test('an older vote that stands in the place of a newer one', () => {
    const changed = attempt({
      key: 'k2',
      choice: 'no',
      answer: { kind: 'recorded', receipt: 'R2', version: 2, repeated: false },
    })
    expect(rulesOf([attempt(), changed], finalOf([row]))).toContain('wrong-vote')
  })

  test('another choice than the one that was sent', () => {
    expect(rulesOf([attempt()], finalOf([{ ...row, choice: 'no' }]))).toContain('wrong-vote')
  })

  test('a secret paper that was exchanged for one that somebody may have sent', () => {
    const secretRow = { ...row, choice: null }
    const other = attempt({
      elector: 'e2',
      key: 'k2',
      choice: 'no',
      answer: { kind: 'unknown' },
    })
    const final = { rows: [secretRow], papers: ['no'], verdict: countOf(['no']) }
    expect(rulesOf([attempt(), other], final)).toContain('lost')
    const asSent = { rows: [secretRow], papers: ['yes'], verdict: countOf(['yes']) }
    expect(rulesOf([attempt(), other], asSent)).toEqual([])
  })

  test('two receipts for one vote, or another than was given', () => {
    const again = attempt({
      answer: { kind: 'recorded', receipt: 'R9', version: 1, repeated: true },
    })
    expect(rulesOf([attempt(), again], finalOf([row]))).toContain('wrong-receipt')
    expect(rulesOf([attempt()], finalOf([{ ...row, receipt: 'R9' }]))).toContain(
      'wrong-receipt',
    )
  })

  test('a vote that was taken after the close', () => {
    expect(rulesOf([attempt({ afterClose: true })], finalOf([row]))).toContain(
      'taken-after-close',
    )
  })

  test('a verdict that is not what lies there', () => {
    const final = { ...finalOf([row]), verdict: { yes: 2, no: 0, abstain: 0 } }
    expect(rulesOf([attempt()], final)).toContain('wrong-verdict')
    expect(rulesOf([attempt()], { ...finalOf([row]), papers: [] })).toContain('wrong-verdict')
  })

  test('nothing in any evening of a store that keeps its word, and every vote it drops', () => {
    const sending = fc.record({
      elector: fc.constantFrom('e1', 'e2', 'e3', 'e4'),
      key: fc.constantFrom('a', 'b'),
      choice: fc.constantFrom(...CHOICES),
      heard: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(sending), fc.nat(), (sendings, dropped) => {
        const rows = new Map<string, Final['rows'][number]>()
        const history = sendings.map(({ elector, key, choice, heard }): Attempt => {
          const before = rows.get(elector)
          const mine = { elector, choice, key: `${elector}${key}`, receipt: `R-${elector}` }
          // The first vote stands; the same key again is the same vote, whatever it says now.
          const stands = before ?? mine
          rows.set(elector, stands)
          const sent = { elector, key: mine.key, afterClose: false }
          if (before && before.key !== mine.key) {
            return { ...sent, choice, answer: { kind: 'refused', code: 'already-voted' } }
          }
          const answer = heard
            ? {
                kind: 'recorded' as const,
                receipt: stands.receipt,
                version: 1,
                repeated: before !== undefined,
              }
            : { kind: 'unknown' as const }
          return { ...sent, choice: stands.choice ?? choice, answer }
        })
        const kept = [...rows.values()]
        expect(checkHistory(history, finalOf(kept))).toEqual([])
        const told = kept.filter((each) =>
          history.some((one) => one.elector === each.elector && one.answer.kind === 'recorded'),
        )
        const lost = told[dropped % Math.max(1, told.length)]
        if (!lost) return
        const without = finalOf(kept.filter((each) => each !== lost))
        expect(rulesOf(history, without)).toContain('lost')
      }),
    )
  })
})
