import { execFile } from 'node:child_process'
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson } from '#app/domain/shared/canonical-json.ts'
import { signedText } from '#app/domain/voting/record-signature.ts'

const run = promisify(execFile)
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recount-'))
})
afterAll(() => rm(folder, { recursive: true }))

const RECORD = {
  format: 'council730.ballot/1',
  title: '用维修资金修屋顶',
  rule: {
    id: 'owners-general',
    measures: ['heads', 'area'],
    quorum: { of: 'roll', count: 'participating', share: [2, 3], strict: false },
    pass: { of: 'participating', share: [1, 2], strict: true },
  },
  roll: ['a', 'b', 'c'].map((elector) => ({ elector, heads: 1, area: '70.00' })),
  votes: ['a', 'b'].map((elector) => ({ elector, choice: 'yes' })),
}

/** Runs the program as `npm run recount` does. */
async function recount(content: string | Uint8Array) {
  const file = join(folder, 'record.json')
  await writeFile(file, content)
  return program(file)
}

async function program(...files: string[]) {
  const args = ['--import', 'tsx', 'app/cli/recount.ts', ...files]
  try {
    return { code: 0, ...(await run(process.execPath, args)) }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, stdout, stderr }
  }
}

test('[V11] prints one JSON object with each test and both its sides', async () => {
  const { code, stdout, stderr } = await recount(JSON.stringify(RECORD))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout.trimEnd()).not.toContain('\n')
  expect(JSON.parse(stdout)).toEqual({
    quorumMet: true,
    passed: true,
    tests: [
      { test: 'quorum', measure: 'heads', met: true, have: '2', of: '3', share: '2/3' },
      {
        test: 'quorum',
        measure: 'area',
        met: true,
        have: '140.00',
        of: '210.00',
        share: '2/3',
      },
      { test: 'pass', measure: 'heads', met: true, have: '2', of: '2', share: '1/2' },
      {
        test: 'pass',
        measure: 'area',
        met: true,
        have: '140.00',
        of: '140.00',
        share: '1/2',
      },
    ],
  })
})

test('[V14] a claimed verdict that differs: the recount, one line, exit 1', async () => {
  const verdict = { quorumMet: true, passed: false }
  const { code, stdout, stderr } = await recount(JSON.stringify({ ...RECORD, verdict }))
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ passed: true })
  expect(stderr).toBe('verdict.passed: the record claims false, the recount gives true\n')
})

const TOO_DEEP = `${'[0]'.repeat(40)}: lists and objects in each other, deeper than any record\n`

test('[V14] a verdict that stands beside its record is a claim too, and the one inside goes before it', async () => {
  const beside = { record: RECORD, verdict: { passed: false } }
  expect(await recount(JSON.stringify(beside))).toMatchObject({ code: 1 })
  const inside = { ...beside, record: { ...RECORD, verdict: { passed: true } } }
  expect(await recount(JSON.stringify(inside))).toMatchObject({ code: 0, stderr: '' })
})

test.each<[why: string, content: string | Uint8Array, line: string]>([
  ['cut off', '{"format"', 'record, line 1, column 10: not JSON\n'],
  ['a page instead of a file', '<html>', 'record, line 1, column 1: not JSON\n'],
  [
    'a number that is none',
    JSON.stringify(RECORD, null, 1).replace('"heads": 1', '"heads": NaN'),
    'record, line 31, column 13: not JSON\n',
  ],
  [
    'a word that is quoted',
    '{"JSON at position 9": tru}',
    'record, line 1, column 27: not JSON\n',
  ],
  ['a list inside an envelope', '{"record": [1]}', 'record: not an object\n'],
  ['empty', '', 'record, line 1, column 1: not JSON\n'],
  ['a comma too many', '{\n  "format": "x",\n}', 'record, line 3, column 1: not JSON\n'],
  ['lists without end', '['.repeat(100) + ']'.repeat(100), TOO_DEEP],
  ['a number for a list', JSON.stringify({ ...RECORD, roll: 3 }), 'roll: not a list\n'],
  [
    'more heads than a number can say exactly',
    JSON.stringify({ ...RECORD, roll: [{ ...RECORD.roll[0], heads: 2 ** 53 }] }),
    'roll[0].heads: not a whole number from 0 up\n',
  ],
  [
    'an elector who is not on the roll',
    JSON.stringify({ ...RECORD, votes: [...RECORD.votes, { elector: 'x', choice: 'no' }] }),
    'votes[2].elector: not on the roll\n',
  ],
  [
    'a line break in a key cannot break the line',
    JSON.stringify({ ...RECORD, rule: { ...RECORD.rule, 'a\nb\u2028c': 1 } }),
    'rule.a b c: not part of a rule or question\n',
  ],
])('[V10] exit 2 and one line that says where: %s', async (_why, content, line) => {
  expect(await recount(content)).toEqual({ code: 2, stdout: '', stderr: line })
})

