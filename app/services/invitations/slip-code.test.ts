import { describe, expect, test } from 'vitest'
import { signLink } from './personal-link.server.ts'
import { slipCode, typedSlipCode } from './slip-code.server.ts'

const tokenOf = (seat: string, version = 1) => signLink('secret', 'seat', seat, version)

describe('the digits under a slip’s code', () => {
  test('[P4] are the same for the same link, and others for a new one or another server', () => {
    const code = slipCode('secret', tokenOf('seat-1'))
    expect(code).toMatch(/^\d{8}$/)
    expect(slipCode('secret', tokenOf('seat-1'))).toBe(code)
    expect(slipCode('secret', tokenOf('seat-1', 2))).not.toBe(code)
    expect(slipCode('other', tokenOf('seat-1'))).not.toBe(code)
    expect(slipCode('secret', tokenOf('seat-2'))).not.toBe(code)
  })

  test.each([
    ['0412 7730', '04127730'],
    ['０４１２７７３０', '04127730'],
    ['0412-7730', '04127730'],
    ['412730', null],
    ['041277301', null],
    ['https://a.test/i/x.1.y', null],
  ])('read %s as %s', (typed, code) => {
    expect(typedSlipCode(typed)).toBe(code)
  })
})
