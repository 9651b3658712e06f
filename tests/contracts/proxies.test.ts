import { and, eq, isNull } from 'drizzle-orm'
import sharp from 'sharp'
import { expect } from 'vitest'
import { GUEST } from '#app/domain/permissions/viewer.ts'
import { cleanPhoto } from '#app/services/matters/clean-photo.server.ts'
import { getRegisterPaper } from '#app/services/register/get-register-paper.server.ts'
import {
  endProxy,
  endProxyByAppearing,
  recordProxy,
} from '#app/services/register/record-proxy.server.ts'
import type { ProxyInstruction } from '#app/domain/register/register.ts'
import { numbered } from '#app/domain/voting/ballot-question.ts'
import { prepareOwnersVote } from '#app/services/owners-votes/prepare-owners-vote.server.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { LIN, TOWN, WU } from '#tests/helpers/matter-setting.ts'
import { RAISE_FUND } from '#tests/helpers/owners-vote-setting.ts'
import { aRoll, chooseTestPolicy, settleRegister } from '#tests/helpers/register-setting.ts'
import { describeEachDatabase } from '#tests/helpers/test-database.ts'
import { proxies } from '#db/schema/register.ts'

async function aPaper() {
  const image = await sharp({
    create: { width: 40, height: 60, channels: 3, background: '#fff' },
  })
    .jpeg()
    .toBuffer()
  const paper = await cleanPhoto(image)
  if (!paper.ok) throw new Error(paper.refusal.code)
  return paper.value
}

async function settle(services: Services, proxyCap: number | null = 2): Promise<string> {
  await settleRegister(
    services.db,
    ['王秀英', '陈志强', '李明', '张芳'].map((owners, index) => ({
      room: `10${index + 1}`,
      owners,
    })),
  )
  await chooseTestPolicy(services, { proxyCap })
  return aRoll(services, 'frozen')
}

const PAPER = {
  holderName: '黄建国',
  holderPhone: '139 0595 8888',
  signedOn: '2026-11-25',
  instructions: [{ item: '加装电梯', choice: 'yes' as const }],
}

function inForce({ db }: Services, rollId: string, electorId: string) {
  const ofElector = and(eq(proxies.rollId, rollId), eq(proxies.electorId, electorId))
  return db
    .select()
    .from(proxies)
    .where(and(ofElector, isNull(proxies.endedAt)))
}

