import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import type { Sheet } from '#app/domain/register/sheet.ts'
import { readRegisterFile, REGISTER_FILE_BYTES } from './read-register-file.server.ts'

async function codeOf(bytes: Uint8Array): Promise<string> {
  const read = await readRegisterFile(bytes)
  return read.ok ? 'ok' : read.refusal.code
}

async function cellsOf(bytes: Uint8Array): Promise<Sheet['rows'][number]['cells'][]> {
  const read = await readRegisterFile(bytes)
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value.rows.map(({ cells }) => cells)
}

async function xlsx(rows: (string | number | Date | null)[][]): Promise<Uint8Array> {
  const cells = rows.map((row) =>
    row.map((value) =>
      value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : value,
    ),
  )
  return new Uint8Array(await writeExcelFile(cells).toBuffer())
}

/** A workbook whose sheet is this XML, for what a writer of ours would never write. */
function workbook(sheetXml: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`)
  return zipSync({
    '[Content_Types].xml': xml('<Types/>'),
    'xl/workbook.xml': xml(
      '<workbook xmlns:r="r"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': xml(
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': xml(sheetXml),
    ...more,
  })
}

const gb18030 = Uint8Array.from(
  // 楼栋,房号 / 1幢,101, as a Chinese Excel writes it.
  [0xc2, 0xa5, 0xb6, 0xb0, 0x2c, 0xb7, 0xbf, 0xba, 0xc5, 0x0d, 0x0a].concat([
    0x31, 0xb4, 0xb1, 0x2c, 0x31, 0x30, 0x31, 0x0d, 0x0a,
  ]),
)

describe('[G13] a file is read by what it is', () => {
  test('a CSV in GB18030, in UTF-8 with a mark, in UTF-16, with semicolons or tabs', async () => {
    const expected = [
      ['楼栋', '房号'],
      ['1幢', '101'],
    ]
    expect(await cellsOf(gb18030)).toEqual(expected)
    const utf8 = new TextEncoder()
    expect(await cellsOf(utf8.encode('\ufeff楼栋,房号\r\n1幢,101\r\n'))).toEqual(expected)
    expect(await cellsOf(utf8.encode('楼栋;房号\n1幢;101'))).toEqual(expected)
    const utf16 = Buffer.from('\ufeff楼栋\t房号\n1幢\t101', 'utf16le')
    expect(await cellsOf(new Uint8Array(utf16))).toEqual(expected)
  })

  test('an .xlsx with numbers, dates and an area that floated', async () => {
    expect(
      await cellsOf(await xlsx([['房号', 101, 88.799999999999997, new Date('2026-03-01')]])),
    ).toEqual([['房号', '101', '88.8', { text: '2026-03-01', flaw: 'date' }]])
  })

  test('a small file whose cells are said to be far away, before any of it is made', async () => {
    const code = (rows: string, more = '') =>
      codeOf(
        workbook(
          `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>${rows}</sheetData>${more}</worksheet>`,
        ),
      )
    const far = (row: string, cell: string) => `<row r=${row}><c r=${cell}><v>1</v></c></row>`
    expect(await code(far('"2"', '"B2"'))).toBe('ok')
    expect(await code(far('"1048576"', '"XFD1048576"'))).toBe('unpacks-too-large')
    expect(await code(far("'1048576'", "'XFD1048576'"))).toBe('unpacks-too-large')
    expect(await code(`<row r="5000"><c t=">" r="XFD5000"><v>1</v></c></row>`)).toBe(
      'unpacks-too-large',
    )
    for (const row of ['1e12', '99999999999', '-1', '&#49;e9', '']) {
      expect(await code(far(`"${row}"`, '"A2"')), row).toBe('file-damaged')
    }
    expect(await code('<row r="2" r="1e12"/>')).toBe('file-damaged')
    const merge = (ref: string) => `<mergeCell ref="${ref}"/>`
    const merges = (refs: string) => code('', `<mergeCells>${refs}</mergeCells>`)
    expect(await merges(merge('A1:B3'))).toBe('ok')
    expect(await merges(merge('A1:BH20000').repeat(50))).toBe('unpacks-too-large')
    // One that is written backwards takes nothing off the others.
    expect(await merges(merge('BH1:A20000').repeat(50) + merge('A1:BH20000'))).toBe(
      'unpacks-too-large',
    )
  })

  test('formulas, merged cells, errors and numbers that lost their end, where they stand', async () => {
    const bytes = workbook(
      `<worksheet><sheetData>
        <row r="1"><c r="A1" t="inlineStr"><is><t>楼栋</t></is></c><c r="B1"><v>350524197001010000</v></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>1幢</t></is></c><c r="B2"><f>1+1</f><v>2</v></c></row>
        <row r="3"><c r="B3" t="e"><v>#REF!</v></c><c r="C3"><v>7</v></c></row>
      </sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells></worksheet>`,
    )
    expect(await cellsOf(bytes)).toEqual([
      ['楼栋', { text: '350524197001010000', flaw: 'digits-lost' }, ''],
      ['1幢', { text: '2', flaw: 'formula' }, ''],
      [{ text: '', flaw: 'merged' }, { text: '#REF!', flaw: 'error-value' }, '7'],
    ])
  })

  test('what Excel made of a cell before it wrote a CSV', async () => {
    const text = '3月1日,3.50524E+17,=1+1,"=""0012""",#N/A,\'=x,2026/3/1'
    expect(await cellsOf(new TextEncoder().encode(text))).toEqual([
      [
        { text: '3月1日', flaw: 'date' },
        { text: '3.50524E+17', flaw: 'digits-lost' },
        { text: '=1+1', flaw: 'formula' },
        '0012',
        { text: '#N/A', flaw: 'error-value' },
        '=x',
        { text: '2026/3/1', flaw: 'date' },
      ],
    ])
  })

  test('of a whole identity number only its ending goes on', async () => {
    const cells = await cellsOf(new TextEncoder().encode('身份证\n350524197001010012'))
    expect(JSON.stringify(cells)).not.toContain('19700101')
    expect(cells[1]).toEqual(['**************0012'])
  })
})

describe('[G13] a file that cannot be read is refused for what it is', () => {
  test.each([
    ['nothing', new Uint8Array(), 'file-empty'],
    ['blank lines', new TextEncoder().encode('\n ,\n'), 'sheet-empty'],
    ['an old .xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'old-xls'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'not-a-spreadsheet'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('x') }), 'not-a-spreadsheet'],
    ['a quote that never ends', new TextEncoder().encode('楼栋,"房号\n1,101'), 'file-damaged'],
    ['too large', new Uint8Array(REGISTER_FILE_BYTES + 1), 'file-too-large'],
    [
      'more rows than any compound has',
      new TextEncoder().encode('1,2\n'.repeat(20_001)),
      'too-many-rows',
    ],
    ['columns without end', new TextEncoder().encode('1,'.repeat(80)), 'too-many-columns'],
    ['a sheet that is no XML', workbook('<worksheet><sheetData><row r='), 'file-damaged'],
  ])('%s', async (_name, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code)
  })

  test('half an .xlsx', async () => {
    const whole = await xlsx([
      ['楼栋', '房号'],
      ['1', '101'],
    ])
    expect(await codeOf(whole)).toBe('ok')
    expect(await codeOf(whole.slice(0, whole.length / 2))).toBe('file-damaged')
  })

  test('a small file that unpacks to more than any register', async () => {
    const bomb = workbook('<worksheet/>', {
      'xl/sharedStrings.xml': new Uint8Array(50 * 1024 * 1024).fill(32),
    })
    expect(bomb.byteLength).toBeLessThan(200_000)
    expect(await codeOf(bomb)).toBe('unpacks-too-large')
  })

  test('one that lies about what it unpacks to', async () => {
    const bomb = workbook('<worksheet/>', {
      'xl/sharedStrings.xml': new Uint8Array(50 * 1024 * 1024).fill(32),
    })
    const lying = Buffer.from(bomb)
    const entry = lying.lastIndexOf('xl/sharedStrings.xml')
    // The unpacked size stands 22 bytes before the name in the central directory.
    lying.writeUInt32LE(1000, entry - 22)
    expect(['file-damaged', 'sheet-empty']).toContain(await codeOf(new Uint8Array(lying)))
  })
})
