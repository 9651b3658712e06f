import { describe, expect } from 'vitest'
import { recountFile, type RecountedFile } from '#app/domain/voting/recount-file.ts'
import { readBallotRecord } from '#app/domain/voting/ballot-record.ts'
import type { BallotId } from '#app/domain/shared/ids.ts'
import type { Choice } from '#app/domain/voting/ballot.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { ballotElectors, ballots, openVotes, secretTurnout } from '#db/schema/ballots.ts'
import { invitees, meetings } from '#db/schema/meetings.ts'
import { people } from '#db/schema/organisation.ts'
import { CHAIR, DECIDE, MEETING, openMeeting, seat } from '#tests/helpers/meeting-setting.ts'
import { test } from '#tests/helpers/test-database.ts'
import { castVote } from './cast-vote.server.ts'
import { checkRecordSignature } from './check-record-signature.server.ts'
import { getBallotRecord } from './get-ballot-record.server.ts'
import { writeSignedRecord } from './write-record.server.ts'

async function vote(services: Services, ballotId: BallotId, name: string, choice: Choice) {
  const cast = await castVote(services, seat(name), {
    meetingId: MEETING,
    ballotId,
    choice,
    key: `key-of-${name}`,
    origin: 'phone',
  })
  if (!cast.ok) throw new Error(cast.refusal.code)
  return cast.value.receipt
}

/** 4 yes, 1 no, and one of those present does not vote. */
async function closedBallot(services: Services, secrecy: 'open' | 'secret') {
  const room = await openMeeting(services, { residents: 4 })
  const ballotId = await room.openBallot(DECIDE, secrecy)
  const receipts = []
  for (const name of ['residents-1', 'residents-3', 'owners-1', 'property-1']) {
    receipts.push(await vote(services, ballotId, name, 'yes'))
  }
  receipts.push(await vote(services, ballotId, 'residents-2', 'no'))
  const close = () => room.must(CHAIR, { type: 'close-ballot', ballotId })
  return { room, ballotId, receipts, close }
}

async function fileOf(services: Services, ballotId: string): Promise<string | null> {
  const source = await getBallotRecord(services, ballotId)
  if (!source) return null
  const { chunks } = await writeSignedRecord(services.signing, source)
  let text = ''
  for await (const chunk of chunks) text += chunk
  return text
}

async function mustFile(services: Services, ballotId: string): Promise<string> {
  const text = await fileOf(services, ballotId)
  if (text === null) throw new Error('There is no record')
  return text
}

function recounted(text: string): RecountedFile {
  const file = recountFile(text)
  if (!file.ok) throw new Error(`${file.refusal.path}: ${file.refusal.problem}`)
  return file.value
}

const check = (services: Services, text: string) =>
  checkRecordSignature(services.signing.publicKey, recounted(text))

type Signed = {
  record: Record<string, unknown> & { votes: { elector: string; choice: string }[] }
  signature: Record<string, unknown>
}

