export const SHORTEST_PASSWORD = 10

export type PasswordTrouble = 'password-too-short' | 'password-is-login' | 'password-common'

/** Long enough, and tried first by anybody who guesses. */
const COMMON: ReadonlySet<string> = new Set([
  '0123456789',
  '1234567890',
  '12345678910',
  '0987654321',
  '1q2w3e4r5t',
  'qwertyuiop',
  'password123',
  'password1234',
  'administrator',
  'woaini1314',
  'woaini520520',
])

/**
 * What is wrong with a new password, or null. Length is what counts; which kinds
 * of characters is not asked (NIST SP 800-63B, 5.1.1.2).
 */
export function passwordTrouble(password: string, login: string): PasswordTrouble | null {
  const letters = [...password]
  const typed = password.trim().toLowerCase()
  if (letters.length < SHORTEST_PASSWORD) return 'password-too-short'
  if (typed.includes(login.trim().toLowerCase()) && login.trim() !== '') {
    return 'password-is-login'
  }
  return COMMON.has(typed) || new Set(letters).size < 4 ? 'password-common' : null
}
