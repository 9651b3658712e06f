import { REGISTER_REFUSAL_STATUS, type RegisterRefusalCode } from './refusal-code.ts'

/** How many rows of owners, units and who owns what are written, of how many. */
export type ImportProgress = { done: number; of: number }

/** What is said while a file is written into the register, a line each; the last says how it ended. */
export type ImportLine =
  ImportProgress | { ended: 'applied' } | { ended: 'refused'; code: RegisterRefusalCode }

/** A line as it came over the wire; null for one that is none. */
export function readImportLine(text: string): ImportLine | null {
  let line: unknown
  try {
    line = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof line !== 'object' || line === null) return null
  if ('ended' in line) {
    if (line.ended === 'applied') return { ended: 'applied' }
    return 'code' in line && isRefusal(line.code) ? { ended: 'refused', code: line.code } : null
  }
  const { done, of } = line as Partial<Record<'done' | 'of', unknown>>
  return typeof done === 'number' && typeof of === 'number' ? { done, of } : null
}

/** Whole percent, cut off: a hundred is said when everything is written and not before. */
export function percentDone({ done, of }: ImportProgress): number {
  return of <= 0 ? 100 : Math.floor((Math.min(done, of) * 100) / of)
}

function isRefusal(code: unknown): code is RegisterRefusalCode {
  return typeof code === 'string' && Object.hasOwn(REGISTER_REFUSAL_STATUS, code)
}
