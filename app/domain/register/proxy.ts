import { parseLocalDate, type LocalDate } from '#app/domain/calendar/local-date.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { ProxyInstruction } from './register.ts'

/** A written proxy as staff copy it from its paper. */
export type WrittenProxy = {
  holderName: string
  holderPhone: string
  /** The day on the paper. */
  signedOn: string
  instructions: readonly ProxyInstruction[]
}

export type WrittenProxyRefusal = {
  code:
    | 'holder-missing'
    | 'holder-phone-malformed'
    | 'signed-on-malformed'
    | 'signed-in-future'
    | 'item-named-twice'
    | 'names-missing'
    | 'named-twice'
}

const PHONE = /^(?:1[3-9]\d{9}|0\d{9,11})$/

/** A proxy that can stand, its words in one spelling; or what is missing on it. */
export function checkProxy(
  { holderName, holderPhone, signedOn, instructions }: WrittenProxy,
  today: LocalDate,
): Result<WrittenProxy & { holderKey: string }, WrittenProxyRefusal> {
  const name = holderName.normalize('NFKC').replace(/\s+/g, '')
  const phone = holderPhone.normalize('NFKC').replace(/[^0-9]/g, '')
  if (name === '') return refuse({ code: 'holder-missing' })
  if (!PHONE.test(phone)) return refuse({ code: 'holder-phone-malformed' })
  if (parseLocalDate(signedOn) === null) return refuse({ code: 'signed-on-malformed' })
  if (signedOn > today) return refuse({ code: 'signed-in-future' })
  const said = instructions
    .map(({ item, choice, names = [] }): ProxyInstruction => {
      const said = names.map((name) => name.trim()).filter((name) => name !== '')
      return { item: item.trim(), choice, ...(choice === 'named' && { names: said }) }
    })
    .filter(({ item }) => item !== '')
  if (new Set(said.map(({ item }) => item)).size < said.length) {
    return refuse({ code: 'item-named-twice' })
  }
  for (const { names } of said) {
    if (names?.length === 0) return refuse({ code: 'names-missing' })
    if (names && new Set(names).size < names.length) return refuse({ code: 'named-twice' })
  }
  return ok({
    holderName: name,
    holderPhone: phone,
    // Whose proxies the cap counts. A telephone is one person's, however the name is written.
    holderKey: phone,
    signedOn,
    instructions: said,
  })
}
