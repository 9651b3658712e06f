import { expect, test } from 'vitest'
import { createLog } from './log.server.ts'

/** What one call writes, as text. */
function written(log: (logger: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  log(createLog('info', { write: (line) => void lines.push(line) }))
  return lines.join('')
}

test('who somebody is stays out of the log, also a level or two down', () => {
  const line = written((log) =>
    log.info(
      {
        name: '林秀英',
        seat: { phone: '13800000000' },
        a: { b: { code: '123456' } },
        id: 's-7',
      },
      'checked in',
    ),
  )
  expect(line).not.toMatch(/林秀英|13800000000|123456/)
  expect(line).toContain('s-7')
})

test('of an error that another wraps, such as a failed query, the code is logged', () => {
  const cause = Object.assign(new Error('Key (name)=(林秀英)'), { code: '23505' })
  const line = written((log) =>
    log.error({ err: new Error('Failed query: insert … 林秀英', { cause }) }, 'failed'),
  )
  expect(line).not.toContain('林秀英')
  expect(line).toContain('23505')
})

test('an error is logged by kind, code and place; its message can quote a row', () => {
  const error = Object.assign(new TypeError('Key (name)=(林秀英)\nalready exists'), {
    code: '23505',
    detail: '林秀英',
  })
  const line = written((log) => log.error({ err: error }, 'failed'))
  expect(line).not.toContain('林秀英')
  expect(line).not.toContain('already exists')
  expect(line).toContain('TypeError')
  expect(line).toContain('23505')
  expect(line).toContain('log.server.test.ts')
})
