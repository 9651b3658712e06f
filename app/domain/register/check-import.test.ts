import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkImport, type CheckedImport } from './check-import.ts'
import type { KnownOwnerDetail, KnownUnit } from './compare-register.ts'
import { findHeader, guessColumns } from './import-columns.ts'
import { columnLetter, type Sheet, type SheetCell } from './sheet.ts'

const HEADER = [
  '楼栋',
  '单元',
  '房号',
  '用途',
  '状态',
  '登记面积',
  '业主',
  '证件号后4位',
  '手机',
  '共有人代表',
]
const EMPTY = { units: [], owners: [], buildings: ['1幢', '2幢'] }

const NONE: readonly number[] = []

function sheet(rows: SheetCell[][], header: SheetCell[] = HEADER): Sheet {
  return {
    name: 'Sheet1',
    rows: [header, ...rows].map((cells, index) => ({ line: index + 1, cells })),
  }
}

type With = {
  header?: SheetCell[]
  setAside?: readonly number[]
  register?: typeof KNOWN | typeof EMPTY
}

function checked(
  rows: SheetCell[][],
  { header = HEADER, setAside = NONE, register = EMPTY }: With = {},
): CheckedImport {
  const read = sheet(rows, header)
  const columns = guessColumns(findHeader(read)?.cells ?? [])
  return checkImport(read, columns, new Set(setAside), register)
}

const row = (change: Partial<Record<number, SheetCell>> = {}): SheetCell[] =>
  ['1', '', '101', '住宅', '已交付', '88.80', '王秀英', '0012', '13905950001', ''].map(
    (cell, column) => change[column] ?? cell,
  )

const KNOWN = {
  buildings: ['1幢'],
  units: [
    {
      id: 'u1',
      ...{ building: '1幢', stairwell: '', room: '101', floor: 1 },
      ...{ kind: 'dwelling', status: 'delivered', retired: false },
      ...{ areaRegistered: 8_880n, areaSurveyed: null, areaContract: null },
      owners: [{ ownerId: 'o1', designated: false }],
    },
    {
      id: 'u2',
      ...{ building: '1幢', stairwell: '', room: '102', floor: 1 },
      ...{ kind: 'dwelling', status: 'delivered', retired: false },
      ...{ areaRegistered: 9_000n, areaSurveyed: null, areaContract: null },
      owners: [],
    },
  ] satisfies KnownUnit[],
  owners: [
    {
      id: 'o1',
      name: '王秀英',
      kind: 'person',
      idTail: '0012',
      phone: '13905950001',
      agent: null,
    },
  ] satisfies KnownOwnerDetail[],
}

describe('[G8] columns', () => {
  test('are found by what registers call them, with units, stars and full width', () => {
    expect(
      guessColumns([
        '序号',
        '幢号*',
        '室号',
        '建筑面积（㎡）',
        '产权人',
        '联系电话',
        '房屋用途',
      ]),
    ).toEqual({ building: 1, room: 2, areaRegistered: 3, owners: 4, phones: 5, kind: 6 })
    expect(guessColumns(['Building', 'Room No.', 'Registered area (m²)', 'Owner'])).toEqual({
      building: 0,
      room: 1,
      areaRegistered: 2,
      owners: 3,
    })
  })

  test('may stand below a title', () => {
    const titled = sheet([['填表日期'], HEADER, row()], ['祥和里房屋业主信息登记表'])
    expect(findHeader(titled)?.line).toBe(3)
    const columns = guessColumns(HEADER)
    expect(checkImport(titled, columns, new Set(), EMPTY)).toMatchObject({
      rows: 1,
      problems: [],
    })
  })

  test('that are needed and not there stop everything else', () => {
    expect(checked([['x']], { header: ['备注'] })).toMatchObject({
      missingColumns: ['building', 'room'],
      problems: [],
    })
  })

  test('are called as the spreadsheet calls them', () => {
    expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })
})

