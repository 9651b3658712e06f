import { describe, expect, test } from 'vitest'
import { isOwnPage } from './origin-guard.server.ts'

const HOST = 'council.example:3000'

describe('[H1] only our own pages may change anything or open a socket', () => {
  type Case = [why: string, origin: string | undefined, host: string | undefined, own: boolean]
  test.each<Case>([
    ['our page', 'http://council.example:3000', HOST, true],
    ['our page, written in capitals', 'HTTP://COUNCIL.EXAMPLE:3000', HOST, true],
    [
      'our host, written in capitals',
      'http://council.example:3000',
      'Council.Example:3000',
      true,
    ],
    ['the port the scheme implies', 'https://council.example', 'council.example:443', true],
    ['another site', 'http://evil.example', HOST, false],
    ['a sandboxed frame', 'null', HOST, false],
    ['an empty origin', '', HOST, false],
    ['another port', 'http://council.example:3001', HOST, false],
    ['no port', 'http://council.example', HOST, false],
    ['a subdomain', 'http://a.council.example:3000', HOST, false],
    ['the parent domain', 'http://example:3000', HOST, false],
    ['our name as a prefix', 'http://council.example.evil.example:3000', HOST, false],
    ['our name as a suffix', 'http://evilcouncil.example:3000', HOST, false],
    ['our name as a user', 'http://council.example:3000@evil.example', HOST, false],
    ['a look-alike letter', 'http://counсil.example:3000', HOST, false],
    ['a file', 'file://council.example:3000', HOST, false],
    ['an extension', 'chrome-extension://council.example:3000', HOST, false],
    ['no text of an address', 'council.example:3000', HOST, false],
    ['a host that is no host', 'http://evil.example', 'evil.example/council', false],
    ['no host', 'http://council.example:3000', undefined, false],
  ])('%s', (_why, origin, host, own) => {
    expect(isOwnPage({ origin, host, secFetchSite: undefined }, undefined)).toBe(own)
  })

  test.each<[why: string, secFetchSite: string | undefined, own: boolean]>([
    ['a browser that vouches for the page', 'same-origin', true],
    ['a sister site', 'same-site', false],
    ['another site', 'cross-site', false],
    ['typed into the address bar, which never posts', 'none', false],
    ['nothing at all', undefined, false],
  ])('without an origin: %s', (_why, secFetchSite, own) => {
    expect(isOwnPage({ origin: undefined, host: HOST, secFetchSite }, undefined)).toBe(own)
  })

  test('behind a proxy the public address counts, and the inner one does not', () => {
    const publicOrigin = 'https://yishi.example'
    const from = (origin: string) =>
      isOwnPage({ origin, host: '127.0.0.1:3000', secFetchSite: undefined }, publicOrigin)
    expect(from('https://yishi.example')).toBe(true)
    expect(from('http://yishi.example')).toBe(false)
    expect(from('http://127.0.0.1:3000')).toBe(false)
  })
})
