/** The value, or a stop: the demo's own story does not hold together. */
export function must<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`The demo has no ${what}`)
  return value
}
