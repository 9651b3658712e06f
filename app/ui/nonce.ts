import { createContext, useContext } from 'react'

/** The nonce that this answer's scripts carry. Empty in the browser, which hides it from scripts on purpose. */
export const NonceContext = createContext<string | undefined>(undefined)

export function useNonce(): string | undefined {
  return useContext(NonceContext)
}
