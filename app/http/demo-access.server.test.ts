import { describe, expect, test } from 'vitest'
import { createDemoGate, isLoopback } from './demo-access.server.ts'

const randomBytes = (size: number) => new Uint8Array(size).fill(7)
const here = {
  remoteAddress: '127.0.0.1',
  host: 'localhost:3000',
  forwarded: false,
  knowsCode: false,
}
const phone = { ...here, remoteAddress: '192.168.1.20', host: '192.168.1.5:3000' }

describe('[H2] the demo’s people are for whoever sits at this machine, and for whoever read the code there', () => {
  const local = createDemoGate({ enabled: true, listensOn: '127.0.0.1', randomBytes })
  const network = createDemoGate({ enabled: true, listensOn: '0.0.0.0', randomBytes })
  const off = createDemoGate({ enabled: false, listensOn: '127.0.0.1', randomBytes })

  test('at this machine they are open, and no code is made', () => {
    expect(local.accessFor(here)).toBe('open')
    expect(local.accessFor({ ...here, remoteAddress: '::1', host: '[::1]:3000' })).toBe('open')
    expect(local.code).toBeUndefined()
    expect(local.isCode('')).toBe(false)
  })

  test.each([
    ['through a proxy', { ...here, forwarded: true }],
    ['under another name that leads here', { ...here, host: 'evil.example:3000' }],
    ['without a name', { ...here, host: undefined }],
    ['from the network', phone],
    ['from the network, calling us localhost', { ...here, remoteAddress: '192.168.1.20' }],
    ['claiming to know a code that there is not', { ...phone, knowsCode: true }],
  ])('%s they are closed', (_why, visitor) => {
    expect(local.accessFor(visitor)).toBe('closed')
  })

  test('a phone in the room is asked for the code, and then let in', () => {
    expect(network.accessFor(phone)).toBe('code-needed')
    expect(network.accessFor({ ...phone, knowsCode: true })).toBe('open')
    expect(network.accessFor(here)).toBe('open')
    expect(network.code).toMatch(/^\d{6}$/)
    expect(network.isCode(` ${network.code} `)).toBe(true)
    expect(network.isCode('000000')).toBe(false)
    expect(network.isCode('')).toBe(false)
  })

  test('without the demo nobody gets in, from anywhere', () => {
    expect(off.accessFor({ ...here, knowsCode: true })).toBe('closed')
  })
})

test.each([
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['::1', true],
  ['[::1]', true],
  ['::ffff:127.0.0.1', true],
  ['LOCALHOST', true],
  ['0.0.0.0', false],
  ['127.0.0.1.evil.example', false],
  ['localhost.evil.example', false],
  ['192.168.1.5', false],
])('%s is this machine: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected)
})
