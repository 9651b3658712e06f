import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BALLOT_CASES } from '#tests/golden/ballot-cases.ts'
import { inputsOf, nationalRule } from '#tests/golden/inputs-of-case.ts'
import { readBallotRecord, recountBallot } from './ballot-record.ts'
import { CHOICES } from './ballot.ts'
import { differenceFromClaim } from './claimed-verdict.ts'
import { parseVoteRule } from './read-rule.ts'
import { tallyBallot } from './tally.ts'
import { writeBallotRecord, type BallotRecordSource } from './write-ballot-record.ts'

const OWNERS = {
  format: 'council730.ballot/1',
  title: '使用维修资金',
  rule: nationalRule('owners-general'),
  roll: [
    { elector: 'a', heads: 1, area: '100.00' },
    { elector: 'b', heads: 1, area: '80.50' },
  ],
  votes: [
    { elector: 'a', choice: 'yes' },
    { elector: 'b', choice: 'yes' },
  ],
}

const COMMITTEE = {
  format: 'council730.ballot/1',
  title: '业委会表决',
  rule: nationalRule('owners-committee'),
  roll: ['a', 'b', 'c'].map((elector) => ({ elector, heads: 1 })),
  present: ['a', 'b'],
  votes: [{ elector: 'a', choice: 'yes' }],
}

const SECRET = {
  format: 'council730.ballot/1',
  title: '无记名',
  rule: nationalRule('unanimous-interested'),
  roll: ['a', 'b', 'c'].map((elector) => ({ elector, heads: 1 })),
  turnout: ['a', 'b'],
  papers: [{ choice: 'yes' }, { choice: 'no' }],
}

type Json = Record<string, unknown>
const without = (record: Json, key: string) => ({ ...record, [key]: undefined })
const rule = (change: Json) => ({ ...OWNERS, rule: { ...OWNERS.rule, ...change } })
const pass = (change: Json) => rule({ pass: { ...OWNERS.rule.pass, ...change } })
const firstOnRoll = (record: typeof OWNERS | typeof COMMITTEE | typeof SECRET, row: Json) => ({
  ...record,
  roll: [{ ...record.roll[0], ...row }, ...record.roll.slice(1)],
})
const votes = (...rows: unknown[]) => ({ ...OWNERS, votes: rows })

function refusalOf(text: string) {
  const reading = readBallotRecord(text)
  return reading.ok ? 'counted' : `${reading.refusal.path}: ${reading.refusal.problem}`
}

