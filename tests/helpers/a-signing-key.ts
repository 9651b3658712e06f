import { generateKeyPairSync } from 'node:crypto'

/** A key of ballot records as several processes need to have it in common: Ed25519, PEM. */
export function aSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}
