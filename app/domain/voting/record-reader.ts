/** What can be wrong at a place in a ballot record. Words for these belong to whoever shows them. */
export type RecordProblem =
  | 'not-json'
  | 'not-an-object'
  | 'not-a-list'
  | 'not-text'
  | 'not-a-flag'
  | 'not-a-whole-number'
  | 'missing'
  | 'empty'
  | 'key-twice'
  | 'too-deep'
  | 'unknown-key'
  | 'wrong-format'
  | 'not-a-measure'
  | 'measure-twice'
  | 'heads-not-weighed'
  | 'not-a-base'
  | 'not-a-share'
  | 'share-out-of-range'
  | 'can-never-be-met'
  | 'not-an-area'
  | 'no-weight'
  | 'listed-twice'
  | 'not-on-roll'
  | 'not-present'
  | 'not-a-choice'
  | 'not-a-method'
  | 'not-a-question'
  | 'open-and-secret'
  | 'no-votes'
  | 'secret-by-area'
  | 'secret-weight'
  | 'options-by-area'
  | 'options-weight'
  | 'paper-names-elector'
  | 'papers-differ-from-turnout'

/** Thrown while reading a record and turned into a refusal before it leaves this folder. */
export class MalformedRecord extends Error {
  constructor(
    readonly path: string,
    readonly problem: RecordProblem,
  ) {
    super(`${path}: ${problem}`)
  }
}

export type JsonObject = { readonly [key: string]: unknown }

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Own keys only: a key such as `constructor` must be in the file to be read. */
export function has(object: JsonObject, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(object, key)
}

export function readObject(value: unknown, path: string): JsonObject {
  if (value === undefined) throw new MalformedRecord(path, 'missing')
  if (!isObject(value)) throw new MalformedRecord(path, 'not-an-object')
  return value
}

export function readList(value: unknown, path: string): readonly unknown[] {
  if (value === undefined) throw new MalformedRecord(path, 'missing')
  if (!Array.isArray(value)) throw new MalformedRecord(path, 'not-a-list')
  return value
}

export function readText(value: unknown, path: string): string {
  if (value === undefined) throw new MalformedRecord(path, 'missing')
  if (typeof value !== 'string') throw new MalformedRecord(path, 'not-text')
  if (value === '') throw new MalformedRecord(path, 'empty')
  return value
}

export function readFlag(value: unknown, path: string): boolean {
  if (value === undefined) throw new MalformedRecord(path, 'missing')
  if (typeof value !== 'boolean') throw new MalformedRecord(path, 'not-a-flag')
  return value
}

/** From zero up, and no larger than JSON carries exactly. */
export function readWhole(value: unknown, path: string): number {
  if (value === undefined) throw new MalformedRecord(path, 'missing')
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new MalformedRecord(path, 'not-a-whole-number')
  }
  return value
}

/** The value at an own key, or undefined. */
export function at(object: JsonObject, key: string): unknown {
  return has(object, key) ? object[key] : undefined
}