describe('[V10] a malformed record is refused with the place of the fault', () => {
  test.each<[fault: string, record: unknown]>([
    ['record: not-an-object', null],
    ['record: not-an-object', [OWNERS]],
    ['record: not-an-object', 'council730.ballot/1'],
    ['format: missing', {}],
    ['format: missing', without(OWNERS, 'format')],
    ['format: wrong-format', { ...OWNERS, format: 'council730.ballot/3' }],
    ['format: not-text', { ...OWNERS, format: 1 }],
    ['title: missing', without(OWNERS, 'title')],
    ['title: not-text', { ...OWNERS, title: ['x'] }],
    ['rule: missing', without(OWNERS, 'rule')],
    ['rule: not-an-object', { ...OWNERS, rule: 'owners-general' }],
    ['rule.id: missing', rule({ id: undefined })],
    ['rule.id: empty', rule({ id: '' })],
    ['rule.measures: missing', rule({ measures: undefined })],
    ['rule.measures: not-a-list', rule({ measures: 'heads' })],
    ['rule.measures: heads-not-weighed', rule({ measures: [] })],
    ['rule.measures: heads-not-weighed', rule({ measures: ['area'] })],
    ['rule.measures[1]: measure-twice', rule({ measures: ['heads', 'heads'] })],
    ['rule.measures[1]: not-a-measure', rule({ measures: ['heads', 'rooms'] })],
    ['rule.quorum: missing', rule({ quorum: undefined })],
    ['rule.quorum.of: missing', rule({ quorum: {} })],
    [
      'rule.quorum.count: not-a-base',
      rule({ quorum: { ...OWNERS.rule.quorum, count: 'invited' } }),
    ],
    ['rule.pass: missing', rule({ pass: undefined })],
    ['rule.pass.of: not-a-base', pass({ of: 'constructor' })],
    ['rule.pass.share: missing', pass({ share: undefined })],
    ['rule.pass.share: not-a-list', pass({ share: '1/2' })],
    ['rule.pass.share: not-a-share', pass({ share: [1] })],
    ['rule.pass.share: not-a-share', pass({ share: [1, 2, 3] })],
    ['rule.pass.share: not-a-share', pass({ share: [0.5, 1] })],
    ['rule.pass.share: not-a-share', pass({ share: ['1', '2'] })],
    ['rule.pass.share: share-out-of-range', pass({ share: [1, 0] })],
    ['rule.pass.share: share-out-of-range', pass({ share: [0, 2] })],
    ['rule.pass.share: share-out-of-range', pass({ share: [3, 2] })],
    ['rule.pass.share: share-out-of-range', pass({ share: [-1, -2] })],
    ['rule.pass: can-never-be-met', pass({ share: [2, 2], strict: true })],
    ['rule.pass.strict: missing', pass({ strict: undefined })],
    ['rule.pass.strict: not-a-flag', pass({ strict: 'false' })],
    ['rule.pass.abstain: unknown-key', pass({ abstain: 'no' })],
    ['rule.silence: unknown-key', rule({ silence: 'follow' })],
    ['roll: missing', without(OWNERS, 'roll')],
    ['roll: not-a-list', { ...OWNERS, roll: {} }],
    ['roll[0]: not-an-object', { ...OWNERS, roll: ['a'] }],
    ['roll[0].elector: missing', firstOnRoll(OWNERS, { elector: undefined })],
    ['roll[0].elector: not-text', firstOnRoll(OWNERS, { elector: 7 })],
    ['roll[0].elector: empty', firstOnRoll(OWNERS, { elector: '' })],
    ['roll[1].elector: listed-twice', firstOnRoll(OWNERS, { elector: 'b' })],
    ['roll[0].heads: missing', firstOnRoll(OWNERS, { heads: undefined })],
    ['roll[0].heads: not-a-whole-number', firstOnRoll(OWNERS, { heads: -1 })],
    ['roll[0].heads: not-a-whole-number', firstOnRoll(OWNERS, { heads: 1.5 })],
    ['roll[0].heads: not-a-whole-number', firstOnRoll(OWNERS, { heads: '1' })],
    ['roll[0].heads: not-a-whole-number', firstOnRoll(OWNERS, { heads: 2 ** 53 })],
    ['roll[0].heads: not-a-whole-number', firstOnRoll(OWNERS, { heads: null })],
    ['roll[0].heads: no-weight', firstOnRoll(OWNERS, { heads: 0, area: '0.00' })],
    ['roll[0].heads: no-weight', firstOnRoll(COMMITTEE, { heads: 0 })],
    ['roll[0].heads: secret-weight', firstOnRoll(SECRET, { heads: 2 })],
    ['roll[0].area: missing', firstOnRoll(OWNERS, { area: undefined })],
    ...[
      '100',
      '100.0',
      '100.000',
      '-1.00',
      '1e2',
      ' 1.00',
      '1,000.00',
      '０.00',
      '',
      '01.00',
    ].map((area): [string, unknown] => [
      'roll[0].area: not-an-area',
      firstOnRoll(OWNERS, { area }),
    ]),
    ['roll[0].area: not-an-area', firstOnRoll(OWNERS, { area: 100 })],
    ['roll[0].area: not-an-area', firstOnRoll(OWNERS, { area: null })],
    ['roll[0].area: not-an-area', firstOnRoll(OWNERS, { area: `1${'0'.repeat(99)}.00` })],
    ['roll[0].area: not-an-area', firstOnRoll(COMMITTEE, { area: 'large' })],
    ['present: missing', without(COMMITTEE, 'present')],
    ['present: not-a-list', { ...COMMITTEE, present: 2 }],
    ['present[0]: not-text', { ...COMMITTEE, present: [1] }],
    ['present[1]: not-on-roll', { ...COMMITTEE, present: ['a', 'x'] }],
    ['present[1]: listed-twice', { ...COMMITTEE, present: ['a', 'a'] }],
    ['present[0]: not-on-roll', { ...OWNERS, present: ['x'] }],
    ['votes: no-votes', without(OWNERS, 'votes')],
    ['votes: not-a-list', { ...OWNERS, votes: {} }],
    ['votes[0]: not-an-object', votes('a')],
    ['votes[0].elector: missing', votes({ choice: 'yes' })],
    ['votes[0].elector: not-on-roll', votes({ elector: 'x', choice: 'yes' })],
    ['votes[0].elector: not-on-roll', votes({ elector: '__proto__', choice: 'yes' })],
    [
      'votes[1].elector: listed-twice',
      votes({ elector: 'a', choice: 'yes' }, { elector: 'a', choice: 'no' }),
    ],
    ['votes[0].choice: missing', votes({ elector: 'a' })],
    ['votes[0].choice: not-a-choice', votes({ elector: 'a', choice: 'Yes' })],
    ['votes[0].choice: not-a-choice', votes({ elector: 'a', choice: null })],
    [
      'votes[0].elector: not-present',
      { ...COMMITTEE, votes: [{ elector: 'c', choice: 'yes' }] },
    ],
    ['votes: open-and-secret', { ...OWNERS, turnout: ['a'], papers: [{ choice: 'yes' }] }],
    ['rule.measures: secret-by-area', { ...SECRET, rule: OWNERS.rule }],
    ['turnout: missing', without(SECRET, 'turnout')],
    ['papers: missing', without(SECRET, 'papers')],
    ['turnout[1]: not-on-roll', { ...SECRET, turnout: ['a', 'x'] }],
    ['turnout[1]: listed-twice', { ...SECRET, turnout: ['a', 'a'] }],
    ['papers: papers-differ-from-turnout', { ...SECRET, papers: [{ choice: 'yes' }] }],
    ['papers: papers-differ-from-turnout', { ...SECRET, turnout: ['a'] }],
    ['papers[0].choice: not-a-choice', { ...SECRET, papers: [{ choice: 'blank' }] }],
    [
      'papers[0].elector: paper-names-elector',
      { ...SECRET, papers: [{ elector: 'a', choice: 'yes' }] },
    ],
    [
      'turnout[2]: not-present',
      { ...SECRET, rule: COMMITTEE.rule, present: ['a', 'b'], turnout: ['a', 'b', 'c'] },
    ],
  ])('%s', (fault, record) => {
    expect(refusalOf(JSON.stringify(record))).toBe(fault)
  })

  test.each(['', '{', 'null,', '{"format": "council730.ballot/1",}', '\u0000'])(
    'not JSON: %j',
    (text) => {
      expect(refusalOf(text)).toBe('record: not-json')
    },
  )

  test.each<[fault: string, from: string, to: string]>([
    ['votes: key-twice', '"votes":', '"votes":[],"votes":'],
    ['votes: key-twice', '"votes":', '"v\\u006ftes":[],"votes":'],
    ['votes[1].choice: key-twice', '"choice":"yes"}]', '"choice":"yes","choice":"no"}]'],
    ['rule.pass.share: key-twice', '"share":[1,2]', '"share":[1,2],"share":[1,3]'],
    ['counted', '使用', '\\"votes\\":{,[\\\\'],
  ])('what is said twice is refused: %s', (fault, from, to) => {
    const text = JSON.stringify(OWNERS)
    expect(text).toContain(from)
    expect(refusalOf(text.replace(from, () => to))).toBe(fault)
  })

  test.each(['[', '{"a":'])(
    'a record without a bottom is refused before it is walked: %s',
    (open) => {
      const deep = `${open.repeat(100_000)}1${(open === '[' ? ']' : '}').repeat(100_000)}`
      const text = JSON.stringify(OWNERS).replace('{', () => `{"verdict":${deep},`)
      expect(refusalOf(text)).toMatch(/^verdict.*: too-deep$/)
    },
  )

  test('a key named __proto__ cannot stand in for one that is missing', () => {
    const text = JSON.stringify(OWNERS).replace('"votes"', '"__proto__"')
    expect(refusalOf(text)).toBe('votes: no-votes')
  })
})

