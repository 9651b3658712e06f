import { expect, test } from 'vitest'
import { createWaitingLine } from './waiting-line.ts'

test('[L34] of many who come at once so many are let in at a time, in the order they came', async () => {
  const inLine = createWaitingLine(2)
  let inside = 0
  let most = 0
  const order: number[] = []
  const come = (number: number) =>
    inLine(async () => {
      inside += 1
      most = Math.max(most, inside)
      order.push(number)
      await new Promise((resolve) => setImmediate(resolve))
      inside -= 1
      if (number === 3) throw new Error('fell')
      return number
    })
  const all = await Promise.allSettled(Array.from({ length: 10 }, (_, number) => come(number)))
  expect(most).toBe(2)
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  // Who fell left their place to the next.
  expect(all.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  expect(await come(11)).toBe(11)
})
