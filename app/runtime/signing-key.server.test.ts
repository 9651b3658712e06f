import { generateKeyPairSync, verify } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { signingKey } from './signing-key.server.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signing-key-'))
})
afterEach(() => rm(folder, { recursive: true }))

const pemOf = (key: ReturnType<typeof generateKeyPairSync>['privateKey']) =>
  key.export({ type: 'pkcs8', format: 'pem' }).toString()

test('[C8] is made once, for its owner’s eyes, and found again', async () => {
  const dataDir = join(folder, 'new')
  const made = await signingKey(undefined, dataDir)
  const found = await signingKey(undefined, dataDir)
  expect(found.fingerprint).toBe(made.fingerprint)
  expect(made.fingerprint).toMatch(/^[0-9a-f]{64}$/)
  expect((await stat(join(dataDir, 'signing-key.pem'))).mode & 0o777).toBe(0o600)
  expect(await readdir(dataDir)).toEqual(['signing-key.pem'])
  expect(
    verify(
      null,
      Buffer.from('一句话'),
      made.publicKey,
      Buffer.from(made.sign('一句话'), 'base64'),
    ),
  ).toBe(true)
})

test('[C8] two processes that start at once have the same key', async () => {
  const keys = await Promise.all([signingKey(undefined, folder), signingKey(undefined, folder)])
  expect(keys[0].fingerprint).toBe(keys[1].fingerprint)
})

test('[C8] is the one that was given: a file, the PEM, or the PEM in one line', async () => {
  const pem = pemOf(generateKeyPairSync('ed25519').privateKey)
  const file = join(folder, 'given.pem')
  await writeFile(file, pem)
  const given = [file, pem, pem.replaceAll('\n', '\\n')]
  const prints = await Promise.all(
    given.map(async (each) => (await signingKey(each, folder)).fingerprint),
  )
  expect(new Set(prints).size).toBe(1)
  expect(await readdir(folder)).toEqual(['given.pem'])
})

test.each([
  ['no such file', () => join(folder, 'none.pem')],
  ['no key', () => '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'],
  [
    'a key of another kind',
    () => pemOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
  ],
])('[C8] what was given is wrong (%s): the setting is named', async (_why, given) => {
  await expect(signingKey(given(), folder)).rejects.toThrow(/^SIGNING_KEY: /)
})
