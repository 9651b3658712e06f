import { setTimeout } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import en from '#app/i18n/locales/en/owners-votes.json' with { type: 'json' }
import zh from '#app/i18n/locales/zh-CN/owners-votes.json' with { type: 'json' }
import type { ContactWay } from '#app/domain/owners-vote/elector-contact.ts'
import type { ProxyInstruction } from '#app/domain/register/register.ts'
import { numbered } from '#app/domain/voting/ballot-question.ts'
import { recountFile } from '#app/domain/voting/recount-file.ts'
import { writeBallotRecord } from '#app/domain/voting/write-ballot-record.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { getBallotRecord } from '#app/services/voting/get-ballot-record.server.ts'
import { writeSignedRecord } from '#app/services/voting/write-record.server.ts'
import { designateVoter } from '#app/services/register/designate-voter.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { openVotes } from '#db/schema/ballots.ts'
import { ownersVotes, paperEntries, voteAttempts } from '#db/schema/owners-votes.ts'
import { proxies, rollElectors, rolls } from '#db/schema/register.ts'
import { LIN, WU, XU } from '#tests/helpers/matter-setting.ts'
import {
  announceOwnersVote,
  electorNumber,
  freezeRoll,
  mustStep,
  openOwnersVote,
  RAISE_FUND,
  ROLL,
} from '#tests/helpers/owners-vote-setting.ts'
import { aTelephonePhoto } from '#tests/helpers/telephone-photo.ts'
import { describeEachDatabase } from '#tests/helpers/test-database.ts'
import { castOwnersVote } from './cast-owners-vote.server.ts'
import { getElectorBallot } from './get-elector-ballot.server.ts'
import { getOwnersVote } from './get-owners-vote.server.ts'
import { getPaper } from './get-paper.server.ts'
import { getPublicVote } from './get-public-vote.server.ts'
import { importOfficialResult } from './import-official-result.server.ts'
import { listSilentElectors } from './list-electors.server.ts'
import { answerObjection, objectToResult } from './object-to-result.server.ts'
import { prepareOwnersVote } from './prepare-owners-vote.server.ts'
import { printPapers } from './print-papers.server.ts'
import { readPaper } from './read-paper.server.ts'
import { recordContact } from './record-contact.server.ts'
import { questionsOfRoll } from './proxies-for-vote.server.ts'
import { stepOwnersVote } from './step-owners-vote.server.ts'

/** A third of the desk, who has read no paper. */
const CHEN = { ...LIN, accountId: 'account-chen', personId: 'chen', name: '陈志强' }

const AFTER = '2026-12-21T01:00:00Z'

async function linkOf({ db }: Services, voteId: string, number: number) {
  const [row] = await db.select().from(ownersVotes).where(eq(ownersVotes.id, voteId))
  return { code: row?.code ?? '', electorId: electorNumber(number), version: 1 }
}

async function phone(
  services: Services,
  voteId: string,
  number: number,
  mark: string,
  key?: string,
) {
  return castOwnersVote(services, await linkOf(services, voteId, number), {
    mark,
    key: key ?? `key-of-elector-${number}`,
  })
}

async function byPaper(
  services: Services,
  voteId: string,
  number: number,
  marks: [string, string],
) {
  const photo = await aTelephonePhoto(400, 300)
  const paper = { voteId, electorId: electorNumber(number), reason: null }
  await readPaper(services, LIN, { ...paper, mark: marks[0], photo })
  return readPaper(services, XU, { ...paper, mark: marks[1], photo: null })
}

async function contact(
  services: Services,
  voteId: string,
  numbers: readonly number[],
  done: { kind: 'served' | 'reminded'; way?: ContactWay; doneOn?: string },
) {
  return recordContact(services, XU, {
    ...{ voteId, electorIds: numbers.map(electorNumber) },
    ...{ way: 'handed', doneOn: null, ...done },
  })
}

const flat = { area: 8000n }
const electors = (count: number) => Array.from({ length: count }, () => flat)