describe('the record of a closed ballot', () => {
  test.for(['open', 'secret'] as const)(
    '[C1] (%s ballot) recounts to the verdict of the meeting and bears our signature',
    async (secrecy, { services }) => {
      const { ballotId, room, close, receipts } = await closedBallot(services, secrecy)
      await close()
      const text = await mustFile(services, ballotId)
      const { recount } = recounted(text)
      const { ballot } = await room.state()
      const log = await room.log()

      expect(recount.verdict).toEqual(ballot?.verdict)
      expect(recount).toMatchObject({
        claims: true,
        difference: null,
        secret: secrecy === 'secret',
      })
      expect(recount.verdict.counts.heads).toMatchObject({
        roll: '6',
        present: '6',
        yes: '4',
        no: '1',
        abstain: '0',
      })
      expect(recount.about).toMatchObject({
        compound: '蓝溪花园',
        number: 1,
        label: 'agreement',
        receipts: receipts.toSorted(),
        lines: 'electors',
        closedAt: services.now().toISOString(),
      })
      expect(recount.about.logHash).toBe(log.hash)
      expect(check(services, text)).toBe('good')
      expect(await mustFile(services, ballotId)).toBe(text)
    },
  )

  test('[C2] nobody in it can be found again: no seat, person, name, key or order of voting', async ({
    services,
    db,
  }) => {
    const { ballotId, close } = await closedBallot(services, 'open')
    await close()
    const text = await mustFile(services, ballotId)
    const everybody = await db.select().from(people)
    const seats = await db.select().from(invitees)
    const votes = await db.select().from(openVotes)
    const secrets = [
      ...everybody.flatMap(({ id, name, phone }) => [id, name, phone ?? name]),
      ...seats.map(({ id }) => id),
      ...votes.map(({ key }) => key),
      'residents',
      'property',
    ]
    expect(votes).toHaveLength(5)
    for (const secret of secrets) {
      // An id of two letters may stand in a hash by chance; as a word of its own it may not.
      expect(text).not.toMatch(new RegExp(`(?<![\\w-])${secret}(?![\\w-])`))
    }
    expect((JSON.parse(text) as Signed).record.votes).toEqual([
      { elector: 'e1', choice: 'yes' },
      { elector: 'e2', choice: 'yes' },
      { elector: 'e3', choice: 'yes' },
      { elector: 'e4', choice: 'yes' },
      { elector: 'e5', choice: 'no' },
    ])
  })

  test('[C2] it is the same whoever of them said no', async ({ services, db }) => {
    const { ballotId, close } = await closedBallot(services, 'open')
    await close()
    const before = recounted(await mustFile(services, ballotId)).canonical()
    // The same sums by other people, with the same receipts.
    const votes = await db.select().from(openVotes)
    const choices = votes.map(({ choice }) => choice).reverse()
    await db.delete(openVotes)
    await db
      .insert(openVotes)
      .values(votes.map((each, index) => ({ ...each, choice: choices[index] ?? 'no' })))
    expect(recounted(await mustFile(services, ballotId)).canonical()).toBe(before)
  })

  test('[C3] receipts are listed by the alphabet, beside nobody and no choice', async ({
    services,
  }) => {
    const { ballotId, close, receipts } = await closedBallot(services, 'secret')
    await close()
    const { record } = JSON.parse(await mustFile(services, ballotId)) as {
      record: { receipts: string[]; papers: unknown[]; turnout: string[] }
    }
    expect(record.receipts).toEqual([...receipts].sort())
    expect(record.turnout).toEqual(['e1', 'e2', 'e3', 'e4', 'e5'])
    expect(record.papers).toEqual([
      { choice: 'no' },
      ...Array.from({ length: 4 }, () => ({ choice: 'yes' })),
    ])
  })

  test('[C4] owners who weigh by area stand in it as sums, and count to the same', async ({
    services,
    db,
  }) => {
    const { ballotId, close } = await closedBallot(services, 'open')
    const areas = [8950n, 10347n, 12001n, 6600n, 7777n, 9999n]
    const roll = await db.select().from(ballotElectors)
    await db.delete(ballotElectors)
    await db
      .insert(ballotElectors)
      .values(roll.map((each, index) => ({ ...each, area: areas[index] ?? null })))
    const rule = {
      id: 'owners-general',
      measures: ['heads', 'area'] as const,
      quorum: {
        of: 'roll' as const,
        count: 'participating' as const,
        share: [2, 3] as const,
        strict: false,
      },
      pass: { of: 'participating' as const, share: [1, 2] as const, strict: true },
    }
    await db.update(ballots).set({ rule })
    await close()

    const text = await mustFile(services, ballotId)
    const { recount } = recounted(text)
    expect(recount).toMatchObject({ claims: true, difference: null })
    expect(recount.about.lines).toBe('sums')
    expect(recount.verdict.counts.area?.roll).toBe('556.74')
    const { roll: lines } = (JSON.parse(text) as { record: { roll: unknown[] } }).record
    expect(lines).toHaveLength(3)
    expect(lines).toContainEqual(expect.objectContaining({ elector: 'e1', heads: 4 }))
  })
})

