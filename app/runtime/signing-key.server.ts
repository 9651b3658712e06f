import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  sign,
  type KeyObject,
} from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordSigner } from '#app/services/voting/write-record.server.ts'
import { SettingsError } from './env.server.ts'

/** What this deployment signs ballot records with, and what others check them by. */
export type SigningKey = RecordSigner & {
  /** SubjectPublicKeyInfo, PEM. */
  publicKey: string
}

/**
 * The key that was set (`SIGNING_KEY`, the PEM itself or the path of a file), else one made once
 * and kept in `dataDir`, readable by its owner alone.
 *
 * @throws SettingsError when what was set is no Ed25519 private key.
 */
export async function signingKey(
  given: string | undefined,
  dataDir: string,
): Promise<SigningKey> {
  if (given) return signingKeyOf(await pemOf(given), 'SIGNING_KEY')
  const file = join(dataDir, 'signing-key.pem')
  return signingKeyOf(await keptKey(file), file)
}

/** @param name - what to name when it is wrong. */
export function signingKeyOf(pem: string, name: string): SigningKey {
  const privateKey = readPrivateKey(pem)
  if (!privateKey) throw new SettingsError(`${name}: must be an Ed25519 private key in PEM`)
  const publicKey = createPublicKey(privateKey)
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    fingerprint: createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex'),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
  }
}

function readPrivateKey(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem)
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

async function pemOf(given: string): Promise<string> {
  // Many places where settings are kept cannot hold a line break.
  if (given.includes('-----BEGIN')) return given.replaceAll('\\n', '\n')
  try {
    return await readFile(given, 'utf8')
  } catch {
    throw new SettingsError('SIGNING_KEY: is neither a key in PEM nor a file that can be read')
  }
}

async function keptKey(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const made = generateKeyPairSync('ed25519').privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  })
  await mkdir(join(file, '..'), { recursive: true })
  // Two containers on one volume are both process 1.
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, made, { mode: 0o600 })
  try {
    // Appears whole or not at all, and never replaces the key of whoever was first.
    await link(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft)
  }
  return readFile(file, 'utf8')
}