describeEachDatabase('an owners’ vote', (test) => {
  test('[W1] fails by heads alone: phone, paper and proxy, then a record anybody recounts', async ({
    services,
    db,
    clock,
  }) => {
    // One giant owner and eleven flats: the giant's yes carries the area, not the heads.
    await freezeRoll(services, [{ area: 400_000n }, ...electors(11)])
    const voteId = await openOwnersVote(services, clock)
    for (const number of [1, 2, 3]) {
      expect(await phone(services, voteId, number, 'yes')).toMatchObject({ ok: true })
    }
    for (const number of [4, 5]) await phone(services, voteId, number, 'no')
    await printPapers(services, XU, { voteId, page: 1 })
    expect(await byPaper(services, voteId, 6, ['yes', 'yes'])).toMatchObject({
      ok: true,
      value: { at: 'settled', outcome: 'counted' },
    })
    await db.insert(proxies).values({
      id: 'proxy-1',
      communityId: 'riverside',
      rollId: ROLL,
      electorId: '0007',
      holderName: '李四',
      holderPhone: '13800000000',
      holderKey: '李四 13800000000',
      instructions: [{ item: RAISE_FUND.title, choice: 'no' }],
      signedOn: '2026-12-01',
      recordedBy: '林雅芳',
      recordedAt: services.now(),
    })
    await phone(services, voteId, 8, 'abstain')
    clock.set(AFTER)
    await mustStep(services, voteId, { type: 'close' })
    await mustStep(services, voteId, { type: 'tally', papersOut: 5 })
    expect((await getPublicVote(db, voteId))?.result).toBeNull()
    await mustStep(services, voteId, { type: 'publish' })

    const published = await getPublicVote(db, voteId)
    expect(published?.label).toBe('opinion-survey')
    expect(published?.result?.verdict).toMatchObject({
      quorumMet: true,
      passed: false,
      failed: ['APPROVE_HEADS'],
    })
    expect(published?.result?.figures).toMatchObject([
      { measure: 'heads', all: '12', participating: '8', yes: '4', no: '3', abstain: '1' },
      { measure: 'area', all: '4880.00', participating: '4560.00', yes: '4240.00' },
    ])
    const source = await getBallotRecord(services, published?.result?.ballotId ?? '')
    if (!source) throw new Error('There is no record')
    const { chunks } = await writeSignedRecord(services.signing, source)
    let text = ''
    for await (const chunk of chunks) text += chunk
    const recounted = recountFile(text)
    expect(recounted).toMatchObject({
      ok: true,
      value: {
        recount: {
          difference: null,
          about: { room: 'owners-vote', label: 'opinion-survey', lines: 'sums' },
        },
      },
    })
    const recount = recounted.ok ? recounted.value.recount : null
    expect(recount?.verdict).toEqual(published?.result?.verdict)
    expect(recount?.about.receipts).toHaveLength(8)
    expect(text).not.toMatch(/王|0001|owner-/)
  })

  test('[W24] by heads alone who owns a parking space that counts by area alone is one head', async ({
    services,
    db,
    clock,
  }) => {
    await freezeRoll(services, electors(6), { parking: 'area_only' })
    await db.update(rolls).set({ scope: 'building', totalHeads: 5 })
    await db.update(rollElectors).set({ heads: 0 }).where(eq(rollElectors.electorId, '0006'))
    const voteId = await openOwnersVote(services, clock, { topicType: 'dwelling-to-business' })
    for (const number of [1, 2, 3, 4, 5]) await phone(services, voteId, number, 'yes')
    await phone(services, voteId, 6, 'no')
    clock.set(AFTER)
    await mustStep(services, voteId, { type: 'close' })
    await mustStep(services, voteId, { type: 'tally' })
    await mustStep(services, voteId, { type: 'publish' })

    const published = await getPublicVote(db, voteId)
    expect(published?.roll?.heads).toBe(6)
    expect(published?.result?.verdict).toMatchObject({
      passed: false,
      failed: ['APPROVE_HEADS'],
      counts: { heads: { roll: '6', yes: '5', no: '1' } },
    })
    const source = await getBallotRecord(services, published?.result?.ballotId ?? '')
    if (!source) throw new Error('There is no record')
    const recounted = recountFile([...writeBallotRecord(source)].join(''))
    expect(recounted).toMatchObject({ value: { recount: { difference: null } } })
  })

  test('[W2] one elector has one vote, whatever its origin, and the second is explained', async ({
    services,
    db,
    clock,
  }) => {
    await freezeRoll(services, electors(5))
    const voteId = await openOwnersVote(services, clock)
    await printPapers(services, XU, { voteId, page: 1 })
    await phone(services, voteId, 1, 'yes')
    expect(await phone(services, voteId, 1, 'yes')).toMatchObject({ value: { repeated: true } })
    expect(await phone(services, voteId, 1, 'no', 'another-key')).toMatchObject({
      refusal: { code: 'already-voted', standing: { choice: 'yes' } },
    })
    expect(await byPaper(services, voteId, 1, ['no', 'no'])).toMatchObject({
      value: { outcome: 'already-voted' },
    })
    expect(await db.select().from(openVotes)).toMatchObject([
      { choice: 'yes', origin: 'phone' },
    ])
    expect(await db.select().from(voteAttempts)).toMatchObject([
      { origin: 'phone', outcome: 'already-voted' },
      { origin: 'paper', outcome: 'already-voted' },
    ])
  })

  test('[W3] two people read a paper apart, and what they read differently a third settles with a reason', async ({
    services,
    db,
    clock,
  }) => {
    await freezeRoll(services, electors(5))
    const voteId = await openOwnersVote(services, clock)
    expect(await printPapers(services, XU, { voteId, page: 1 })).toMatchObject({
      value: { electors: [{ doors: ['5幢1单元0001'] }, {}, {}, {}, {}] },
    })
    const paper = { voteId, electorId: '0002', reason: null }
    expect(await readPaper(services, LIN, { ...paper, mark: 'yes', photo: null })).toEqual({
      ok: false,
      refusal: { code: 'photo-missing' },
    })
    const photo = await aTelephonePhoto(400, 300)
    expect(await readPaper(services, LIN, { ...paper, mark: 'yes', photo })).toMatchObject({
      value: { at: 'read-once' },
    })
    expect(await readPaper(services, LIN, { ...paper, mark: 'yes', photo: null })).toEqual({
      ok: false,
      refusal: { code: 'read-already' },
    })
    const seen = await getOwnersVote(services, XU, voteId)
    expect(JSON.stringify(seen?.papers)).not.toContain('yes')
    expect(await readPaper(services, XU, { ...paper, mark: 'no', photo: null })).toMatchObject({
      value: { at: 'differs' },
    })
    clock.set(AFTER)
    await mustStep(services, voteId, { type: 'close' })
    expect(
      await stepOwnersVote(services, LIN, { voteId, command: { type: 'tally' } }),
    ).toMatchObject({ refusal: { code: 'papers-open', count: 1 } })
    const settling = { ...paper, mark: 'no', reason: '第二个框是划掉的', photo: null }
    await db.insert(accounts).values({
      ...{ id: CHEN.accountId, personId: 'chen', login: 'chen', passwordHash: '-' },
      ...{ role: 'cadre', scopeId: 'riverside' },
    })
    for (const reader of [LIN, XU]) {
      expect(await readPaper(services, reader, settling)).toEqual({
        ok: false,
        refusal: { code: 'settler-read-it' },
      })
      expect(await getPaper(db, reader, paper)).toMatchObject({
        differs: true,
        maySettle: false,
      })
    }
    expect(await readPaper(services, { ...CHEN, role: 'recorder' }, settling)).toEqual({
      ok: false,
      refusal: { code: 'may-not-settle' },
    })
    expect(await getPaper(db, CHEN, paper)).toMatchObject({ maySettle: true })
    expect(await readPaper(services, CHEN, settling)).toMatchObject({
      value: { at: 'settled', outcome: 'counted' },
    })
    expect(await db.select().from(paperEntries).where(eq(paperEntries.slot, 3))).toMatchObject([
      { enteredBy: 'chen', reason: '第二个框是划掉的' },
    ])
    expect(await mustStep(services, voteId, { type: 'tally', papersOut: 4 })).toBe('tallied')
  })

  test('[W15] where nobody else can settle it a reader does, while somebody who is not of the staff looks on', async ({
    services,
    db,
    clock,
  }) => {
    await freezeRoll(services, electors(5))
    const voteId = await openOwnersVote(services, clock)
    await printPapers(services, XU, { voteId, page: 1 })
    await db.insert(accounts).values(
      (['lin', 'xu'] as const).map((personId) => ({
        ...{ id: `account-${personId}`, personId, login: personId, passwordHash: '-' },
        ...{ role: personId === 'lin' ? ('cadre' as const) : ('recorder' as const) },
        scopeId: 'riverside',
      })),
    )
    expect(await byPaper(services, voteId, 2, ['yes', 'no'])).toMatchObject({
      value: { at: 'differs' },
    })
    const paper = { voteId, electorId: '0002' }
    expect(await getPaper(db, LIN, paper)).toMatchObject({ needsOverseer: true })
    const settle = (overseer: string | null, viewer = LIN) =>
      readPaper(services, viewer, {
        ...{ ...paper, mark: 'no', reason: '划掉了一个框', overseer, photo: null },
      })
    expect(await settle('王秀英', { ...XU, role: 'recorder' })).toMatchObject({
      refusal: { code: 'may-not-settle' },
    })
    expect(await settle(null)).toMatchObject({ refusal: { code: 'overseer-missing' } })
    expect(await settle('许晓燕')).toMatchObject({ refusal: { code: 'overseer-is-staff' } })
    expect(await settle('王秀英')).toMatchObject({ value: { outcome: 'counted' } })
    expect(await db.select().from(paperEntries).where(eq(paperEntries.slot, 3))).toMatchObject([
      { enteredBy: 'lin', overseer: '王秀英' },
    ])
  })

  test('[W16] papers that have not come back are said before the count, and how many is published', async ({
    services,
    db,
    clock,
  }) => {
    await freezeRoll(services, electors(5))
    const voteId = await openOwnersVote(services, clock)
    await printPapers(services, XU, { voteId, page: 1 })
    await byPaper(services, voteId, 1, ['yes', 'yes'])
    await phone(services, voteId, 2, 'no')
    clock.set(AFTER)
    await mustStep(services, voteId, { type: 'close' })
    expect(await getOwnersVote(services, LIN, voteId)).toMatchObject({ papersOut: 3 })
    const tally = (papersOut: number) =>
      stepOwnersVote(services, LIN, { voteId, command: { type: 'tally', papersOut } })
    expect(await tally(0)).toMatchObject({ refusal: { code: 'papers-out', count: 3 } })
    // Somebody finds one after the page was opened: what was accepted is no longer so.
    await byPaper(services, voteId, 3, ['yes', 'yes'])
    expect(await tally(3)).toMatchObject({ refusal: { code: 'papers-out', count: 2 } })
    expect(await tally(2)).toEqual({ ok: true, value: 'tallied' })
    expect(await getPublicVote(db, voteId)).toMatchObject({ papersOut: null })
    await mustStep(services, voteId, { type: 'publish' })
    expect(await getPublicVote(db, voteId)).toMatchObject({ papersOut: 2 })
  })

  test('[W5] a ward’s guardian is named after the roll was frozen, and their vote counts', async ({
    services,
    clock,
  }) => {
    await freezeRoll(services, [
      { ...flat, voter: { as: 'agent-missing', ownerId: 'owner-0001' }, kind: 'ward' },
      flat,
    ])
    const voteId = await openOwnersVote(services, clock)
    const link = await linkOf(services, voteId, 1)
    expect(await phone(services, voteId, 1, 'yes')).toMatchObject({
      refusal: { code: 'nobody-designated' },
    })
    expect((await getElectorBallot(services, link))?.elector.held).toBe(true)
    const name = (agentName: string) =>
      designateVoter(services, LIN, {
        ...{ rollId: ROLL, electorId: '0001', ownerId: 'owner-0001', agentName },
      })
    expect(await name(' ')).toMatchObject({ refusal: { code: 'agent-missing' } })
    expect(await name('王母')).toEqual({ ok: true, value: null })
    expect((await getElectorBallot(services, link))?.elector.held).toBe(false)
    expect(await phone(services, voteId, 1, 'yes')).toMatchObject({ ok: true })
  })

  test('[W13] what is printed after an extension says the new day and the old one', async ({
    services,
    clock,
  }) => {
    await freezeRoll(services, electors(3))
    const voteId = await openOwnersVote(services, clock)
    const extend = { type: 'extend', closesOn: '2026-12-30', reason: '参与不够' } as const
    await mustStep(services, voteId, extend)
    expect(await printPapers(services, XU, { voteId, page: 1 })).toMatchObject({
      value: { vote: { closesOn: '2026-12-30', extensions: [{ from: '2026-12-20' }] } },
    })
    expect(await getElectorBallot(services, await linkOf(services, voteId, 1))).toMatchObject({
      closesOn: '2026-12-30',
      extensions: [{ from: '2026-12-20' }],
    })
  })

  test('[W17] an elector’s page tells what they chose until the close, and from then on nobody', async ({
    services,
    clock,
  }) => {
    await freezeRoll(services, electors(3))
    const voteId = await openOwnersVote(services, clock)
    await phone(services, voteId, 1, 'yes')
    const link = await linkOf(services, voteId, 1)
    const before = await getElectorBallot(services, link)
    expect(before?.vote).toMatchObject({ choice: 'yes' })
    clock.set('2026-12-20T16:00:00Z')
    expect((await getElectorBallot(services, link))?.vote).toEqual({
      ...before?.vote,
      choice: null,
    })
  })

  test.for([
    ['unsigned', 'not-participating', 0],
    ['two-marks', 'not-participating', 0],
    ['blank', 'counted', 1],
  ] as const)(
    '[W4] a spoiled paper (%s) is %s',
    async ([mark, outcome, votes], { services, db, clock }) => {
      await freezeRoll(services, electors(3))
      const voteId = await openOwnersVote(services, clock)
      await printPapers(services, XU, { voteId, page: 1 })
      expect(await byPaper(services, voteId, 1, [mark, mark])).toMatchObject({
        value: { outcome },
      })
      expect(await db.select().from(openVotes)).toHaveLength(votes)
    },
  )

  test('[W3] a paper is found by its number, however it is written, also of who voted by phone', async ({
    services,
    clock,
  }) => {
    await freezeRoll(services, electors(12))
    const voteId = await openOwnersVote(services, clock)
    await printPapers(services, XU, { voteId, page: 1 })
    await phone(services, voteId, 12, 'yes')
    const found = async (sought: string | null) => {
      const vote = await getOwnersVote(services, LIN, voteId, sought)
      return vote?.papers.listed.map(({ electorId }) => electorId)
    }
    expect(await found(null)).toHaveLength(11)
    expect(await found('2')).toEqual(['0002'])
    expect(await found('0012')).toEqual(['0012'])
    expect(await found('K7Q2M-0003 ')).toEqual(['0003'])
    expect(await found('13')).toEqual([])
  })

  test('[W4] two boxes abstain, and paper comes first, where the owners’ rules say so', async ({
    services,
    db,
    clock,
  }) => {
    await freezeRoll(services, electors(3), {
      invalidMark: 'abstain',
      duplicateBallot: 'paper-first',
    })
    const voteId = await openOwnersVote(services, clock)
    await printPapers(services, XU, { voteId, page: 1 })
    await phone(services, voteId, 1, 'yes')
    expect(await byPaper(services, voteId, 1, ['two-marks', 'two-marks'])).toMatchObject({
      value: { outcome: 'replaced' },
    })
    expect(await db.select().from(openVotes)).toMatchObject([
      { choice: 'abstain', origin: 'paper' },
    ])
  })

  test.for(['first-stands', 'paper-first', 'last-before-close'] as const)(
    '[W4] the printed paper says which of two counts: %s',
    async (duplicateBallot, { services, clock }) => {
      await freezeRoll(services, electors(2), { duplicateBallot })
      const voteId = await openOwnersVote(services, clock)
      expect(await printPapers(services, XU, { voteId, page: 1 })).toMatchObject({
        value: { vote: { duplicateBallot } },
      })
      for (const words of [zh.sheet.once, en.sheet.once]) {
        expect(words[duplicateBallot]).toBeTruthy()
        expect(new Set(Object.values(words)).size).toBe(3)
      }
    },
  )

  const FOLLOW = { silence: 'follow-majority', silenceBasis: '《议事规则》第十五条' } as const

  test('[W19] who was served and said nothing goes with the majority, and the result says so', async ({
    services,
    db,
    clock,
  }) => {
    // Twelve flats: 7 vote (6 yes), 4 were served and say nothing, 1 only had it put up at the door.
    await freezeRoll(services, electors(12), FOLLOW)
    const voteId = await openOwnersVote(services, clock)
    const served = { kind: 'served', doneOn: '2026-12-12' } as const
    expect(await contact(services, voteId, [8, 9, 10, 11], served)).toMatchObject({
      value: { recorded: 4, passedOver: 0 },
    })
    await contact(services, voteId, [12], { ...served, way: 'posted' })
    for (const number of [1, 2, 3, 4, 5, 6]) await phone(services, voteId, number, 'yes')
    await phone(services, voteId, 7, 'no')
    expect(await getElectorBallot(services, await linkOf(services, voteId, 8))).toMatchObject({
      silenceBasis: FOLLOW.silenceBasis,
    })
    expect(await printPapers(services, XU, { voteId, page: 1 })).toMatchObject({
      value: { vote: { silenceBasis: FOLLOW.silenceBasis } },
    })
    clock.set(AFTER)
    await mustStep(services, voteId, { type: 'close' })
    await mustStep(services, voteId, { type: 'tally', papersOut: 5 })
    await mustStep(services, voteId, { type: 'publish' })

    const published = await getPublicVote(db, voteId)
    expect(published).toMatchObject({
      silenceBasis: FOLLOW.silenceBasis,
      silent: {
        ...{ choice: 'yes', electors: 4, heads: 4, area: '320.00' },
        ...{ basis: FOLLOW.silenceBasis, without: { quorumMet: false, passed: false } },
      },
      result: { verdict: { quorumMet: true, passed: true } },
    })
    expect(published?.result?.figures[0]).toMatchObject({
      ...{ all: '12', participating: '11', yes: '10', no: '1' },
    })
    const source = await getBallotRecord(services, published?.result?.ballotId ?? '')
    expect(published?.receipts.listed).toHaveLength(7)
    expect([...(source?.receipts ?? [])]).toEqual(published?.receipts.listed)
    expect(source?.about?.vote?.silent).toEqual({
      ...{ electors: 4, heads: 4, area: '320.00', basis: FOLLOW.silenceBasis },
    })
  })

  test('[W19] nobody’s silence counts where heads and area lean differently', async ({
    services,
    db,
    clock,
  }) => {
    await freezeRoll(services, [{ area: 400_000n }, ...electors(5)], FOLLOW)
    const voteId = await openOwnersVote(services, clock)
    await contact(services, voteId, [5, 6], { kind: 'served', doneOn: '2026-12-12' })
    await phone(services, voteId, 1, 'no')
    for (const number of [2, 3, 4]) await phone(services, voteId, number, 'yes')
    clock.set(AFTER)
    await mustStep(services, voteId, { type: 'close' })
    await mustStep(services, voteId, { type: 'tally' })
    expect(await db.select().from(openVotes)).toHaveLength(4)
    expect(await db.select().from(ownersVotes)).toMatchObject([
      { silent: { choice: null, electors: 0 } },
    ])
  })

  test.for([
    ['who was served four days before the last', { doneOn: '2026-12-16' }, {}, {}],
    ['whom a notice in the compound had to reach', { way: 'posted' }, {}, {}],
    ['who has not said which co-owner votes', {}, { voter: { as: 'undesignated' } }, {}],
    ['where the rules say nothing of silence', {}, {}, { silence: 'ignore' }],
    ['where no text says so', {}, {}, { silenceBasis: null }],
  ] as const)(
    '[W19] silent and not counted: %s',
    async ([_why, done, elector, policy], { services, db, clock }) => {
      await freezeRoll(services, [flat, flat, flat, { ...flat, ...elector }], {
        ...FOLLOW,
        ...policy,
      })
      const voteId = await openOwnersVote(services, clock)
      for (const number of [1, 2, 3]) await phone(services, voteId, number, 'yes')
      clock.set(AFTER)
      await contact(services, voteId, [4], { kind: 'served', doneOn: '2026-12-12', ...done })
      await mustStep(services, voteId, { type: 'close' })
      await mustStep(services, voteId, { type: 'tally' })
      expect(await db.select().from(openVotes)).toHaveLength(3)
    },
  )

  test('[W19] whose paper came in and was not valid has not been silent', async ({
    services,
    db,
    clock,
  }) => {
    await freezeRoll(services, electors(4), FOLLOW)
    const voteId = await openOwnersVote(services, clock)
    await contact(services, voteId, [4], { kind: 'served', doneOn: '2026-12-12' })
    await printPapers(services, XU, { voteId, page: 1 })
    for (const number of [1, 2, 3]) await phone(services, voteId, number, 'yes')
    await byPaper(services, voteId, 4, ['two-marks', 'two-marks'])
    clock.set(AFTER)
    await mustStep(services, voteId, { type: 'close' })
    await mustStep(services, voteId, { type: 'tally' })
    expect(await db.select().from(openVotes)).toHaveLength(3)
  })

  test('[W20] those who have not voted are reminded, and nobody who voted after the list was opened', async ({
    services,
    db,
    clock,
  }) => {
    await freezeRoll(services, electors(5))
    const voteId = await openOwnersVote(services, clock)
    await phone(services, voteId, 1, 'yes')
    const list = (page = 1, building: string | null = null) =>
      listSilentElectors(db, XU, { voteId, page, perPage: 3, building })
    const opened = await list()
    expect(opened).toMatchObject({ total: 4, buildings: ['5幢'] })
    expect(await list(1, '6幢')).toMatchObject({ total: 0, electors: [] })
    expect(await list(2, '5幢')).toMatchObject({ electors: [{ electorId: '0005' }] })

    await phone(services, voteId, 2, 'no')
    expect(await contact(services, voteId, [1, 2, 3], { kind: 'reminded' })).toEqual({
      ok: true,
      value: { recorded: 1, passedOver: 2 },
    })
    const at = services.now()
    expect((await list())?.electors).toMatchObject([
      {
        electorId: '0003',
        names: ['王0003'],
        contact: { served: null, reminded: { times: 1, last: at } },
      },
      { electorId: '0004', contact: { reminded: null } },
      { electorId: '0005' },
    ])
    await contact(services, voteId, [3], { kind: 'reminded', way: 'message' })
    expect((await list())?.electors[0]?.contact.reminded?.times).toBe(2)
  })

  test('[W20] that somebody was served is written down once, until the count; reminders end with the voting', async ({
    services,
    clock,
  }) => {
    await freezeRoll(services, electors(3))
    const voteId = await openOwnersVote(services, clock)
    const served = { kind: 'served', doneOn: '2026-12-12' } as const
    expect(await contact(services, voteId, [1, 1, 9], served)).toMatchObject({
      value: { recorded: 1, passedOver: 1 },
    })
    expect(await contact(services, voteId, [1], { ...served, way: 'post' })).toMatchObject({
      value: { recorded: 0, passedOver: 1 },
    })
    for (const doneOn of ['2027-01-01', '2026-02-30', null]) {
      expect(
        await contact(services, voteId, [2], { kind: 'served', ...(doneOn && { doneOn }) }),
      ).toMatchObject({ refusal: { code: 'bad-date' } })
    }
    expect(await contact(services, voteId, [], served)).toMatchObject({
      refusal: { code: 'nobody-chosen' },
    })
    const wu = { voteId, electorIds: ['0001'], way: 'handed', doneOn: null } as const
    expect(await recordContact(services, WU, { ...wu, kind: 'reminded' })).toMatchObject({
      refusal: { code: 'no-such-vote' },
    })
    clock.set(AFTER)
    await mustStep(services, voteId, { type: 'close' })
    expect(await contact(services, voteId, [2], served)).toMatchObject({ ok: true })
    expect(await contact(services, voteId, [2], { kind: 'reminded' })).toMatchObject({
      refusal: { code: 'not-reaching-electors' },
    })
    await mustStep(services, voteId, { type: 'tally' })
    expect(await contact(services, voteId, [3], served)).toMatchObject({
      refusal: { code: 'not-reaching-electors' },
    })
  })

  test('[W21] where the authority’s system alone takes electronic votes, papers count and phones do not', async ({
    services,
    clock,
  }) => {
    await freezeRoll(services, electors(3), { electronicChannel: 'official' })
    const voteId = await openOwnersVote(services, clock)
    expect(await phone(services, voteId, 1, 'yes')).toMatchObject({
      refusal: { code: 'channel-official' },
    })
    expect(await getElectorBallot(services, await linkOf(services, voteId, 1))).toMatchObject({
      byPhone: false,
    })
    expect(await printPapers(services, XU, { voteId, page: 1 })).toMatchObject({
      value: { vote: { byPhone: false } },
    })
    expect(await byPaper(services, voteId, 1, ['yes', 'yes'])).toMatchObject({
      value: { outcome: 'counted' },
    })
  })

  test('[W21] where this system alone does, no other result is taken over', async ({
    services,
  }) => {
    await freezeRoll(services, electors(3), { electronicChannel: 'app' })
    const voteId = await announceOwnersVote(services)
    const none = { heads: '0', area: '0' }
    expect(
      await importOfficialResult(services, LIN, {
        ...{ voteId, system: '平台', reference: '1', evidence: null },
        sums: { yes: none, no: none, abstain: none },
      }),
    ).toMatchObject({ refusal: { code: 'channel-own' } })
    expect(await getOwnersVote(services, LIN, voteId)).toMatchObject({ mayTakeOver: false })
  })

  test('[W5] co-owners who have not said who votes are heard and not counted', async ({
    services,
    db,
    clock,
  }) => {
    await freezeRoll(services, [{ ...flat, voter: { as: 'undesignated' } }, flat])
    const voteId = await openOwnersVote(services, clock)
    expect(await phone(services, voteId, 1, 'yes')).toMatchObject({
      refusal: { code: 'nobody-designated' },
    })
    expect(await db.select().from(voteAttempts)).toMatchObject([{ outcome: 'held' }])
  })

  test('[W6] whoever votes has taken back their proxy', async ({ services, db, clock }) => {
    await freezeRoll(services, electors(3))
    const voteId = await openOwnersVote(services, clock)
    await db.insert(proxies).values({
      id: 'proxy-1',
      communityId: 'riverside',
      rollId: ROLL,
      electorId: '0001',
      holderName: '李四',
      holderPhone: '13800000000',
      holderKey: '李四 13800000000',
      instructions: [{ item: RAISE_FUND.title, choice: 'no' }],
      signedOn: '2026-12-01',
      recordedBy: '林雅芳',
      recordedAt: services.now(),
    })
    await phone(services, voteId, 1, 'yes')
    expect(await db.select().from(proxies)).toMatchObject([{ ended: 'appeared' }])
    clock.set(AFTER)
    await mustStep(services, voteId, { type: 'close' })
    await mustStep(services, voteId, { type: 'tally' })
    expect(await db.select().from(openVotes)).toMatchObject([
      { choice: 'yes', origin: 'phone' },
    ])
  })

  test('[W5, W6] one co-owner’s proxy waits like their ballot until they say who votes', async ({
    services,
    db,
    clock,
  }) => {
    await freezeRoll(services, [{ ...flat, voter: { as: 'undesignated' } }, flat, flat])
    const voteId = await openOwnersVote(services, clock)
    const given = (number: number, signedOn: string) => ({
      ...{ id: `proxy-${number}`, communityId: 'riverside', rollId: ROLL },
      ...{ electorId: electorNumber(number), holderName: '李四', holderPhone: '13800000000' },
      ...{ holderKey: '13800000000', recordedBy: '林雅芳', recordedAt: services.now() },
      ...{ signedOn, instructions: [{ item: RAISE_FUND.title, choice: 'yes' as const }] },
    })
    await db
      .insert(proxies)
      // The last of them was signed when the vote was over.
      .values([given(1, '2026-12-01'), given(2, '2026-12-20'), given(3, '2026-12-21')])
    const proxiesAtDesk = async () => (await getOwnersVote(services, LIN, voteId))?.proxies
    expect(await proxiesAtDesk()).toEqual({ answered: 1, unanswered: 1 })
    clock.set(AFTER)
    await mustStep(services, voteId, { type: 'close' })
    await mustStep(services, voteId, { type: 'tally' })
    expect(await db.select().from(openVotes)).toMatchObject([
      { electorId: '0002', choice: 'yes', origin: 'proxy' },
    ])
  })

  test('[W6] a proxy that speaks of another question says nothing of this one', async ({
    services,
    db,
    clock,
  }) => {
    await freezeRoll(services, electors(3))
    const voteId = await openOwnersVote(services, clock)
    await db.insert(proxies).values({
      id: 'proxy-1',
      communityId: 'riverside',
      rollId: ROLL,
      electorId: '0001',
      holderName: '李四',
      holderPhone: '13800000000',
      holderKey: '李四 13800000000',
      instructions: [{ item: '选聘物业服务企业', choice: 'yes' }],
      signedOn: '2026-12-01',
      recordedBy: '林雅芳',
      recordedAt: services.now(),
    })
    // The desk is told before the count, so that a slip of the pen is not found after it.
    expect(await getOwnersVote(services, LIN, voteId)).toMatchObject({
      proxies: { answered: 0, unanswered: 1 },
    })
    expect(await questionsOfRoll(db, ROLL)).toMatchObject([{ title: RAISE_FUND.title }])
    clock.set(AFTER)
    await mustStep(services, voteId, { type: 'close' })
    await mustStep(services, voteId, { type: 'tally' })
    expect(await db.select().from(openVotes)).toEqual([])
  })

  test('[W6, G6] in an election a proxy speaks for whom it names, and one that fits no ballot for nobody', async ({
    services,
    db,
    clock,
  }) => {
    await freezeRoll(services, electors(4))
    const voteId = await openOwnersVote(services, clock, {
      title: '选举业主委员会',
      topicType: 'owners-committee-election',
      question: {
        method: { kind: 'seats', seats: 2 },
        options: numbered(['陈志强', '李明', '张芳']),
      },
    })
    const given = (number: number, instruction: Omit<ProxyInstruction, 'item'>) => ({
      ...{ id: `proxy-${number}`, communityId: 'riverside', rollId: ROLL },
      ...{ electorId: electorNumber(number), holderName: '李四', holderPhone: '13800000000' },
      ...{ holderKey: '13800000000', signedOn: '2026-12-01', recordedBy: '林雅芳' },
      ...{
        recordedAt: services.now(),
        instructions: [{ item: '选举业主委员会', ...instruction }],
      },
    })
    await db
      .insert(proxies)
      .values([
        given(1, { choice: 'named', names: ['张芳', '陈志强'] }),
        given(2, { choice: 'yes' }),
        given(3, { choice: 'named', names: ['王秀英'] }),
        given(4, { choice: 'abstain' }),
      ])
    expect(await getOwnersVote(services, LIN, voteId)).toMatchObject({
      proxies: { answered: 2, unanswered: 2 },
    })
    clock.set(AFTER)
    await mustStep(services, voteId, { type: 'close' })
    await mustStep(services, voteId, { type: 'tally' })
    const cast = await db.select().from(openVotes).orderBy(openVotes.electorId)
    expect(cast).toMatchObject([
      { electorId: '0001', choice: '1,3', origin: 'proxy' },
      { electorId: '0004', choice: 'abstain', origin: 'proxy' },
    ])
    await mustStep(services, voteId, { type: 'publish' })
    expect((await getOwnersVote(services, LIN, voteId))?.verdict?.counts.heads).toMatchObject({
      participating: '2',
    })
  })

  test('[C3] a receipt is looked for among all that were counted, however it is written', async ({
    services,
    db,
    clock,
  }) => {
    await freezeRoll(services, electors(4))
    const voteId = await openOwnersVote(services, clock)
    const cast = await phone(services, voteId, 1, 'yes')
    if (!cast.ok) throw new Error(cast.refusal.code)
    for (const number of [2, 3, 4]) await phone(services, voteId, number, 'no')
    const { receipt } = cast.value
    expect((await getPublicVote(db, voteId, receipt))?.receipts).toEqual({
      ...{ listed: [], total: 0, sought: null },
    })
    clock.set(AFTER)
    await mustStep(services, voteId, { type: 'close' })
    await mustStep(services, voteId, { type: 'tally' })
    await mustStep(services, voteId, { type: 'publish' })
    const look = async (text: string) =>
      (await getPublicVote(db, voteId, text))?.receipts.sought
    expect(await look(` ${receipt.toLowerCase().replace('-', '')} `)).toEqual({
      ...{ receipt, votes: 1 },
    })
    expect(await look('ZZZZ-ZZ')).toEqual({ receipt: 'ZZZZ-ZZ', votes: 0 })
    // Two can be alike: there are a thousand million.
    await db.update(openVotes).set({ receipt }).where(eq(openVotes.electorId, '0002'))
    expect(await look(receipt)).toEqual({ receipt, votes: 2 })
    expect((await getPublicVote(db, voteId))?.receipts).toMatchObject({
      total: 4,
      sought: null,
    })
  })

  test('[W7] nothing of the result is seen before it is published, by anybody', async ({
    services,
    clock,
  }) => {
    await freezeRoll(services, electors(4))
    const voteId = await openOwnersVote(services, clock)
    await phone(services, voteId, 1, 'yes')
    const desk = await getOwnersVote(services, LIN, voteId)
    expect(desk).toMatchObject({
      verdict: null,
      turnout: { electors: 1, heads: 1, area: '80.00', byOrigin: { phone: 1 } },
    })
    expect(await getBallotRecord(services, desk?.ballotId ?? '')).toBeNull()
    const link = await linkOf(services, voteId, 2)
    expect(await getElectorBallot(services, link)).toMatchObject({ vote: null, state: 'open' })
    expect(await getOwnersVote(services, WU, voteId)).toBeNull()

    clock.set(AFTER)
    await mustStep(services, voteId, { type: 'close' })
    await mustStep(services, voteId, { type: 'tally' })
    const counted = { state: 'tallied', verdict: null, silent: null }
    expect(await getOwnersVote(services, LIN, voteId)).toMatchObject(counted)
    // Nor is it once the vote was declared void instead.
    await mustStep(services, voteId, { type: 'void', reason: '送达不足' })
    expect(await getOwnersVote(services, LIN, voteId)).toMatchObject({ verdict: null })
  })

  test('[R7] what the desk wrote of a vote is covered, and who of the staff wrote it is not said', async ({
    services,
    clock,
  }) => {
    await freezeRoll(services, electors(4))
    const voteId = await openOwnersVote(services, clock)
    const words = '许晓燕 13900001111 说 3幢2单元501 没收到'
    await mustStep(services, voteId, { type: 'extend', closesOn: '2026-12-30', reason: words })
    await mustStep(services, voteId, { type: 'void', reason: words })
    const told = [
      await getPublicVote(services.db, voteId),
      await getElectorBallot(services, await linkOf(services, voteId, 1)),
    ]
    for (const each of told) {
      expect(each?.extensions).toHaveLength(1)
      expect(each?.voidReason).toContain('139****1111')
      expect(JSON.stringify(each)).not.toMatch(/许晓燕|林雅芳|13900001111|501/)
    }
  })

  test('[W8] the link of another version, of another vote, or after the last day opens nothing', async ({
    services,
    clock,
  }) => {
    await freezeRoll(services, electors(2))
    const voteId = await openOwnersVote(services, clock)
    const link = await linkOf(services, voteId, 1)
    const vote = { mark: 'yes', key: 'key-of-nobody' }
    expect(await castOwnersVote(services, { ...link, version: 2 }, vote)).toMatchObject({
      refusal: { code: 'no-such-vote' },
    })
    expect(await castOwnersVote(services, { ...link, electorId: '0999' }, vote)).toMatchObject({
      refusal: { code: 'not-on-roll' },
    })
    // Nobody has pressed close yet; the last day is over all the same.
    clock.set('2026-12-20T16:00:00Z')
    expect(await castOwnersVote(services, link, vote)).toMatchObject({
      refusal: { code: 'ballot-closed' },
    })
  })

  test('[W9] a result is final after its days, once every objection is answered', async ({
    services,
    clock,
  }) => {
    await freezeRoll(services, electors(3))
    const voteId = await openOwnersVote(services, clock)
    clock.set(AFTER)
    for (const type of ['close', 'tally', 'publish'] as const) {
      await mustStep(services, voteId, { type })
    }
    const objection = { voteId, name: '王先生', contact: '', words: '我家没收到票' }
    expect(await objectToResult(services, objection)).toMatchObject({ ok: true })
    const finish = () => stepOwnersVote(services, LIN, { voteId, command: { type: 'finish' } })
    expect(await finish()).toMatchObject({ refusal: { code: 'objection-window-open' } })
    clock.set('2027-01-06T01:00:00Z')
    expect(await finish()).toMatchObject({
      refusal: { code: 'objections-unanswered', count: 1 },
    })
    expect(await objectToResult(services, objection)).toMatchObject({
      refusal: { code: 'window-over' },
    })
    const [open] = (await getOwnersVote(services, LIN, voteId))?.objections ?? []
    await answerObjection(services, LIN, {
      voteId,
      objectionId: open?.id ?? '',
      answer: '已核对送达记录',
    })
    expect(await finish()).toEqual({ ok: true, value: 'final' })
  })

  test('[W9] an objection that is on its way while the result is made void is refused', async ({
    services,
    db,
    clock,
  }) => {
    await freezeRoll(services, electors(3))
    const voteId = await openOwnersVote(services, clock)
    clock.set(AFTER)
    for (const type of ['close', 'tally', 'publish'] as const) {
      await mustStep(services, voteId, { type })
    }
    const objection = { voteId, name: '王先生', contact: '', words: '我家没收到票' }
    let onItsWay: ReturnType<typeof objectToResult> | undefined
    await db.transaction(async (tx) => {
      await tx.select().from(ownersVotes).where(eq(ownersVotes.id, voteId)).for('update')
      onItsWay = objectToResult(services, objection)
      await setTimeout(50)
      await tx
        .update(ownersVotes)
        .set({ state: 'void', voidReason: '程序有误' })
        .where(eq(ownersVotes.id, voteId))
    })
    expect(await onItsWay).toMatchObject({ refusal: { code: 'window-over' } })
  })

  test('[W10] void with a reason: no record, no vote comes in any more, and it may be held again', async ({
    services,
    db,
    clock,
  }) => {
    await freezeRoll(services, electors(2))
    const voteId = await openOwnersVote(services, clock)
    expect(
      await stepOwnersVote(services, LIN, { voteId, command: { type: 'void', reason: ' ' } }),
    ).toMatchObject({ refusal: { code: 'reason-missing' } })
    await mustStep(services, voteId, { type: 'void', reason: '送达不足十五日' })
    expect(await phone(services, voteId, 1, 'yes')).toMatchObject({
      refusal: { code: 'ballot-closed' },
    })
    const again = await prepareOwnersVote(services, LIN, {
      ...RAISE_FUND,
      opensOn: '2027-01-12',
      closesOn: '2027-01-20',
      rerunOf: voteId,
    })
    if (!again.ok) throw new Error(again.refusal.code)
    expect(await getPublicVote(db, voteId)).toMatchObject({ heldAgain: null })
    await mustStep(services, again.value.id, { type: 'announce' })
    expect(await getPublicVote(db, voteId)).toMatchObject({ heldAgain: again.value.id })
    expect(await getPublicVote(db, again.value.id)).toMatchObject({ insteadOf: voteId })
    for (const rerunOf of [again.value.id, 'no-such-vote']) {
      const plan = { ...RAISE_FUND, opensOn: '2027-01-12', closesOn: '2027-01-20', rerunOf }
      expect(await prepareOwnersVote(services, LIN, plan)).toMatchObject({
        refusal: { code: 'not-to-be-held-again' },
      })
    }
  })

  test('[W11] what the owners do not decide, and who may not, prepares nothing', async ({
    services,
  }) => {
    await freezeRoll(services, electors(2))
    const refused = (plan: object, viewer = LIN) =>
      prepareOwnersVote(services, viewer, { ...RAISE_FUND, ...plan })
    expect(await refused({}, XU)).toMatchObject({ ok: true })
    expect(await refused({}, WU)).toMatchObject({ refusal: { code: 'no-such-compound' } })
    expect(await refused({ topicType: 'soft-matter' })).toMatchObject({
      refusal: { code: 'not-an-owners-matter' },
    })
    expect(await refused({ opensOn: '2026-12-20' })).toMatchObject({
      refusal: { code: 'bad-date' },
    })
    expect(await refused({ rollId: 'elsewhere' })).toMatchObject({
      refusal: { code: 'no-such-roll' },
    })
    expect(
      await refused({ question: { method: { kind: 'five-fingers' }, options: [] } }),
    ).toMatchObject({ refusal: { code: 'method-not-for-owners' } })
  })
})