describe('[C5] there is no record, and it looks as if there were no ballot', () => {
  test('while the ballot is open, after it was void, and of one that never was', async ({
    services,
  }) => {
    const { ballotId, close, room } = await closedBallot(services, 'open')
    expect(await fileOf(services, ballotId)).toBeNull()
    await close()
    expect(await fileOf(services, ballotId)).not.toBeNull()
    await room.must(CHAIR, { type: 'void-ballot', ballotId, reason: '投错了议题' })
    expect(await fileOf(services, ballotId)).toBeNull()
    expect(await fileOf(services, 'no-such-ballot')).toBeNull()
  })

  test('in a talk room', async ({ services, db }) => {
    const { ballotId, close } = await closedBallot(services, 'open')
    await close()
    await db.update(meetings).set({ room: 'talkroom' })
    expect(await fileOf(services, ballotId)).toBeNull()
  })

  test('of a secret ballot in which only four voted', async ({ services, db }) => {
    const room = await openMeeting(services, { residents: 4 })
    const ballotId = await room.openBallot(DECIDE, 'secret')
    for (const name of ['residents-1', 'residents-2', 'residents-3', 'owners-1']) {
      await vote(services, ballotId, name, 'yes')
    }
    await room.must(CHAIR, { type: 'close-ballot', ballotId })
    expect(await db.select().from(secretTurnout)).toHaveLength(4)
    expect(await fileOf(services, ballotId)).toBeNull()
  })
})

describe('[C6] whatever is changed in a signed file is found', () => {
  type Change = [what: string, (file: Signed) => unknown, signature: string, differs: boolean]
  const changes: Change[] = [
    ['a choice', ({ record }) => (record.votes[0]!.choice = 'no'), 'bad', true],
    [
      'the rule',
      ({ record }) => {
        const rule = record['rule'] as { pass: { share: number[] } }
        rule.pass.share = [1, 5]
      },
      'bad',
      true,
    ],
    [
      'the verdict',
      ({ record }) => ((record['verdict'] as { passed: boolean }).passed = false),
      'bad',
      true,
    ],
    ['the title', ({ record }) => (record['title'] = '同意别的'), 'bad', false],
    ['a receipt', ({ record }) => (record['receipts'] as string[]).pop(), 'bad', false],
    ['the signature itself', ({ signature }) => (signature['value'] = 'AAAA'), 'bad', false],
    [
      'whose signature',
      ({ signature }) => (signature['key'] = '0'.repeat(64)),
      'other-key',
      false,
    ],
    [
      'the signature, gone',
      (file) => delete (file as Partial<Signed>).signature,
      'unsigned',
      false,
    ],
    // Another record that is counted, with the signed one beside it.
    [
      'what is counted',
      (file) => Object.assign(file, { ...file.record, title: '另一份' }),
      'unsigned',
      false,
    ],
  ]
  test.for(changes)('%s', async ([, change, signature, differs], { services }) => {
    const { ballotId, close } = await closedBallot(services, 'open')
    await close()
    const file = JSON.parse(await mustFile(services, ballotId)) as Signed
    change(file)
    const text = JSON.stringify(file)
    expect(check(services, text)).toBe(signature)
    expect(recounted(text).recount.difference !== null).toBe(differs)
  })

  test('spaces and the order of keys are no change', async ({ services }) => {
    const { ballotId, close } = await closedBallot(services, 'open')
    await close()
    const { record, signature } = JSON.parse(await mustFile(services, ballotId)) as Signed
    const turned = Object.fromEntries(Object.entries(record).reverse())
    expect(check(services, JSON.stringify({ signature, record: turned }, null, 2))).toBe('good')
  })

  test('a count that was changed in the database no longer agrees with the verdict', async ({
    services,
    db,
  }) => {
    const { ballotId, close } = await closedBallot(services, 'open')
    await close()
    await db.update(openVotes).set({ choice: 'no' })
    const text = await mustFile(services, ballotId)
    expect(recounted(text).recount.difference).toMatchObject({ path: 'verdict.passed' })
    expect(readBallotRecord(text).ok).toBe(true)
  })
})
