import { expect, test } from 'vitest'
import { isInDoubt, isPassing } from '#db/database-errors.ts'
import { answeredWithin } from './answered-within.ts'

test('[L31] a statement that its driver lost is given up, as one that may have been done', async () => {
  const error: unknown = await answeredWithin(5, new Promise(() => {})).catch(
    (thrown: unknown) => thrown,
  )
  const { code } = error as { code: string }
  expect([isPassing(code), isInDoubt(code)]).toEqual([true, true])
})

test('what was answered, or refused, in time is passed on', async () => {
  await expect(answeredWithin(1000, Promise.resolve('answer'))).resolves.toBe('answer')
  const refused = Promise.reject(new Error('refused'))
  await expect(answeredWithin(1000, refused)).rejects.toThrow('refused')
})