describe('[V11] a sound record is counted', () => {
  test.each<[why: string, record: unknown]>([
    ['as it is', OWNERS],
    ['in an envelope', { record: OWNERS, signature: 'x' }],
    ['with keys of a later day', { ...OWNERS, signature: 'x', closedAt: 1 }],
    ['measures the other way round', rule({ measures: ['area', 'heads'] })],
    ['a share not in its lowest terms', pass({ share: [50, 100] })],
    ['area alone counts for an owner of parking', firstOnRoll(OWNERS, { heads: 0 })],
    ['electors with odd names', votesOf(['__proto__', 'constructor', '王 "五"\n'])],
    ['an area that is not weighed', firstOnRoll(COMMITTEE, { area: '88.00' })],
    ['attendance that is not counted', { ...OWNERS, present: ['a'] }],
    ['an empty roll', { ...OWNERS, roll: [], votes: [] }],
    ['a secret ballot', SECRET],
    ['a secret ballot nobody came to', { ...SECRET, turnout: [], papers: [] }],
  ])('%s', (_why, record) => {
    expect(refusalOf(JSON.stringify(record))).toBe('counted')
  })

  test('with a byte order mark in front', () => {
    expect(refusalOf(`\uFEFF${JSON.stringify(OWNERS)}`)).toBe('counted')
  })

  test('papers are counted whoever came first', () => {
    const verdictOf = (record: unknown) => {
      const reading = readBallotRecord(JSON.stringify(record))
      return reading.ok ? recountBallot(reading.value) : null
    }
    expect(verdictOf(SECRET)?.counts.heads).toMatchObject({ roll: '3', yes: '1', no: '1' })
    expect(verdictOf({ ...SECRET, papers: [...SECRET.papers].reverse() })).toEqual(
      verdictOf(SECRET),
    )
  })
})

