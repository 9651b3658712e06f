import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { createGroupedReads } from './grouped-reads.ts'

/** A table that changes, and reads of it that end when they are told to. */
function aTable({ apartMs = 0 } = {}) {
  const rows = new Map<string, number>()
  const reads: { keys: readonly string[]; end: (error?: Error) => void }[] = []
  const ask = createGroupedReads<string, number>(
    (keys) => {
      const seen = new Map(rows)
      return new Promise((resolve, reject) => {
        reads.push({
          keys,
          end: (error) => {
            if (error) reject(error)
            else resolve(new Map([...seen].filter(([key]) => keys.includes(key))))
          },
        })
      })
    },
    { apartMs },
  )
  return { rows, reads, ask }
}

/** With no time between reads the next begins by the next timer, which is a millisecond later at most. */
const turn = () => wait(3)

test('[L38] those who come while one read is under way share the next, each key once', async () => {
  const { rows, reads, ask } = aTable()
  rows.set('a', 1).set('b', 2)
  const first = ask('a')
  const later = [ask('a'), ask('b'), ask('b'), ask('nobody')]
  expect(reads.map(({ keys }) => keys)).toEqual([['a']])
  reads[0]?.end()
  expect(await first).toBe(1)
  await turn()
  expect(reads[1]?.keys).toEqual(['a', 'b', 'nobody'])
  reads[1]?.end()
  expect(await Promise.all(later)).toEqual([1, 2, 2, null])
})

test('[L38] who asks is never answered by a read that began before', async () => {
  const { rows, reads, ask } = aTable()
  rows.set('a', 1)
  const before = ask('a')
  rows.set('a', 2)
  const after = ask('a')
  reads[0]?.end()
  await turn()
  reads[1]?.end()
  expect([await before, await after]).toEqual([1, 2])
})

test('[L38] a read that fails fails those it was for, and nobody after them', async () => {
  const { rows, reads, ask } = aTable()
  rows.set('a', 1)
  const unlucky = ask('a')
  const lucky = ask('a')
  reads[0]?.end(new Error('away'))
  await expect(unlucky).rejects.toThrow('away')
  await turn()
  reads[1]?.end()
  expect(await lucky).toBe(1)
  const again = ask('a')
  await turn()
  reads[2]?.end()
  expect(await again).toBe(1)
})

test('[L38] whatever is asked in whatever order, each hears at least what held when it asked', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.constant('end'), fc.constant('write'), fc.constantFrom('a', 'b')), {
        maxLength: 40,
      }),
      async (steps) => {
        const { rows, reads, ask } = aTable()
        const asked: { atLeast: number; answered: Promise<number | null> }[] = []
        let ended = 0
        for (const step of steps) {
          if (step === 'write') {
            for (const key of ['a', 'b']) rows.set(key, (rows.get(key) ?? 0) + 1)
          } else if (step === 'end') {
            if (reads.length > ended) reads[ended++]?.end()
            await turn()
          } else asked.push({ atLeast: rows.get(step) ?? 0, answered: ask(step) })
        }
        while (reads.length > ended) {
          reads[ended++]?.end()
          await turn()
        }
        for (const { atLeast, answered } of asked) {
          expect((await answered) ?? 0).toBeGreaterThanOrEqual(atLeast)
        }
      },
    ),
  )
})

test('[L38] while several ask at once reads begin apart, and who comes alone is read at once', async () => {
  const { reads, ask } = aTable({ apartMs: 60_000 })
  const endNext = async (index: number) => {
    reads[index]?.end()
    await turn()
  }
  void ask('a')
  await endNext(0)
  void ask('b')
  expect(reads).toHaveLength(2)
  void ask('c')
  void ask('d')
  await endNext(1)
  // Two had asked while one was read: whoever comes now waits until a minute has passed.
  expect(reads[2]?.keys).toEqual(['c', 'd'])
  void ask('e')
  await endNext(2)
  expect(reads).toHaveLength(3)
})