describe('[G9] what is wrong is said by row and cell', () => {
  test.each<[string, Partial<Record<number, SheetCell>>, string, string]>([
    ['no building', { 0: '' }, 'building', 'building-missing'],
    ['no room', { 2: ' ' }, 'room', 'room-missing'],
    ['an unknown use', { 3: '别墅花园' }, 'kind', 'kind-unknown'],
    ['an unknown status', { 4: '抵押' }, 'status', 'status-unknown'],
    ['an area in words', { 5: '约九十' }, 'areaRegistered', 'area-malformed'],
    ['an area with three places', { 5: '88.805' }, 'areaRegistered', 'area-malformed'],
    ['an area below zero', { 5: '-88' }, 'areaRegistered', 'area-malformed'],
    ['an area of nothing', { 5: '0' }, 'areaRegistered', 'area-zero'],
    ['an area with a comma for its point', { 5: '88,80' }, 'areaRegistered', 'area-malformed'],
    [
      'a shop as large as a town',
      { 3: '商铺', 5: '1000000.01' },
      'areaRegistered',
      'area-too-large',
    ],
    ['an area as large as a field', { 5: '888888' }, 'areaRegistered', 'area-too-large'],
    ['a formula', { 5: { text: '88.8', flaw: 'formula' } }, 'areaRegistered', 'formula'],
    ['a merged cell', { 0: { text: '', flaw: 'merged' } }, 'building', 'merged'],
    ['a room that became a date', { 2: { text: '2026-03-01', flaw: 'date' } }, 'room', 'date'],
    [
      'a cell that says #REF!',
      { 6: { text: '#REF!', flaw: 'error-value' } },
      'owners',
      'error-value',
    ],
    [
      'an ID that lost its end',
      { 7: { text: '3.5E+17', flaw: 'digits-lost' } },
      'idTails',
      'digits-lost',
    ],
    ['half an ID', { 7: '12' }, 'idTails', 'id-malformed'],
    ['a telephone too short', { 8: '1390595' }, 'phones', 'phone-malformed'],
    ['no telephone at all', { 8: '问物业' }, 'phones', 'phone-malformed'],
    ['one ending for two owners', { 6: '王秀英、李明' }, 'idTails', 'ids-do-not-match-owners'],
    ['an owner twice', { 6: '王秀英、王秀英' }, 'owners', 'owner-named-twice'],
    ['a voter who owns nothing', { 9: '张三' }, 'designated', 'designated-not-an-owner'],
    ['a novel for a room', { 2: '房'.repeat(61) }, 'room', 'too-long'],
  ])('%s', (_name, change, field, code) => {
    const problems = checked([row(change)]).problems.map((each) => [
      each.line,
      each.field,
      each.code,
    ])
    expect(problems).toEqual([[2, field, code]])
  })

  test('a door twice, with the line of the other', () => {
    const rows = [row(), row({ 2: '102' }), row({ 0: '01栋', 2: '１０１室' })]
    expect(checked(rows).problems).toMatchObject([
      { line: 4, field: 'room', code: 'door-listed-twice', other: 2 },
    ])
  })

  test('a row that was set aside is not looked at, nor counted as the other', () => {
    const rows = [row(), row({ 5: 'x' })]
    expect(checked(rows).problems).toMatchObject([
      { line: 3, code: 'area-malformed' },
      { line: 3, code: 'door-listed-twice' },
    ])
    expect(checked(rows, { setAside: [3] })).toMatchObject({ problems: [], setAside: [3] })
  })

  test('what is missing and may come later is a note', () => {
    const { problems, notes } = checked([
      row({ 5: '' }),
      row({ 2: '102', 6: '', 7: '', 8: '' }),
      row({ 2: '103', 6: '李明、张芳', 7: '1234、5678', 8: '' }),
    ])
    expect(problems).toEqual([])
    expect(notes.map(({ line, code }) => [line, code])).toEqual([
      [2, 'area-missing'],
      [3, 'owner-missing'],
      [4, 'designated-missing'],
    ])
  })
})

describe('[G10] what can be understood is', () => {
  const unit = (change: Partial<Record<number, SheetCell>>) => {
    const { problems, notes, comparison } = checked([row(change)])
    expect(problems).toEqual([])
    return { ...comparison.units[0]?.row, notes }
  }

  test.each([
    ['5', '5幢'],
    ['05栋', '5幢'],
    ['５ 号楼', '5幢'],
    ['12#', '12幢'],
    ['a座', 'A幢'],
    ['地下车库', '地下车库'],
  ])('%s is %s', (written, name) => {
    expect(unit({ 0: written })).toMatchObject({ building: name })
  })

  test.each([
    ['', '501室', '', '501'],
    ['', '2单元501', '2', '501'],
    ['', '2-501', '2', '501'],
    ['02单元', '501', '2', '501'],
    ['2', '2-501', '2', '501'],
    ['', 'A-101', 'A', '101'],
    ['', 'P-12-3', '', 'P-12-3'],
    ['', 'P-1', '', 'P-1'],
  ])('stairwell %s and room %s', (stairwell, room, isStairwell, isRoom) => {
    expect(unit({ 1: stairwell, 2: room })).toMatchObject({
      stairwell: isStairwell,
      room: isRoom,
    })
  })

  test.each([
    ['８８．８', 8_880n],
    ['88.8㎡', 8_880n],
    [' 88 ', 8_800n],
    ['1,234.56', 123_456n],
    ['', null],
  ])('an area of %s', (written, area) => {
    expect(unit({ 5: written })).toMatchObject({ areaRegistered: area })
  })

  test('a market hall or a garage in one piece may have hectares', () => {
    expect(unit({ 3: '商铺', 5: '32500.40' })).toMatchObject({ areaRegistered: 3_250_040n })
    expect(unit({ 3: '车库', 5: '18000' })).toMatchObject({ areaRegistered: 1_800_000n })
  })

  test('owners apart, names with a blank inside, and the co-owner who votes', () => {
    const { owners } = unit({
      6: '王 伟、李明',
      7: '0012、123X',
      8: '139 0595-0001',
      9: '李明',
    })
    expect(owners).toMatchObject([
      { name: '王伟', idTail: '0012', phone: '13905950001', designated: false },
      { name: '李明', idTail: '123X', phone: null, designated: true },
    ])
    expect(unit({ 6: '王秀英 李小明', 7: '', 8: '' }).owners).toHaveLength(2)
  })

  test('of a whole document number only the ending is kept', () => {
    const { owners, notes } = unit({ 7: '350524197001010012' })
    expect(owners).toMatchObject([{ idTail: '0012' }])
    expect(JSON.stringify(notes)).not.toContain('19700101')
    expect(notes).toMatchObject([{ code: 'id-cut', as: '0012' }])
  })

  test('a company by its name; the developer’s own are without owner', () => {
    expect(unit({ 6: '安溪县茶都商贸有限公司' }).owners).toMatchObject([
      { kind: 'organisation' },
    ])
    expect(unit({ 4: '未售', 6: '某某置业' }).owners).toEqual([])
  })
})

