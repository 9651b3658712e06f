import { describe, expect } from 'vitest'
import { REGISTER_FIELDS, type RegisterField } from '#app/domain/register/import-columns.ts'
import { GUEST } from '#app/domain/permissions/viewer.ts'
import {
  findMyLine,
  getPublicRoll,
  getRoll,
  listRolls,
} from '#app/services/register/get-roll.server.ts'
import { listRegister } from '#app/services/register/list-register.server.ts'
import { freezeRoll, withdrawRoll } from '#app/services/register/publish-roll.server.ts'
import { objectToRoll } from '#app/services/register/roll-objections.server.ts'
import { getUnit, retireUnit, saveUnit } from '#app/services/register/save-unit.server.ts'
import { LIN, TOWN, WU } from '#tests/helpers/matter-setting.ts'
import {
  aRoll,
  chooseTestPolicy,
  settleRegister,
  type SetUnit,
} from '#tests/helpers/register-setting.ts'
import { describeEachDatabase } from '#tests/helpers/test-database.ts'

const UNITS: SetUnit[] = [
  { room: '101', owners: '王秀英' },
  { room: '501', stairwell: '2', building: 2, owners: '欧阳明珠 林小妹' },
  { room: '502', stairwell: '2', building: 2, owners: '', area: null },
]
const EVERYTHING = { compoundId: 'lanxi', buildingId: null, search: '', gap: null }
const FIRST = { page: 1, search: '', held: false }