test('[V10] exit 2: bytes that are not UTF-8, no file there, no file named', async () => {
  const bytes = await recount(new Uint8Array([0x7b, 0x0a, 0x20, 0xff, 0x7d]))
  expect(bytes).toMatchObject({ code: 2, stdout: '' })
  expect(bytes.stderr).toMatch(/record\.json: line 2, column 2: not UTF-8\n$/)
  expect((await program(folder)).stderr).toMatch(/: a folder, not a file\n$/)
  const missing = await program(join(folder, 'none.json'))
  expect(missing).toMatchObject({ code: 2, stdout: '' })
  expect(missing.stderr).toMatch(/none\.json: no such file\n$/)
  expect(await program()).toMatchObject({ code: 2, stdout: '' })
})

test('[V10] exit 2: larger than any record, and than any text can be', async () => {
  const file = join(folder, 'large.json')
  await writeFile(file, '')
  await truncate(file, 600 * 1024 * 1024)
  const large = await program(file)
  expect(large).toMatchObject({ code: 2, stdout: '' })
  expect(large.stderr).toMatch(/large\.json: larger than any record\n$/)
})

/** The record, signed as a downloaded file is, and the files of two keys. */
async function signedFile() {
  const ours = generateKeyPairSync('ed25519')
  const theirs = generateKeyPairSync('ed25519')
  const der = ours.publicKey.export({ type: 'spki', format: 'der' })
  const digest = createHash('sha256').update(canonicalJson(RECORD)).digest('hex')
  const signature = {
    algorithm: 'Ed25519',
    key: createHash('sha256').update(der).digest('hex'),
    value: sign(null, Buffer.from(signedText(digest)), ours.privateKey).toString('base64'),
  }
  const keyFile = async (name: string, key: KeyObject) => {
    await writeFile(join(folder, name), key.export({ type: 'spki', format: 'pem' }))
    return join(folder, name)
  }
  return {
    text: JSON.stringify({ record: RECORD, signature }),
    ourKey: await keyFile('ours.pem', ours.publicKey),
    theirKey: await keyFile('theirs.pem', theirs.publicKey),
  }
}

test('[C6] with a key: a good signature is said, any other is exit 1', async () => {
  const { text, ourKey, theirKey } = await signedFile()
  const file = join(folder, 'signed.json')
  await writeFile(file, text)
  const good = await program(file, '--key', ourKey)
  expect(good).toMatchObject({ code: 0, stderr: '' })
  expect(JSON.parse(good.stdout)).toMatchObject({ passed: true, signature: 'good' })
  expect(await program('--key', theirKey, file)).toMatchObject({
    code: 1,
    stderr: 'signature: made with another key than the one given\n',
  })

  await writeFile(file, text.replace('用维修资金', '不用维修资金'))
  expect(await program(file, '--key', ourKey)).toMatchObject({
    code: 1,
    stderr: 'signature: does not fit this record: something in it was changed\n',
  })
  await writeFile(file, JSON.stringify(RECORD))
  expect(await program(file, '--key', ourKey)).toMatchObject({
    code: 1,
    stderr: 'signature: missing\n',
  })
})

test('[C6] a key that is none, or not named: exit 2 and nothing counted', async () => {
  const { text } = await signedFile()
  const file = join(folder, 'signed.json')
  await writeFile(file, text)
  expect(await program(file, '--key', file)).toMatchObject({ code: 2, stdout: '' })
  expect(await program(file, '--key')).toMatchObject({ code: 2, stdout: '' })
})
