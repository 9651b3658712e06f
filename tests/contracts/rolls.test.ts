import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { describe, expect } from 'vitest'
import { rollContent } from '#app/domain/register/roll-content.ts'
import { canonicalJson } from '#app/domain/shared/canonical-json.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { cleanPhoto } from '#app/services/matters/clean-photo.server.ts'
import { contentHash } from '#app/services/records/content-hash.server.ts'
import { castingElector } from '#app/services/register/casting-elector.server.ts'
import {
  choosePolicy,
  countingPolicyOf,
} from '#app/services/register/counting-policy.server.ts'
import { designateVoter } from '#app/services/register/designate-voter.server.ts'
import {
  addToRoll,
  nameApplicant,
  takeOffRoll,
  type RollAddition,
} from '#app/services/register/add-to-roll.server.ts'
import { getRegisterPaper } from '#app/services/register/get-register-paper.server.ts'
import { getPublicRoll, getRoll } from '#app/services/register/get-roll.server.ts'
import { draftRoll, remakeRoll } from '#app/services/register/make-roll.server.ts'
import {
  freezeRoll,
  publishRoll,
  withdrawRoll,
} from '#app/services/register/publish-roll.server.ts'
import { answerObjection, objectToRoll } from '#app/services/register/roll-objections.server.ts'
import { readLines, rollHash } from '#app/services/register/roll-rows.server.ts'
import type { Database } from '#db/database.ts'
import { propertyUnits, rolls, unitOwners } from '#db/schema/register.ts'
import { GUEST } from '#app/domain/permissions/viewer.ts'
import { UNCHOSEN_POLICY } from '#app/domain/register/counting-policy.ts'
import { LIN, TOWN, WU } from '#tests/helpers/matter-setting.ts'
import { freezeRoll as settleFrozenRoll, ROLL } from '#tests/helpers/owners-vote-setting.ts'
import {
  aRoll,
  chooseTestPolicy,
  settleRegister,
  type SetUnit,
} from '#tests/helpers/register-setting.ts'
import { describeEachDatabase } from '#tests/helpers/test-database.ts'

const UNITS: SetUnit[] = [
  { room: '101', owners: '王秀英' },
  { room: '102', owners: '王秀英', area: 8_888n },
  { room: '101', owners: '陈志强 林小妹', building: 2, stairwell: '1' },
  { room: '101', owners: '李明*  张芳', building: 2, stairwell: '2' },
  { room: '102', owners: '', building: 2, stairwell: '2', status: 'unsold' },
  { room: 'P1', owners: '李明', building: 2, kind: 'parking', area: 1_200n },
]

async function rollOf(db: Database, rollId: string) {
  const [row] = await db.select().from(rolls).where(eq(rolls.id, rollId))
  if (!row) throw new Error(`No roll ${rollId}`)
  return row
}

async function allOf<Line>(pages: AsyncIterable<readonly Line[]>): Promise<Line[]> {
  const all: Line[] = []
  for await (const lines of pages) all.push(...lines)
  return all
}

