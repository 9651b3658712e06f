import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest'

/** React and our own code tell of mistakes here; a test that did not expect one has found one. */
let spy: MockInstance<typeof console.error>

beforeEach(() => {
  spy = vi.spyOn(console, 'error')
})

afterEach(() => {
  // A test that expects an error says so by replacing the spy's implementation and clearing it.
  const calls = spy.mock.calls.map((call) => call.map(String).join(' '))
  spy.mockRestore()
  expect(calls, 'console.error was called').toEqual([])
})
