import { eq } from 'drizzle-orm'
import Papa from 'papaparse'
import { describe, expect } from 'vitest'
import type { Services } from '#app/runtime/services.server.ts'
import { formatArea } from '#app/domain/voting/area.ts'
import type { ParkingPolicy } from '#app/domain/voting/roll.ts'
import type { ImportProgress } from '#app/domain/register/import-progress.ts'
import { WRITTEN } from '#app/domain/register/unit-words.ts'
import {
  applyImport,
  changeImport,
  discardImport,
  setProblemsAside,
  startImport,
  viewImport,
} from '#app/services/register/import-register.server.ts'
import {
  exportRegister,
  registerTemplate,
} from '#app/services/register/export-register.server.ts'
import { openImportView } from '#app/services/register/open-import-view.server.ts'
import {
  ownerAgents,
  propertyOwners,
  propertyUnits,
  registerImports,
  rolls,
  unitOwners,
} from '#db/schema/register.ts'
import { ROLL_CASES } from '#tests/golden/roll-cases.ts'
import { LIN, settleRiverside, TOWN, WU } from '#tests/helpers/matter-setting.ts'
import { aRoll, chooseTestPolicy } from '#tests/helpers/register-setting.ts'
import { describeEachDatabase } from '#tests/helpers/test-database.ts'

const HEADER = [
  '楼栋',
  '房号',
  '用途',
  '状态',
  '登记面积',
  '实测面积',
  '业主',
  '证件号后4位',
  '手机',
]

function csv(rows: string[][], header = HEADER): Uint8Array {
  return new TextEncoder().encode(Papa.unparse([header, ...rows]))
}

const A = ['1', '101', '住宅', '已交付', '88.80', '', '王秀英', '0012', '13905950001']
const B = ['1', '102', '住宅', '已交付', '90', '', '陈志强、林小妹', '1111、2222', '']
const P = ['地下车库', 'P-1', '车位', '未售', '', '12.5', '', '', '']

async function start(services: Services, bytes: Uint8Array): Promise<string> {
  const importId = services.newId()
  const wanted = { importId, compoundId: 'lanxi', fileName: '名册.csv', bytes }
  const started = await startImport(services, LIN, wanted)
  if (!started.ok) throw new Error(started.refusal.code)
  return importId
}

async function take(services: Services, rows: string[][], header = HEADER) {
  const applied = await applyImport(services, LIN, await start(services, csv(rows, header)))
  if (!applied.ok) throw new Error(JSON.stringify(applied.refusal))
  return applied.value
}

const unitsOf = ({ db }: Services) =>
  db.select().from(propertyUnits).orderBy(propertyUnits.room)

