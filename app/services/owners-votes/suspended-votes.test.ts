import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Services } from '#app/runtime/services.server.ts'
import { getPublicRoll, getRoll } from '#app/services/register/get-roll.server.ts'
import {
  liftSuspension,
  suspendElector,
} from '#app/services/register/suspend-elector.server.ts'
import { readRegisterFile } from '#app/services/register/read-register-file.server.ts'
import { openVotes } from '#db/schema/ballots.ts'
import { electorContacts, ownersVotes, voteAttempts } from '#db/schema/owners-votes.ts'
import { proxies, rolls } from '#db/schema/register.ts'
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
import { exportForOfficial } from './export-for-official.server.ts'
import { getElectorBallot } from './get-elector-ballot.server.ts'
import { getPublicVote } from './get-public-vote.server.ts'
import { listSilentElectors } from './list-electors.server.ts'
import { printPapers } from './print-papers.server.ts'
import { readPaper } from './read-paper.server.ts'

const BASIS = '《蓝溪花园业主大会议事规则》第18条'
const SUSPENDING = { debtorsVote: 'suspend', debtorsBasis: BASIS } as const

const four = Array.from({ length: 4 }, () => ({ area: 8000n }))

const suspend = (services: Services, number: number, change: object = {}) =>
  suspendElector(services, LIN, {
    ...{ suspensionId: services.newId(), rollId: ROLL, electorId: electorNumber(number) },
    ...{ reason: '欠物业费 2 年，已书面催告', ...change },
  })

async function linkOf({ db }: Services, voteId: string, number: number) {
  const [row] = await db.select().from(ownersVotes).where(eq(ownersVotes.id, voteId))
  return { code: row?.code ?? '', electorId: electorNumber(number), version: 1 }
}