describeEachDatabase('rolls', (test) => {
  describe('[G1] making one', () => {
    test('waits for the parking policy, then counts by it', async ({ services }) => {
      await settleRegister(services.db, UNITS)
      const wanted = {
        rollId: services.newId(),
        compoundId: 'lanxi',
        scope: { kind: 'compound' as const },
        title: '名册',
      }
      expect(await draftRoll(services, LIN, wanted)).toMatchObject({
        refusal: { code: 'parking-policy-missing' },
      })
      await chooseTestPolicy(services)
      expect(await draftRoll(services, LIN, wanted)).toMatchObject({ ok: true })
      expect(await draftRoll(services, LIN, wanted), 'sent twice').toMatchObject({ ok: true })
      expect(await rollOf(services.db, wanted.rollId)).toMatchObject({
        electors: 4,
        totalHeads: 4,
        totalArea: 48_888n,
        units: 5,
        state: 'draft',
      })
      expect(await allOf(readLines(services.db, wanted.rollId))).toMatchObject([
        { electorId: '0001', nameMasked: '王**', area: 18_888n },
        { electorId: '0002', nameMasked: '陈**、林**', voter: { as: 'undesignated' } },
        { electorId: '0003', voter: { as: 'designated-co-owner', ownerId: '李明' } },
        { electorId: '0004', developer: true },
      ])
    })

    test('of one building, or of one of its stairwells', async ({ services }) => {
      await settleRegister(services.db, UNITS)
      await chooseTestPolicy(services)
      const draft = async (
        scope:
          | { kind: 'building'; buildingId: string }
          | { kind: 'stairwell'; buildingId: string; stairwell: string },
      ) => {
        const rollId = services.newId()
        const drafted = await draftRoll(services, LIN, {
          ...{ rollId, scope },
          compoundId: 'lanxi',
          title: '本楼栋',
        })
        return drafted.ok ? (await rollOf(services.db, rollId)).electors : drafted.refusal.code
      }
      expect(await draft({ kind: 'building', buildingId: 'b2' })).toBe(3)
      expect(await draft({ kind: 'stairwell', buildingId: 'b2', stairwell: '2' })).toBe(2)
      expect(await draft({ kind: 'building', buildingId: 'shanqian' })).toBe('no-such-building')
    })

    test('a policy that somebody else has changed meanwhile is not overwritten', async ({
      services,
    }) => {
      await settleRegister(services.db, [])
      const change = (revision: number) =>
        choosePolicy(services, LIN, {
          compoundId: 'lanxi',
          revision,
          policy: { ...UNCHOSEN_POLICY, parking: 'area_only' },
        })
      expect(await change(0)).toMatchObject({ value: { revision: 1 } })
      expect(await change(0)).toMatchObject({ refusal: { code: 'policy-changed-meanwhile' } })
      expect(await change(1)).toMatchObject({ value: { revision: 2 } })
    })

    test('[W19] silence follows no majority without the owners’ text that says so', async ({
      services,
    }) => {
      await settleRegister(services.db, [])
      const choose = (silenceBasis: string) =>
        choosePolicy(services, LIN, {
          compoundId: 'lanxi',
          revision: 0,
          policy: { ...UNCHOSEN_POLICY, silence: 'follow-majority', silenceBasis },
        })
      expect(await choose(' ')).toMatchObject({ refusal: { code: 'silence-basis-missing' } })
      expect(await choose('《议事规则》第十五条')).toMatchObject({ value: { revision: 1 } })
      expect(await countingPolicyOf(services.db, 'lanxi')).toMatchObject({
        silence: 'follow-majority',
        silenceBasis: '《议事规则》第十五条',
      })
    })

    test('[G16] nobody’s vote is suspended without the owners’ text that says so', async ({
      services,
    }) => {
      await settleRegister(services.db, [])
      expect(await countingPolicyOf(services.db, 'lanxi')).toMatchObject({
        debtorsVote: 'count',
      })
      const choose = (debtorsBasis: string) =>
        choosePolicy(services, LIN, {
          compoundId: 'lanxi',
          revision: 0,
          policy: { ...UNCHOSEN_POLICY, debtorsVote: 'suspend', debtorsBasis },
        })
      expect(await choose(' ')).toMatchObject({ refusal: { code: 'debtors-basis-missing' } })
      expect(await choose('《议事规则》第十八条')).toMatchObject({ value: { revision: 1 } })
    })
  })

  describe('[G5] from draft to frozen', () => {
    test('is shown for fifteen days, answers, and is frozen with the hash of what it says', async ({
      services,
      clock,
    }) => {
      await settleRegister(services.db, UNITS)
      await chooseTestPolicy(services)
      const rollId = await aRoll(services, 'draft')
      const freeze = () => freezeRoll(services, LIN, { rollId, earlyReason: '' })
      expect(await freeze()).toMatchObject({ refusal: { code: 'not-published' } })
      // 26 November and fifteen days is 11 December, a Friday.
      expect(await publishRoll(services, LIN, rollId)).toMatchObject({
        value: { until: '2026-12-11' },
      })
      expect(await publishRoll(services, LIN, rollId)).toMatchObject({
        refusal: { code: 'already-published' },
      })
      const objection = {
        key: services.newId(),
        ...{ rollId, electorId: '0001' },
        ...{ name: '王秀英', contact: '13900000000', words: '102室面积应为90平方米' },
      }
      expect(await objectToRoll(services, GUEST, objection)).toMatchObject({ ok: true })
      expect(await objectToRoll(services, GUEST, objection)).toMatchObject({ ok: true })
      expect(await freeze()).toMatchObject({ refusal: { code: 'objections-open', open: 1 } })

      await services.db
        .update(propertyUnits)
        .set({ areaRegistered: 9_000n })
        .where(eq(propertyUnits.id, 'b1--102'))
      expect(await remakeRoll(services, LIN, rollId)).toMatchObject({ ok: true })
      const answer = {
        ...{ rollId, objectionId: objection.key },
        ...{ outcome: 'corrected' as const, answer: '已按不动产权证更正' },
      }
      expect(await answerObjection(services, LIN, answer)).toMatchObject({ ok: true })
      expect(await answerObjection(services, LIN, answer)).toMatchObject({
        refusal: { code: 'already-answered' },
      })

      expect(await freeze()).toMatchObject({
        refusal: { code: 'still-shown', until: '2026-12-11' },
      })
      clock.set('2026-12-11T15:59:59Z')
      expect(await freeze(), 'the last day counts whole').toMatchObject({ ok: false })
      clock.set('2026-12-11T16:00:00Z')
      const frozen = await freeze()
      const roll = await rollOf(services.db, rollId)
      const hash = await rollHash(roll, readLines(services.db, rollId))
      expect(frozen).toEqual({ ok: true, value: { hash } })
      expect(roll).toMatchObject({ state: 'frozen', earlyReason: null, totalArea: 49_000n })
    })

    test('a roll of several pages is hashed as the one text it is', async ({ services }) => {
      const electors = Array.from({ length: 2001 }, (_, index) => ({ area: BigInt(index + 1) }))
      await settleFrozenRoll(services, electors)
      const lines = await allOf(readLines(services.db, ROLL))
      expect(lines.map(({ area }) => area)).toEqual(electors.map(({ area }) => area))

      const roll = await rollOf(services.db, ROLL)
      let text = ''
      for await (const piece of rollContent(roll, readLines(services.db, ROLL))) text += piece
      const content = JSON.parse(text) as { electors: unknown[] }
      expect(canonicalJson(content)).toBe(text)
      expect(content.electors).toHaveLength(2001)
      expect(await rollHash(roll, readLines(services.db, ROLL))).toBe(contentHash(content))
    })

    test('frozen, it is neither made anew nor withdrawn nor frozen again', async ({
      services,
    }) => {
      await settleRegister(services.db, UNITS)
      await chooseTestPolicy(services)
      const rollId = await aRoll(services, 'frozen')
      const before = await rollOf(services.db, rollId)
      const frozen = { refusal: { code: 'already-frozen' } }
      expect(await remakeRoll(services, LIN, rollId)).toMatchObject(frozen)
      expect(await withdrawRoll(services, LIN, { rollId, reason: '错了' })).toMatchObject(
        frozen,
      )
      expect(await freezeRoll(services, LIN, { rollId, earlyReason: '' })).toMatchObject(frozen)
      expect(
        await objectToRoll(services, LIN, {
          key: services.newId(),
          ...{ rollId, electorId: null, name: '王', contact: '', words: '晚了' },
        }),
      ).toMatchObject({ refusal: { code: 'not-shown' } })
      expect(await rollOf(services.db, rollId)).toEqual(before)
      expect(before).toMatchObject({ earlyReason: '全体业主已核对' })
    })

    test('two desks that freeze it at once freeze it once', async ({ services }) => {
      await settleRegister(services.db, UNITS)
      await chooseTestPolicy(services)
      const rollId = await aRoll(services, 'published')
      const both = await Promise.all(
        [1, 2].map(() => freezeRoll(services, LIN, { rollId, earlyReason: '已核对' })),
      )
      expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    })
  })

  describe('[G2] designated after the freeze', () => {
    test('once, by one of the co-owners, and only where nobody was', async ({ services }) => {
      await settleRegister(services.db, UNITS)
      await chooseTestPolicy(services)
      const rollId = await aRoll(services, 'frozen')
      const name = async (electorId: string, ownerId: string) => {
        const named = await designateVoter(services, LIN, { rollId, electorId, ownerId })
        return named.ok ? 'ok' : named.refusal.code
      }
      expect(await name('0002', '王秀英')).toBe('not-a-co-owner')
      expect(await name('0002', '林小妹')).toBe('ok')
      expect(await name('0002', '陈志强')).toBe('already-designated')
      expect(await name('0003', '张芳')).toBe('already-designated')
      expect(await name('0099', '张芳')).toBe('no-such-elector')
      expect(await castingElector(services.db, { rollId, electorId: '0002' })).toMatchObject({
        designation: { ownerId: '林小妹', agentName: null },
      })
    })
  })

  test('[G7] a roll of another community, of a town’s, or of nobody’s is not there', async ({
    services,
  }) => {
    await settleRegister(services.db, UNITS)
    await chooseTestPolicy(services)
    const rollId = await aRoll(services, 'draft')
    const none = { refusal: { code: 'no-such-roll' } }
    for (const stranger of [WU, TOWN]) {
      expect(await remakeRoll(services, stranger, rollId)).toMatchObject(none)
      expect(await publishRoll(services, stranger, rollId)).toMatchObject(none)
      expect(
        await draftRoll(services, stranger, {
          rollId: services.newId(),
          compoundId: 'lanxi',
          scope: { kind: 'compound' },
          title: '名册',
        }),
      ).toMatchObject({ refusal: { code: 'no-such-compound' } })
    }
    // Staff draft and answer; showing and freezing are the cadre's.
    expect(await publishRoll(services, { ...LIN, role: 'recorder' }, rollId)).toMatchObject(
      none,
    )
    expect(
      await objectToRoll(services, GUEST, {
        key: services.newId(),
        ...{ rollId, electorId: null, name: '王', contact: '', words: '看不到的名册' },
      }),
    ).toMatchObject(none)
  })

  describe('[G15] an owner of another building who is concerned', () => {
    const CONCERNED = {
      ...{ door: '2幢1单元101室', evidence: '社区档案 2026-31 号' },
      reason: '陈志强（13905958888）家窗户正对排烟口，2幢1单元101室受油烟影响',
    }
    const ofBuilding = async (services: Services) => {
      await settleRegister(services.db, UNITS)
      await chooseTestPolicy(services)
      const rollId = services.newId()
      const drafted = await draftRoll(services, LIN, {
        ...{ rollId, compoundId: 'lanxi', title: '1幢住改商' },
        scope: { kind: 'building', buildingId: 'b1' },
      })
      if (!drafted.ok) throw new Error(drafted.refusal.code)
      return rollId
    }
    const add = (services: Services, rollId: string, change: Partial<RollAddition> = {}) =>
      addToRoll(services, LIN, {
        ...{ additionId: services.newId(), rollId, paper: null, ...CONCERNED, ...change },
      })

    test('is put on it with a reason that names nobody, stays when it is made anew, and is hashed', async ({
      services,
    }) => {
      const rollId = await ofBuilding(services)
      expect(await rollOf(services.db, rollId)).toMatchObject({ totalHeads: 1, added: 0 })
      const additionId = services.newId()
      expect(await add(services, rollId, { additionId })).toEqual({ ok: true, value: null })
      expect(await add(services, rollId, { additionId }), 'sent twice').toMatchObject({
        ok: true,
      })
      expect(await add(services, rollId)).toMatchObject({ refusal: { code: 'unit-on-roll' } })
      expect(await remakeRoll(services, LIN, rollId)).toMatchObject({ ok: true })
      expect(await rollOf(services.db, rollId)).toMatchObject({
        ...{ totalHeads: 2, added: 1, units: 3 },
      })

      await publishRoll(services, LIN, rollId)
      const shown = await getPublicRoll(services, rollId, 1)
      expect(shown).toMatchObject({
        added: 1,
        lines: [
          { addedReason: null },
          {
            name: '陈**、林**',
            addedReason: '陈**（139****8888）家窗户正对排烟口，2幢*单元***室受油烟影响',
          },
        ],
      })
      const desk = await getRoll(services, LIN, rollId, { page: 1, search: '', held: false })
      expect(desk?.additions).toMatchObject([
        { door: '2幢1单元101', reason: CONCERNED.reason, addedBy: LIN.name, ended: null },
      ])

      const frozen = await freezeRoll(services, LIN, { rollId, earlyReason: '业主都已看过' })
      if (!frozen.ok) throw new Error(frozen.refusal.code)
      const lines = await allOf(readLines(services.db, rollId))
      async function* without() {
        yield await Promise.resolve(lines.map((line) => ({ ...line, addedReason: null })))
      }
      const roll = await rollOf(services.db, rollId)
      expect(await rollHash(roll, readLines(services.db, rollId))).toBe(frozen.value.hash)
      expect(await rollHash(roll, without())).not.toBe(frozen.value.hash)
      expect(await add(services, rollId, { door: '2幢2单元101' })).toMatchObject({
        refusal: { code: 'already-frozen' },
      })
      expect(
        await takeOffRoll(services, LIN, { rollId, additionId, reason: '不受影响' }),
      ).toMatchObject({ refusal: { code: 'already-frozen' } })
    })

    test.for<[why: string, change: Partial<RollAddition>, code: string]>([
      ['without a reason', { reason: ' ' }, 'reason-missing'],
      ['without anything that proves it', { evidence: '' }, 'evidence-missing'],
      ['a door nobody knows', { door: '9幢999' }, 'no-such-door'],
      ['a parking space', { door: '2幢P1' }, 'no-such-door'],
      ['a flat of the building itself', { door: '1幢101' }, 'unit-on-roll'],
    ])('is not put on it: %s', async ([, change, code], { services }) => {
      const rollId = await ofBuilding(services)
      expect(await add(services, rollId, change)).toEqual({ ok: false, refusal: { code } })
      expect(await rollOf(services.db, rollId)).toMatchObject({ added: 0, revision: 1 })
    })

    test('is taken off again with a reason, and may come back; strangers do neither', async ({
      services,
    }) => {
      const rollId = await ofBuilding(services)
      const additionId = services.newId()
      const photo = await sharp({
        create: { width: 8, height: 8, channels: 3, background: '#fff' },
      })
        .jpeg()
        .toBuffer()
      const clean = await cleanPhoto(photo)
      if (!clean.ok) throw new Error(clean.refusal.code)
      await add(services, rollId, { additionId, evidence: '', paper: clean.value })
      expect(await getRegisterPaper(services, LIN, additionId)).toMatchObject({
        sha256: clean.value.sha256,
      })
      for (const stranger of [WU, TOWN]) {
        expect(await getRegisterPaper(services, stranger, additionId)).toBeNull()
        expect(
          await addToRoll(services, stranger, {
            ...{ additionId: services.newId(), rollId, paper: null, ...CONCERNED },
          }),
        ).toMatchObject({ refusal: { code: 'no-such-roll' } })
        expect(
          await takeOffRoll(services, stranger, { rollId, additionId, reason: '不' }),
        ).toMatchObject({ refusal: { code: 'no-such-roll' } })
      }
      const off = { rollId, additionId, reason: '现场看过，不受影响' }
      expect(await takeOffRoll(services, LIN, { ...off, reason: '' })).toMatchObject({
        refusal: { code: 'reason-missing' },
      })
      expect(await takeOffRoll(services, LIN, off)).toMatchObject({ ok: true })
      expect(await takeOffRoll(services, LIN, off)).toMatchObject({
        refusal: { code: 'no-such-addition' },
      })
      expect(await rollOf(services.db, rollId)).toMatchObject({ totalHeads: 1, added: 0 })
      expect(await add(services, rollId)).toMatchObject({ ok: true })
      const desk = await getRoll(services, LIN, rollId, { page: 1, search: '', held: false })
      expect(desk?.additions.map(({ ended }) => ended)).toEqual([
        { by: LIN.name, reason: '现场看过，不受影响' },
        null,
      ])
    })

    test('whoever asks for consent is not asked, also not for their other flat', async ({
      services,
    }) => {
      const rollId = await ofBuilding(services)
      await services.db.insert(propertyUnits).values({
        ...{ id: 'b1-201', communityId: 'riverside', compoundId: 'lanxi', buildingId: 'b1' },
        ...{ room: '201', kind: 'dwelling', status: 'delivered', areaRegistered: 7_000n },
        updatedAt: services.now(),
      })
      await services.db.insert(unitOwners).values({ unitId: 'b1-201', ownerId: '李明' })
      const name = (door: string, viewer = LIN) =>
        nameApplicant(services, viewer, { rollId, door })
      expect(await name('1幢102', WU)).toMatchObject({ refusal: { code: 'no-such-roll' } })
      expect(await name('9幢1')).toMatchObject({ refusal: { code: 'no-such-door' } })
      expect(await name('2幢2单元101')).toMatchObject({
        refusal: { code: 'not-of-this-building' },
      })
      expect(await name('1幢102')).toEqual({ ok: true, value: null })
      // 王秀英 has 101 as well; 李明 is left.
      expect(await rollOf(services.db, rollId)).toMatchObject({
        ...{ totalHeads: 1, units: 1, totalArea: 7_000n, applicantMasked: '1幢***室' },
      })
      await publishRoll(services, LIN, rollId)
      expect(await getPublicRoll(services, rollId, 1)).toMatchObject({ applicant: '1幢***室' })
      const frozen = await freezeRoll(services, LIN, { rollId, earlyReason: '业主都已看过' })
      if (!frozen.ok) throw new Error(frozen.refusal.code)
      const roll = await rollOf(services.db, rollId)
      const hashOf = (change: object) =>
        rollHash({ ...roll, ...change }, readLines(services.db, rollId))
      expect(await hashOf({})).toBe(frozen.value.hash)
      expect(await hashOf({ applicantMasked: null })).not.toBe(frozen.value.hash)
      expect(await name('')).toMatchObject({ refusal: { code: 'already-frozen' } })
    })

    test('is on the whole compound’s roll already', async ({ services }) => {
      await settleRegister(services.db, UNITS)
      await chooseTestPolicy(services)
      const rollId = await aRoll(services, 'draft')
      expect(await add(services, rollId)).toMatchObject({ refusal: { code: 'roll-is-whole' } })
    })
  })
})
