import { expect, test } from 'vitest'
import { withoutSecrets } from './request-log.server.ts'

test.each([
  ['/meetings/7?q=%E6%9E%97', '/meetings/7'],
  ['/i/Zk3v9QpLx2mT8sWc4RbN7dYa', '/i/Zk3v…'],
  [
    '/matters/019a2b3c-0000-7000-8000-000000000001',
    '/matters/019a2b3c-0000-7000-8000-000000000001',
  ],
  ['/photos/019a2b3c.jpg', '/photos/019a2b3c.jpg'],
])('%s is logged as %s', (url, logged) => {
  expect(withoutSecrets(url)).toBe(logged)
})