describeEachDatabase('register pages', (test) => {
  test('[G7] what everybody reads of a roll has no name, no door and no telephone', async ({
    services,
    clock,
  }) => {
    await settleRegister(services.db, UNITS.slice(0, 2))
    await chooseTestPolicy(services)
    const draft = await aRoll(services, 'draft')
    expect(await getPublicRoll(services, draft, 1), 'a draft').toBeNull()

    const rollId = await aRoll(services, 'published')
    await objectToRoll(services, GUEST, {
      key: services.newId(),
      ...{ rollId, electorId: null },
      ...{ name: '王秀英', contact: '13905950001', words: '1幢101面积不对' },
    })
    const shown = await getPublicRoll(services, rollId, 1)
    expect(shown?.lines).toMatchObject([
      { electorId: '0001', name: '王**', doors: '1幢***室', area: '100.00' },
      { electorId: '0002', name: '欧阳**、林**', doors: '2幢*单元***室' },
    ])
    const text = JSON.stringify(shown)
    for (const secret of [
      '王秀英',
      '欧阳明珠',
      '林小妹',
      '13905950001',
      '501',
      '101面积',
      '0012',
    ]) {
      expect(text, secret).not.toContain(secret)
    }
    expect(shown?.objections).toEqual({ received: 1, corrected: 0, open: 1 })

    const early = await aRoll(services, 'published')
    const earlyReason = '张秀英 13900001111 说 3幢2单元501 已看过'
    await freezeRoll(services, LIN, { rollId: early, earlyReason })
    const frozen = await getPublicRoll(services, early, 1)
    expect(frozen?.earlyReason, 'why it was frozen early').toContain('139****1111')
    expect(frozen?.earlyReason).not.toMatch(/张秀英|13900001111|501/)

    clock.set('2026-12-11T16:00:00Z')
    expect(await getPublicRoll(services, rollId, 1), 'after its days').toMatchObject({
      isShown: false,
      lines: [],
      totalHeads: 2,
    })
  })

  test('[G7] an owner finds their own line by door and name together, and no other', async ({
    services,
  }) => {
    await settleRegister(services.db, UNITS.slice(0, 2))
    await chooseTestPolicy(services)
    const rollId = await aRoll(services, 'published')
    const look = async (room: string, name: string) =>
      (await findMyLine(services, rollId, { room, name }))?.electorId ?? null
    expect(await look('2幢2单元501室', ' 林小妹 ')).toBe('0002')
    expect(await look('2幢2单元501', '王秀英')).toBeNull()
    expect(await look('1幢101', '王**')).toBeNull()
    expect(await look('1幢101', '%')).toBeNull()
    await withdrawRoll(services, LIN, { rollId, reason: '重做' })
    expect(await look('2幢2单元501', '林小妹')).toBeNull()
    expect(await getPublicRoll(services, rollId, 1)).toBeNull()
  })

  test('staff find an elector by number, name or door, and those nobody can cast for', async ({
    services,
  }) => {
    await settleRegister(services.db, UNITS.slice(0, 2))
    await chooseTestPolicy(services)
    const rollId = await aRoll(services, 'frozen')
    const found = async (search: string, held = false) =>
      (await getRoll(services, LIN, rollId, { page: 1, search, held }))?.electors.map(
        ({ electorId }) => electorId,
      )
    expect(await found('2')).toEqual(['0002'])
    expect(await found('王秀英')).toEqual(['0001'])
    expect(await found('501')).toEqual(['0002'])
    expect(await found('', true)).toEqual(['0002'])
    expect(await found('100%')).toEqual([])
  })

  describe('the register', () => {
    test('is listed by building, searched, and says what is missing', async ({ services }) => {
      await settleRegister(services.db, UNITS)
      const list = (change: Partial<Parameters<typeof listRegister>[2]>) =>
        listRegister(services, LIN, { ...EVERYTHING, ...change })
      expect(await list({})).toMatchObject({
        totals: { units: 3, owners: 3, area: '200.00', gaps: { area: 1, owner: 1, voter: 1 } },
        buildings: [
          { name: '1幢', units: 1, gaps: 0 },
          { name: '2幢', units: 2, gaps: 2 },
        ],
        lines: [{ room: '101' }],
      })
      expect(await list({ buildingId: 'b2' })).toMatchObject({ lines: [{}, {}] })
      expect(await list({ search: '林小妹' })).toMatchObject({ found: 1, buildingId: null })
      expect(await list({ search: '2幢2-50' })).toMatchObject({ found: 2 })
      // As it stands on a ballot paper.
      expect(await list({ search: '2幢2单元50' })).toMatchObject({
        found: 2,
        lines: [{ stairwell: '2幢2单元' }, {}],
      })
      expect(await list({ gap: 'area' })).toMatchObject({
        lines: [{ room: '502', area: null }],
      })
    })

    test('a unit is saved by the rules of an import, and not over somebody else’s change', async ({
      services,
    }) => {
      await settleRegister(services.db, UNITS)
      const unit = await getUnit(services, LIN, 'b2-2-502')
      if (!unit) throw new Error('no unit')
      const save = (fields: Partial<Record<RegisterField, string>>, revision = unit.revision) =>
        saveUnit(services, LIN, {
          ...{ unitId: unit.id, compoundId: 'lanxi', revision },
          fields: { ...unit.fields, ...fields },
        })
      expect(await save({ areaRegistered: '九十' })).toMatchObject({
        refusal: { problems: [{ field: 'areaRegistered', code: 'area-malformed' }] },
      })
      // Its door is what it is known by; a form cannot move it.
      expect(await save({ areaRegistered: '90.5', room: '999' })).toMatchObject({ ok: true })
      expect(await getUnit(services, LIN, unit.id)).toMatchObject({
        revision: 2,
        fields: { areaRegistered: '90.50', room: '502' },
      })
      expect(await save({ areaRegistered: '91' })).toMatchObject({
        refusal: { code: 'unit-changed-meanwhile' },
      })
    })

    test('a new unit, once; one taken out keeps its reason and nobody’s name', async ({
      services,
    }) => {
      await settleRegister(services.db, UNITS)
      const empty = Object.fromEntries(REGISTER_FIELDS.map((field) => [field, '']))
      const fields = {
        ...(empty as Record<RegisterField, string>),
        ...{ building: '3', room: '201', owners: '陈志强', idTails: '7777' },
      }
      const add = () =>
        saveUnit(services, LIN, { unitId: null, compoundId: 'lanxi', revision: 0, fields })
      expect(await add()).toMatchObject({ ok: true })
      expect(await add()).toMatchObject({ refusal: { code: 'unit-exists' } })
      const listed = await listRegister(services, LIN, { ...EVERYTHING, search: '陈志强' })
      const unitId = listed?.lines[0]?.id ?? ''
      expect(await retireUnit(services, LIN, { unitId, reason: ' ' })).toMatchObject({
        refusal: { code: 'reason-missing' },
      })
      expect(await retireUnit(services, LIN, { unitId, reason: '重复' })).toMatchObject({
        ok: true,
      })
      expect(await getUnit(services, LIN, unitId)).toBeNull()
      expect(await listRegister(services, LIN, EVERYTHING)).toMatchObject({
        totals: { units: 3, owners: 3 },
      })
      expect(await add(), 'it comes back').toMatchObject({ ok: true })
    })
  })

  test('[G7] nobody else’s staff, and no town, reads any of it', async ({ services }) => {
    await settleRegister(services.db, UNITS.slice(0, 2))
    await chooseTestPolicy(services)
    const rollId = await aRoll(services, 'frozen')
    for (const stranger of [WU, TOWN]) {
      expect(await listRegister(services, stranger, EVERYTHING)).toBeNull()
      expect(await getUnit(services, stranger, 'b1--101')).toBeNull()
      expect(
        await retireUnit(services, stranger, { unitId: 'b1--101', reason: 'x' }),
      ).toMatchObject({ refusal: { code: 'no-such-unit' } })
      expect(await listRolls(services, stranger, 'lanxi')).toEqual([])
      expect(await getRoll(services, stranger, rollId, FIRST)).toBeNull()
    }
  })
})