function votesOf(electors: string[]) {
  return {
    ...OWNERS,
    roll: electors.map((elector) => ({ elector, heads: 1, area: '1.00' })),
    votes: electors.map((elector) => ({ elector, choice: 'yes' })),
  }
}

test.each(BALLOT_CASES)('[V12] $id comes out the same from its record', (row) => {
  const inputs = inputsOf(nationalRule(row.profile), row.electors)
  const verdict = tallyBallot(inputs)
  const text = written({
    title: row.title,
    ...inputs,
    cast: { secret: false, votes: inputs.votes },
    verdict,
  })
  const reading = readBallotRecord(text)
  if (!reading.ok) throw new Error(JSON.stringify(reading.refusal))
  expect(recountBallot(reading.value)).toEqual(verdict)
  expect(differenceFromClaim(reading.value.claimed, verdict)).toBeNull()
})

test('[V13] the record of a secret ballot keeps nothing of the order it was cast in', () => {
  const secret = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 })).chain((turnout) =>
    fc.record({
      turnout: fc.constant(turnout),
      papers: fc.array(
        fc.record({ choice: fc.constantFrom(...CHOICES), receipt: fc.string() }),
        { minLength: turnout.length, maxLength: turnout.length },
      ),
    }),
  )
  fc.assert(
    fc.property(secret, ({ turnout, papers }) => {
      const source = {
        title: '',
        rule: nationalRule('unanimous-interested'),
        roll: turnout.map((elector) => ({ elector, heads: 1, area: null })),
      }
      const text = written({ ...source, cast: { secret: true, turnout, papers } })
      const shuffled = {
        secret: true as const,
        turnout: [...turnout].reverse(),
        papers: [...papers].reverse(),
      }
      expect(written({ ...source, cast: shuffled })).toBe(text)
      expect(refusalOf(text)).toBe('counted')
    }),
  )
})

function written(source: BallotRecordSource): string {
  return [...writeBallotRecord(source)].join('')
}

describe('[V14] a claimed verdict is compared with the recount', () => {
  const reading = readBallotRecord(JSON.stringify(OWNERS))
  if (!reading.ok) throw new Error(JSON.stringify(reading.refusal))
  const verdict = recountBallot(reading.value)

  test.each<[claimed: unknown, path: string | undefined]>([
    [undefined, undefined],
    [{ quorumMet: true, passed: true }, undefined],
    [verdict, undefined],
    [{ quorumMet: true, passed: false }, 'verdict.passed'],
    [{ quorumMet: 'true', passed: true }, 'verdict.quorumMet'],
    ['passed', 'verdict'],
    [{ ...verdict, tests: [] }, 'verdict.tests'],
    [
      { ...verdict, tests: verdict.tests.map((row) => ({ ...row, have: '1' })) },
      'verdict.tests[0].have',
    ],
    [
      { ...verdict, tests: verdict.tests.map((row) => ({ ...row, percent: '1.00' })) },
      'verdict.tests[0].percent',
    ],
    [{ tests: verdict.tests.map(({ need: _need, ...row }) => row) }, undefined],
    [{ ...verdict, failed: ['APPROVE_AREA'] }, 'verdict.failed'],
    [
      {
        ...verdict,
        counts: { ...verdict.counts, heads: { ...verdict.counts.heads, yes: '1' } },
      },
      'verdict.counts.heads.yes',
    ],
    [{ ...verdict, counts: { heads: { yes: '2' } } }, undefined],
    [{ ...verdict, counts: { heads: { maybe: '2' } } }, 'verdict.counts.heads.maybe'],
    [{ ...verdict, counts: { ...verdict.counts, rooms: {} } }, 'verdict.counts.rooms'],
    [{ passed: true, signedOff: 'by nobody' }, undefined],
  ])('%j', (claimed, path) => {
    expect(differenceFromClaim(claimed, verdict)?.path).toBe(path)
  })
})

test('[V10] a rule from a form is read as strictly as a rule from a record', () => {
  expect(parseVoteRule(OWNERS.rule)).toEqual({ ok: true, value: OWNERS.rule })
  expect(parseVoteRule({ ...OWNERS.rule, silence: 'follow' })).toEqual({
    ok: false,
    refusal: { code: 'vote-rule-malformed', path: 'rule.silence', problem: 'unknown-key' },
  })
})