describeEachDatabase('register import', (test) => {
  describe('[G8] what is written', () => {
    test('nothing before it is applied, then all of it, once', async ({ services }) => {
      await settleRiverside(services.db)
      const importId = await start(services, csv([A, B, P]))
      expect(await unitsOf(services)).toEqual([])
      expect(await viewImport(services, LIN, importId)).toMatchObject({
        open: { checked: { rows: 3, problems: [] } },
      })
      expect(await applyImport(services, LIN, importId)).toEqual({
        ok: true,
        value: { added: 3, changed: 0, unchanged: 0 },
      })
      expect(await applyImport(services, LIN, importId)).toMatchObject({
        refusal: { code: 'import-finished' },
      })
      expect(await unitsOf(services)).toMatchObject([
        { room: '101', areaRegistered: 8_880n, kind: 'dwelling', floor: 1 },
        { room: '102', areaRegistered: 9_000n },
        { room: 'P-1', areaSurveyed: 1_250n, kind: 'parking', status: 'unsold' },
      ])
      expect(await services.db.select().from(propertyOwners)).toHaveLength(3)
      expect(await services.db.select().from(unitOwners)).toHaveLength(3)
    })

    test('[G7] and what the file said is dropped', async ({ services }) => {
      await settleRiverside(services.db)
      const applied = await start(services, csv([A]))
      const discarded = await start(services, csv([A]))
      await applyImport(services, LIN, applied)
      expect(await discardImport(services, LIN, discarded)).toMatchObject({ ok: true })
      const rows = await services.db.select().from(registerImports)
      expect(rows.map(({ state, sheet }) => [state, sheet])).toEqual([
        ['applied', null],
        ['discarded', null],
      ])
      expect(JSON.stringify(rows)).not.toContain('王秀英')
    })

    test('and how far it is, in rows, up to all of them', async ({ services }) => {
      await settleRiverside(services.db)
      const importId = await start(services, csv([A, B, P]))
      const told: ImportProgress[] = []
      await applyImport(services, LIN, importId, (progress) => told.push(progress))
      // Three owners, three units, and three lines of who owns what.
      expect(told).toEqual([
        { done: 3, of: 9 },
        { done: 6, of: 9 },
        { done: 9, of: 9 },
      ])
      const again = await start(services, csv([A, ['1', '102', ...B.slice(2, 4), '91']]))
      const toldAgain: ImportProgress[] = []
      await applyImport(services, LIN, again, (progress) => toldAgain.push(progress))
      expect(toldAgain.at(-1), 'what is as it was is not written').toEqual({ done: 1, of: 1 })
    })

    test('[G9] every problem is on some page', async ({ services }) => {
      await settleRiverside(services.db)
      const rows = Array.from({ length: 450 }, (_each, index) => [
        ...['1', String(101 + index), '住宅', '已交付', '约九十', '', `业主${index}`],
        ...[String(index).padStart(4, '0'), ''],
      ])
      const viewed = await viewImport(services, LIN, await start(services, csv(rows)))
      if (!viewed?.open) throw new Error('There is no import')
      const { row, open } = viewed
      const lines = [1, 2, 3].flatMap((page) =>
        openImportView(row.columns, open, page).problems.map(({ line }) => line),
      )
      expect(lines).toEqual(rows.map((_row, index) => index + 2))
      expect(openImportView(row.columns, open, 99)).toMatchObject({
        ...{ problemPage: 3, problemPages: 3, problemCount: 450 },
      })
      expect(openImportView(row.columns, open, Number.NaN).problemPage).toBe(1)
    })

    test('not while a row has a problem; the row may be set aside', async ({ services }) => {
      await settleRiverside(services.db)
      const importId = await start(
        services,
        csv([A, ['1', '103', '别墅', '', '', '', '', '', '']]),
      )
      expect(await applyImport(services, LIN, importId)).toMatchObject({
        refusal: { code: 'problems-left', problems: 1 },
      })
      expect(await unitsOf(services)).toEqual([])
      expect(await setProblemsAside(services, LIN, importId)).toMatchObject({
        value: { setAside: 1 },
      })
      expect(await applyImport(services, LIN, importId)).toMatchObject({ value: { added: 1 } })
    })

    test('setting aside leaves no problem, whatever the rows were compared with', async ({
      services,
    }) => {
      await settleRiverside(services.db)
      const twin = (room: string, idTail: string) =>
        A.map((cell, column) =>
          column === 1 ? room : column === 7 ? idTail : column === 8 ? '' : cell,
        )
      const importId = await start(
        services,
        csv([
          A,
          A,
          twin('102', ''),
          twin('103', '9999'),
          ['', '1', '', '', '', '', '', '', ''],
        ]),
      )
      await setProblemsAside(services, LIN, importId)
      const viewed = await viewImport(services, LIN, importId)
      expect(viewed?.open?.checked.problems).toEqual([])
    })

    test('by the columns that staff said, not those that were guessed', async ({
      services,
    }) => {
      await settleRiverside(services.db)
      const importId = await start(
        services,
        csv([['1', '101', '88', '77']], ['栋', '甲', '乙', '丙']),
      )
      expect(await applyImport(services, LIN, importId)).toMatchObject({
        refusal: { code: 'columns-missing' },
      })
      const change = { importId, columns: { building: 0, room: 1, areaSurveyed: 3 } }
      expect(await changeImport(services, LIN, { ...change, revision: 1 })).toMatchObject({
        ok: true,
      })
      expect(await changeImport(services, LIN, { ...change, revision: 1 })).toMatchObject({
        refusal: { code: 'import-changed-meanwhile' },
      })
      await applyImport(services, LIN, importId)
      expect(await unitsOf(services)).toMatchObject([
        { areaSurveyed: 7_700n, areaRegistered: null },
      ])
    })
  })

  describe('[G12] a corrected file again', () => {
    test('adds, changes, leaves alone, and takes nothing out', async ({ services }) => {
      await settleRiverside(services.db)
      await take(services, [A, B, P])
      const ids = (await unitsOf(services)).map(({ id }) => id)
      const corrected = A.map((cell, column) => (column === 4 ? '91.25' : cell))
      const added = ['2幢', '201', '商铺', '已交付', '45', '', '安溪县茶都商贸有限公司', '', '']
      expect(await take(services, [corrected, B, added])).toEqual({
        added: 1,
        changed: 1,
        unchanged: 1,
      })
      const after = await unitsOf(services)
      expect(after.filter(({ id }) => ids.includes(id))).toHaveLength(3)
      expect(after.find(({ room }) => room === '101')).toMatchObject({
        areaRegistered: 9_125n,
        revision: 2,
      })
    })

    test('a new owner takes the place of the old one, of whom nothing stays', async ({
      services,
    }) => {
      await settleRiverside(services.db)
      await take(services, [A])
      await take(services, [
        A.map((cell, column) => (column === 6 ? '李明' : column === 7 ? '7777' : cell)),
      ])
      expect(await services.db.select().from(propertyOwners)).toMatchObject([
        { name: '李明', idTail: '7777' },
      ])
    })

    test('guardians, representatives and who votes for a couple', async ({ services }) => {
      await settleRiverside(services.db)
      const header = [
        '楼栋',
        '房号',
        '业主',
        '证件号后4位',
        '共有人代表',
        '业主类型',
        '监护人或法定代表人',
      ]
      await take(
        services,
        [
          ['1', '101', '王小宝', '0001', '', '未成年人', '王妈妈'],
          ['1', '102', '张三丰、李小四', '0002、0003', '李小四', '', ''],
          ['1', '103', '茶都商贸有限公司', '', '', '', '陈总'],
        ],
        header,
      )
      const agents = await services.db.select().from(ownerAgents).orderBy(ownerAgents.kind)
      expect(agents).toMatchObject([
        { kind: 'guardian', name: '王妈妈' },
        { kind: 'legal-representative', name: '陈总' },
      ])
      const voters = await services.db
        .select({ name: propertyOwners.name })
        .from(unitOwners)
        .innerJoin(propertyOwners, eq(propertyOwners.id, unitOwners.ownerId))
        .where(eq(unitOwners.designated, true))
      expect(voters).toEqual([{ name: '李小四' }])
    })

    test('two files at once follow each other', async ({ services }) => {
      await settleRiverside(services.db)
      const imports = [await start(services, csv([A, B])), await start(services, csv([A, B]))]
      const both = await Promise.all(imports.map((id) => applyImport(services, LIN, id)))
      expect(both.map((one) => one.ok && one.value.added).toSorted()).toEqual([0, 2])
      expect(await unitsOf(services)).toHaveLength(2)
    })
  })

  describe('[G14] an export', () => {
    for (const kind of ['xlsx', 'csv'] as const) {
      test(`as ${kind} reads back as it was`, async ({ services }) => {
        await settleRiverside(services.db)
        await take(services, [A, B, P])
        const file = await exportRegister(services, LIN, 'lanxi', kind)
        if (!file) throw new Error('no file')
        const again = await applyImport(services, LIN, await start(services, file))
        expect(again).toEqual({ ok: true, value: { added: 0, changed: 0, unchanged: 3 } })
      })

      test(`the template as ${kind} is an import without a problem`, async ({ services }) => {
        await settleRiverside(services.db)
        const importId = await start(services, await registerTemplate(kind))
        const viewed = await viewImport(services, LIN, importId)
        expect(viewed?.open?.checked).toMatchObject({ rows: 4, problems: [] })
      })
    }

    test('runs nothing in the spreadsheet that opens it', async ({ services }) => {
      await settleRiverside(services.db)
      await take(services, [
        ['1', '101', '', '', '', '', '@SUM(1)', '0012', ''],
        ['1', '+1', '', '', '', '', '-2', '0013', ''],
      ])
      const file = await exportRegister(services, LIN, 'lanxi', 'csv')
      const cells = Papa.parse<string[]>(
        new TextDecoder().decode(file ?? undefined),
      ).data.flat()
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
      expect(cells).toContain("'@SUM(1)")
    })
  })

  test('[G7] an import of another community, of a town’s, is not there', async ({
    services,
  }) => {
    await settleRiverside(services.db)
    const importId = await start(services, csv([A]))
    for (const stranger of [WU, TOWN]) {
      const wanted = {
        importId: services.newId(),
        compoundId: 'lanxi',
        fileName: '',
        bytes: csv([A]),
      }
      expect(await startImport(services, stranger, wanted)).toMatchObject({
        refusal: { code: 'no-such-compound' },
      })
      expect(await viewImport(services, stranger, importId)).toBeNull()
      expect(await applyImport(services, stranger, importId)).toMatchObject({
        refusal: { code: 'no-such-import' },
      })
      expect(await exportRegister(services, stranger, 'lanxi', 'csv')).toBeNull()
    }
  })

  for (const { id, title, units, parking, expect: outcome } of ROLL_CASES) {
    test(`[V7, G3] ${id} by way of a file: ${title}`, async ({ services }) => {
      await settleRiverside(services.db)
      const rows = units.flatMap(([ids, owners, unit]) =>
        ids.split(' ').map((room) => [
          ...['1', room, WRITTEN.kind(unit.kind), WRITTEN.status(unit.status)],
          ...[unit.registered ?? '', unit.surveyed ?? ''],
          owners.replaceAll(' ', '、'),
          owners
            .split(' ')
            .map((owner) => owner.padStart(4, '0'))
            .join('、'),
          '',
        ]),
      )
      await take(services, rows.toReversed())
      await chooseTestPolicy(services, { parking: parking satisfies ParkingPolicy })
      const rollId = await aRoll(services, 'draft')
      const [roll] = await services.db.select().from(rolls).where(eq(rolls.id, rollId))
      expect(roll?.totalHeads).toBe(outcome.totalHeads)
      expect(formatArea(roll?.totalArea ?? 0n)).toBe(outcome.totalArea)
    })
  }

  test('5,000 units in one go', async ({ services }) => {
    await settleRiverside(services.db)
    const rows = Array.from({ length: 5000 }, (_each, index) => [
      ...[`${1 + Math.floor(index / 200)}幢`, String(101 + (index % 200))],
      ...['住宅', '已交付', (60 + (index % 90)).toFixed(2), '', `业主${index}`],
      ...[String(index).padStart(4, '0'), `139${String(index).padStart(8, '0')}`],
    ])
    const bytes = csv(rows)
    const begun = performance.now()
    const importId = await start(services, bytes)
    const read = performance.now()
    await viewImport(services, LIN, importId)
    const checked = performance.now()
    expect(await applyImport(services, LIN, importId)).toMatchObject({ value: { added: 5000 } })
    const applied = performance.now()
    await chooseTestPolicy(services)
    await aRoll(services, 'frozen')
    const frozen = performance.now()
    const ms = (from: number, to: number) => `${Math.round(to - from)} ms`
    process.stdout.write(
      `5,000 units: read ${ms(begun, read)}, checked ${ms(read, checked)}, ` +
        `written ${ms(checked, applied)}, roll made and frozen ${ms(applied, frozen)}\n`,
    )
  })
})
