import { expect, test } from 'vitest'
import { layOutOpenBallot } from '#app/domain/voting/lay-out-record.ts'
import { recountFile } from '#app/domain/voting/recount-file.ts'
import { nationalRule } from '#tests/golden/inputs-of-case.ts'
import { writeSignedRecord } from './write-record.server.ts'

const SIGNING = { fingerprint: 'f'.repeat(64), sign: (text: string) => btoa(text) }

test('[C9] 100,000 electors come out in small pieces, and count to what was laid out', async () => {
  const rule = nationalRule('owners-committee')
  const group = (electors: number, choice: 'yes' | 'no' | null) => ({
    electors,
    heads: electors,
    area: null,
    present: choice !== null,
    choice,
  })
  const { lines, ...lists } = layOutOpenBallot(rule, [
    group(60_000, 'yes'),
    group(20_000, 'no'),
    group(20_000, null),
  ])
  const { chunks } = await writeSignedRecord(SIGNING, { title: '大表决', rule, ...lists })
  const pieces: string[] = []
  for await (const chunk of chunks) pieces.push(chunk)

  expect(lines).toBe('electors')
  expect(pieces.length).toBeGreaterThan(50)
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(65 * 1024)
  const file = recountFile(pieces.join(''))
  expect(file.ok && file.value.recount.verdict.counts.heads).toMatchObject({
    roll: '100000',
    present: '80000',
    yes: '60000',
    no: '20000',
  })
})
