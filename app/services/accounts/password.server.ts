import { hash, verify } from '@node-rs/argon2'

/** argon2id with the memory and rounds OWASP names as the least for it. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A PHC string, to be kept instead of the password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

/**
 * Whether it is the password. Without a hash, because nobody has that login, it
 * takes as long and says no: the time must not tell which logins exist.
 */
export async function passwordMatches(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  const matches = await verify(passwordHash ?? NOBODYS, password)
  return passwordHash !== null && matches
}

/** Made with the cost above from bytes that were thrown away. */
const NOBODYS =
  '$argon2id$v=19$m=19456,t=2,p=1$uccDQ2oZjjcwxio7OzgHZw$5+lANN3pwc7Vo+7EPDiaeaYK57tX96zkGQezPGn646E'
