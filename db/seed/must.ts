/** The value, or a stop: the demo's own story does not hold together. */
export function must<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`The demo has no ${what}`)
  return value
}

/** What a use-case came to, or a stop: it refused the demo's own story. */
export function held<Value>(
  result: { ok: true; value: Value } | { ok: false; refusal: { code: string } },
): Value {
  if (!result.ok) throw new Error(`The demo was refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}
