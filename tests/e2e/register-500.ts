import type { Page } from '@playwright/test'
import writeExcelFile from 'write-excel-file/node'

const HEADER = [
  '幢号',
  '单元号',
  '室号',
  '房屋用途',
  '建筑面积（㎡）',
  '产权人',
  '身份证后4位',
  '联系电话',
]
const UNITS = 500

type Row = (string | number)[]

/** Every owner bears a name of their own. */
export function nameOf(index: number): string {
  return `黄${String.fromCodePoint(0x4e00 + index)}明`
}

/**
 * 500 units of 凤鸣苑 in seven buildings.
 *
 * @param owners - how many owners there are, each with an ending of their own; the first has what
 *   the others leave.
 */
export function register({ owners = UNITS }: { owners?: number } = {}): Row[] {
  return Array.from({ length: UNITS }, (_each, index) => {
    const owner = Math.max(0, index - (UNITS - owners))
    return [
      `${1 + Math.floor(index / 72)}栋`,
      String(1 + (index % 2)),
      `${1 + Math.floor((index % 72) / 9)}0${1 + (index % 9)}`,
      '住宅',
      60 + (index % 50) + 0.25,
      nameOf(owner),
      String(owner).padStart(4, '0'),
      `139${String(10_000_000 + owner)}`,
    ]
  })
}

/** As it comes from a property office: a use nobody knows, an area in words, a unit twice, no room. */
export function withFaults(rows: Row[]): Row[] {
  const change = (line: number, column: number, value: string) =>
    rows[line]?.splice(column, 1, value)
  change(10, 3, '住家')
  change(20, 4, '约90')
  change(30, 2, '')
  const twin = rows[41]
  if (twin) rows.push([...twin])
  return rows
}

export async function xlsx(rows: Row[]): Promise<Buffer> {
  return writeExcelFile([HEADER, ...rows]).toBuffer()
}

/** Brings a file to the register of 凤鸣苑, and has it checked. */
export async function sendRegister(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/desk/register/import?compound=fengming')
  await page.getByLabel('选择文件').setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  })
  await page.getByRole('button', { name: '检查这个文件' }).click()
}

/** Says that parking does not count, and makes and publishes the roll; the page is then its own. */
export async function publishRoll(page: Page): Promise<void> {
  await page.goto('/desk/register/rules?compound=fengming')
  await page.getByText('都不算').click()
  await page.getByRole('button', { name: '保存规则' }).click()
  await page.getByText('规则已保存。').waitFor()
  await page.goto('/desk/register/rolls?compound=fengming')
  await page.getByRole('button', { name: '生成草稿' }).click()
  await page.getByRole('heading', { name: '凤鸣苑业主表决名册' }).waitFor()
  await page.getByRole('button', { name: '公示', exact: true }).click()
  await page.getByText('公示中').waitFor()
}