describe('[G11] who is the same owner', () => {
  const owners = (rows: SheetCell[][], register: typeof KNOWN | typeof EMPTY = EMPTY) => {
    const { problems, comparison } = checked(rows, { register })
    return {
      codes: problems.map(({ line, code }) => `${line} ${code}`),
      count: comparison.match.owners.length,
    }
  }

  test('the same name and ending is one; another ending is another', () => {
    const rows = [row(), row({ 2: '102' }), row({ 2: '103', 7: '9999' })]
    expect(owners(rows)).toEqual({ codes: [], count: 2 })
  })

  test('without an ending the telephone tells', () => {
    expect(owners([row({ 7: '' }), row({ 2: '102' })])).toEqual({ codes: [], count: 1 })
    const phones = [row({ 7: '' }), row({ 2: '102', 7: '', 8: '13800000000' })]
    expect(owners(phones)).toEqual({ codes: [], count: 2 })
  })

  test('where nothing tells, nobody guesses', () => {
    const rows = [row(), row({ 2: '102', 7: '', 8: '' })]
    expect(owners(rows).codes).toEqual(['2 owner-ambiguous', '3 owner-ambiguous'])
  })

  test('a company is its name', () => {
    const shop = { 6: '安溪县茶都商贸有限公司', 7: '', 8: '' }
    expect(owners([row(shop), row({ ...shop, 2: '102' })])).toEqual({ codes: [], count: 1 })
  })

  test('at their own door they are whom the register knows', () => {
    expect(owners([row({ 7: '', 8: '' })], KNOWN)).toEqual({ codes: [], count: 1 })
    expect(
      checked([row({ 7: '', 8: '' })], { register: KNOWN }).comparison.units,
    ).toMatchObject([{ unitId: 'u1', changes: [] }])
  })
})

describe('[G12] again with a corrected file', () => {
  const again = (rows: SheetCell[][], header = HEADER) =>
    checked(rows, { register: KNOWN, header }).comparison

  test('what is as it was, what changed, what is new, and what is not in the file', () => {
    const { units, newBuildings, notInFile } = again([
      row(),
      row({ 0: '3', 2: '201', 6: '陈志强', 7: '7777', 8: '' }),
    ])
    expect(units.map(({ changes }) => changes)).toEqual([[], null])
    expect(newBuildings).toEqual(['3幢'])
    expect(notInFile.map(({ room }) => room)).toEqual(['102'])
  })

  test('each change by its field', () => {
    const change = (cells: Partial<Record<number, SheetCell>>) =>
      again([row(cells)]).units[0]?.changes
    expect(change({ 5: '90' })).toEqual(['areaRegistered'])
    expect(change({ 3: '商铺' })).toEqual(['kind'])
    expect(change({ 6: '陈志强', 7: '7777', 8: '' })).toEqual(['owners'])
    expect(change({ 8: '13800000000' })).toEqual(['ownerDetails'])
    expect(change({ 7: '', 8: '' })).toEqual([])
  })

  test('a column that the file does not have changes nothing', () => {
    expect(again([['1', '101']], ['楼栋', '房号']).units[0]?.changes).toEqual([])
  })
})

test('[G3] the order of the rows does not change what is found', () => {
  const rooms = fc.uniqueArray(fc.integer({ min: 101, max: 140 }), {
    minLength: 1,
    maxLength: 12,
  })
  const rows = rooms.map((numbers) =>
    numbers.map((number) => row({ 2: String(number), 7: number % 3 ? '0012' : '9999' })),
  )
  const shuffled = rows.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  )
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      const doors = (cells: SheetCell[][]) => {
        const { comparison } = checked(cells)
        return comparison.units
          .map(
            ({ row: unit, owners }) =>
              `${unit.room}:${comparison.match.owners.length}:${owners?.length}`,
          )
          .toSorted()
      }
      expect(doors(other)).toEqual(doors(one))
    }),
  )
})