describeEachDatabase('votes that the owners’ own rules suspend', (test) => {
  test.for<[why: string, policy: object, change: object, code: string]>([
    ['by rules that let everybody vote', {}, {}, 'debtors-count'],
    ['without a reason', SUSPENDING, { reason: ' ' }, 'reason-missing'],
    ['somebody not on the roll', SUSPENDING, { electorId: '0099' }, 'no-such-elector'],
    ['on another roll', SUSPENDING, { rollId: 'elsewhere' }, 'no-such-roll'],
  ])('[G16] nobody is suspended %s', async ([, policy, change, code], { services }) => {
    await freezeRoll(services, four, policy)
    expect(await suspend(services, 1, change)).toEqual({ ok: false, refusal: { code } })
  })

  test('[G16] it is marked once, lifted at any time, and the public reads how many', async ({
    services,
    clock,
  }) => {
    await freezeRoll(services, four, SUSPENDING)
    const suspensionId = services.newId()
    expect(await suspend(services, 1, { suspensionId })).toEqual({ ok: true, value: null })
    expect(await suspend(services, 1, { suspensionId }), 'sent twice').toMatchObject({
      ok: true,
    })
    expect(await suspend(services, 1)).toMatchObject({
      refusal: { code: 'suspended-already' },
    })
    for (const stranger of [WU, { ...LIN, role: 'recorder' } as const]) {
      const mark = { suspensionId: services.newId(), rollId: ROLL, reason: '欠费' }
      expect(
        await suspendElector(services, stranger, { ...mark, electorId: '0002' }),
      ).toMatchObject({ refusal: { code: 'no-such-roll' } })
      expect(
        await liftSuspension(services, stranger, { rollId: ROLL, suspensionId }),
      ).toMatchObject({ refusal: { code: 'no-such-roll' } })
    }
    const shown = await getPublicRoll(services, ROLL, 1)
    expect(shown).toMatchObject({
      suspended: { basis: BASIS, electors: 1 },
      ...{ totalHeads: 4, totalArea: '320.00' },
    })
    expect(JSON.stringify(shown)).not.toContain('催告')

    const voteId = await openOwnersVote(services, clock)
    expect(await suspend(services, 2)).toMatchObject({ refusal: { code: 'vote-opened' } })
    expect(await liftSuspension(services, LIN, { rollId: ROLL, suspensionId })).toEqual({
      ok: true,
      value: null,
    })
    expect(await liftSuspension(services, LIN, { rollId: ROLL, suspensionId })).toMatchObject({
      refusal: { code: 'no-such-suspension' },
    })
    const mark = { mark: 'yes', key: 'after-it-was-lifted' }
    const link = await linkOf(services, voteId, 1)
    expect(await castOwnersVote(services, link, mark)).toMatchObject({ ok: true })
    const desk = await getRoll(services, LIN, ROLL, { page: 1, search: '', held: false })
    expect(desk?.suspensions).toMatchObject([
      { electorId: '0001', markedBy: LIN.name, lifted: { by: LIN.name } },
    ])
  })

  test('[W22] they cast nothing by phone, paper, proxy or silence, and the totals stay', async ({
    services,
    db,
    clock,
  }) => {
    await freezeRoll(services, four, {
      ...SUSPENDING,
      ...{ silence: 'follow-majority', silenceBasis: '《管理规约》第9条' },
    })
    // Papers were printed before anybody was suspended.
    const voteId = await announceOwnersVote(services)
    await printPapers(services, LIN, { voteId, page: 1 })
    for (const number of [1, 2, 3]) await suspend(services, number)
    clock.set('2026-12-12T01:00:00Z')
    await mustStep(services, voteId, { type: 'open' })

    const link = await linkOf(services, voteId, 1)
    const ballot = await getElectorBallot(services, link)
    expect(ballot?.elector.suspendedBy).toBe(BASIS)
    expect(
      await castOwnersVote(services, link, { mark: 'no', key: 'a-suspended-vote' }),
    ).toEqual({ ok: false, refusal: { code: 'vote-suspended' } })
    const photo = await aTelephonePhoto(400, 300)
    const paper = { voteId, electorId: '0002', mark: 'no', reason: null, photo }
    await readPaper(services, LIN, paper)
    expect(await readPaper(services, XU, paper)).toMatchObject({
      value: { outcome: 'suspended' },
    })
    const attempts = await db.select().from(voteAttempts).orderBy(voteAttempts.electorId)
    expect(attempts).toMatchObject([
      { electorId: '0001', origin: 'phone', outcome: 'suspended' },
      { electorId: '0002', origin: 'paper', outcome: 'suspended' },
    ])
    await db.insert(proxies).values({
      ...{ id: 'proxy-3', communityId: 'riverside', rollId: ROLL, electorId: '0003' },
      ...{ holderName: '李四', holderPhone: '13800000000', holderKey: '13800000000' },
      instructions: [{ item: RAISE_FUND.title, choice: 'no' }],
      ...{ signedOn: '2026-12-01', recordedBy: '林雅芳', recordedAt: services.now() },
    })
    await db.insert(electorContacts).values(
      ['0001', '0002', '0003'].map((electorId) => ({
        ...{ id: `served-${electorId}`, voteId, electorId, kind: 'served' as const },
        ...{ way: 'handed' as const, doneOn: '2026-12-12' },
        ...{ recordedBy: LIN.personId, recordedAt: services.now() },
      })),
    )
    // They are asked for nothing: no paper more, no reminder.
    expect((await listSilentElectors(db, LIN, { voteId, page: 1, perPage: 9 }))?.total).toBe(1)

    const fourth = await linkOf(services, voteId, 4)
    await castOwnersVote(services, fourth, { mark: 'yes', key: 'the-fourth-of-them' })
    clock.set('2026-12-21T01:00:00Z')
    await mustStep(services, voteId, { type: 'close' })
    await mustStep(services, voteId, { type: 'tally', papersOut: 2 })
    expect(await db.select().from(openVotes)).toMatchObject([
      { electorId: '0004', choice: 'yes' },
    ])
    await mustStep(services, voteId, { type: 'publish' })
    expect(await getPublicVote(db, voteId)).toMatchObject({
      suspended: { basis: BASIS, electors: 3 },
      roll: { heads: 4, area: '320.00' },
      result: { verdict: { counts: { heads: { roll: '4', participating: '1' } } } },
    })
  })

  test('[W22] where everybody concerned must consent nobody is suspended', async ({
    services,
    db,
    clock,
  }) => {
    await freezeRoll(services, four, SUSPENDING)
    await db.update(rolls).set({ scope: 'building' })
    await suspend(services, 1)
    const voteId = await openOwnersVote(services, clock, {
      topicType: 'dwelling-to-business',
      title: '301 室改做茶室',
    })
    const mark = { mark: 'no', key: 'who-does-not-consent' }
    const link = await linkOf(services, voteId, 1)
    expect(await castOwnersVote(services, link, mark)).toMatchObject({ ok: true })
    expect(await getPublicVote(db, voteId)).toMatchObject({ suspended: null })
  })

  test('[W22, W18] the city’s system is told whose vote is suspended', async ({
    services,
    db,
  }) => {
    await freezeRoll(services, four, SUSPENDING)
    const voteId = await announceOwnersVote(services)
    const plain = await exportForOfficial(db, LIN, voteId)
    await suspend(services, 2)
    const marked = await exportForOfficial(db, LIN, voteId)
    expect(await cellsOf(plain?.file, 2)).toHaveLength(5)
    expect(await cellsOf(marked?.file, 2)).toEqual([
      ...((await cellsOf(plain?.file, 2)) ?? []),
      '是',
    ])
  })
})

async function cellsOf(file: Uint8Array | undefined, row: number) {
  const read = await readRegisterFile(file ?? new Uint8Array())
  return read.ok ? read.value.rows[row]?.cells : undefined
}