describeEachDatabase('proxies', (test) => {
  test('[G6] copied from its paper, its names fit the ballot of its item or it is looked at again', async ({
    services,
  }) => {
    const rollId = await settle(services)
    const paper = await aPaper()
    const prepared = await prepareOwnersVote(services, LIN, {
      ...RAISE_FUND,
      ...{ rollId, title: '选举业主委员会', topicType: 'owners-committee-election' },
      question: { method: { kind: 'seats', seats: 1 }, options: numbered(['陈志强', '李明']) },
    })
    if (!prepared.ok) throw new Error(prepared.refusal.code)
    const say = async (...instructions: ProxyInstruction[]) => {
      const proxyId = services.newId()
      const recorded = await recordProxy(services, LIN, {
        ...{ ...PAPER, proxyId, rollId, electorId: '0001', paper, instructions },
      })
      return recorded.ok ? 'recorded' : recorded.refusal.code
    }
    const item = '选举业主委员会'
    expect(await say({ item, choice: 'yes' })).toBe('instruction-unfit')
    expect(await say({ item, choice: 'named', names: ['王五'] })).toBe('instruction-unfit')
    expect(await say({ item, choice: 'named', names: ['陈志强', '李明'] })).toBe(
      'instruction-unfit',
    )
    expect(await say({ item, choice: 'named', names: [' '] })).toBe('names-missing')
    expect(await say({ item, choice: 'named', names: ['李明', '李明'] })).toBe('named-twice')
    expect(
      await say({ item, choice: 'named', names: ['李明'] }, { item: '加装电梯', choice: 'no' }),
    ).toBe('recorded')
  })

  test('[G6] one is recorded once, with its paper, and is what the holder votes by', async ({
    services,
  }) => {
    const rollId = await settle(services)
    const proxyId = services.newId()
    const wanted = { ...PAPER, proxyId, rollId, electorId: '0001', paper: await aPaper() }
    expect(await recordProxy(services, LIN, wanted)).toMatchObject({ ok: true })
    expect(await recordProxy(services, LIN, wanted), 'sent twice').toMatchObject({ ok: true })
    expect(await inForce(services, rollId, '0001')).toMatchObject([
      { id: proxyId, instructions: PAPER.instructions },
    ])
    expect(
      await recordProxy(services, LIN, { ...wanted, proxyId: services.newId() }),
    ).toMatchObject({ refusal: { code: 'proxy-in-force' } })
  })

  test('[G6] what is missing on the paper is said', async ({ services }) => {
    const rollId = await settle(services)
    const paper = await aPaper()
    const say = async (change: Partial<Parameters<typeof recordProxy>[2]>) => {
      const wanted = { ...PAPER, proxyId: services.newId(), rollId, electorId: '0001', paper }
      const said = await recordProxy(services, LIN, { ...wanted, ...change })
      return said.ok ? 'ok' : said.refusal.code
    }
    expect(await say({ holderName: ' ' })).toBe('holder-missing')
    expect(await say({ holderPhone: '12' })).toBe('holder-phone-malformed')
    expect(await say({ signedOn: '2026-02-30' })).toBe('signed-on-malformed')
    expect(await say({ signedOn: '2026-11-27' })).toBe('signed-in-future')
    expect(await say({ instructions: [...PAPER.instructions, ...PAPER.instructions] })).toBe(
      'item-named-twice',
    )
    expect(await say({ paper: null })).toBe('paper-missing')
    expect(await say({ electorId: '0099' })).toBe('no-such-elector')
    expect(await say({ rollId: await aRoll(services, 'published') })).toBe('roll-not-frozen')
  })

  test('[G6] a holder has no more than the owners’ rules allow, at two desks at once too', async ({
    services,
  }) => {
    const rollId = await settle(services, 2)
    const paper = await aPaper()
    const give = (electorId: string, holderPhone = PAPER.holderPhone) =>
      recordProxy(services, LIN, {
        ...{ ...PAPER, holderPhone, proxyId: services.newId() },
        ...{ rollId, electorId, paper },
      })
    expect(await give('0001')).toMatchObject({ ok: true })
    const both = await Promise.all([give('0002'), give('0003', '13905958888')])
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: 'cap-reached', cap: 2 },
    })
    expect(await give('0004', '13800000001')).toMatchObject({ ok: true })
  })

  test('[G4] it ends when the owner takes it back or appears; then another can be given', async ({
    services,
  }) => {
    const rollId = await settle(services, null)
    const paper = await aPaper()
    const give = async () => {
      const proxyId = services.newId()
      const wanted = { ...PAPER, proxyId, rollId, electorId: '0001', paper }
      expect(await recordProxy(services, LIN, wanted)).toMatchObject({ ok: true })
      return proxyId
    }
    const first = await give()
    const takeBack = () =>
      endProxy(services, LIN, { rollId, proxyId: first, ended: 'withdrawn' })
    expect(await takeBack()).toMatchObject({ ok: true })
    expect(await takeBack()).toMatchObject({ refusal: { code: 'no-such-proxy' } })
    await give()
    await services.db.transaction((tx) =>
      endProxyByAppearing(tx, { rollId, electorId: '0001', at: services.now(), by: '王秀英' }),
    )
    expect(await inForce(services, rollId, '0001')).toEqual([])
    await give()
  })

  test('[G7] the paper is for staff of the community alone', async ({ services }) => {
    const rollId = await settle(services)
    const proxyId = services.newId()
    const paper = await aPaper()
    await recordProxy(services, LIN, { ...PAPER, proxyId, rollId, electorId: '0001', paper })
    expect(await getRegisterPaper(services, LIN, proxyId)).toMatchObject({
      sha256: paper.sha256,
    })
    for (const stranger of [WU, TOWN, GUEST]) {
      expect(await getRegisterPaper(services, stranger, proxyId)).toBeNull()
    }
  })
})
