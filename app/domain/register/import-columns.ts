import { textOf, type Sheet, type SheetCell } from './sheet.ts'

/** What a column of the register can hold, in the order of the template. */
export const REGISTER_FIELDS = [
  'building',
  'stairwell',
  'room',
  'floor',
  'kind',
  'status',
  'areaRegistered',
  'areaSurveyed',
  'areaContract',
  'owners',
  'idTails',
  'phones',
  'designated',
  'ownerKind',
  'agent',
  'agentPhone',
] as const

export type RegisterField = (typeof REGISTER_FIELDS)[number]

/** Which column, counted from 0, holds which field. A field without a column is left as it is. */
export type ColumnMatch = Partial<Record<RegisterField, number>>

/** Without these no row can be told from another. */
export const NEEDED_FIELDS = ['building', 'room'] as const satisfies readonly RegisterField[]

/** What registers call these columns, after `headerKey`. */
const HEADERS: Record<RegisterField, readonly string[]> = {
  building: [
    '楼栋',
    '幢',
    '栋',
    '幢号',
    '楼幢',
    '楼号',
    '楼栋号',
    '楼宇',
    '楼',
    '楼座',
    'building',
    'block',
  ],
  stairwell: ['单元', '单元号', '梯', '梯位', 'stairwell', 'entrance', 'staircase'],
  room: [
    '房号',
    '室号',
    '门牌',
    '门牌号',
    '房间号',
    '房间',
    '房屋编号',
    '户号',
    '室',
    '车位号',
    '铺号',
    'room',
    'unit',
    'door',
    'flat',
    'roomno',
  ],
  floor: ['楼层', '层', '所在层', '层数', 'floor', 'storey', 'level'],
  kind: [
    '用途',
    '类型',
    '房屋用途',
    '房屋类型',
    '性质',
    '规划用途',
    '业态',
    'kind',
    'type',
    'use',
    'usage',
  ],
  status: ['状态', '销售状态', '交付状态', '房屋状态', '是否交付', 'status', 'state'],
  areaRegistered: [
    '登记面积',
    '不动产登记面积',
    '产权面积',
    '产权证面积',
    '证载面积',
    '建筑面积',
    '专有面积',
    '面积',
    '房屋面积',
    'registeredarea',
    'area',
  ],
  areaSurveyed: ['实测面积', '测绘面积', 'surveyedarea'],
  areaContract: ['合同面积', '预测面积', '购房合同面积', 'contractarea'],
  owners: [
    '业主',
    '业主姓名',
    '姓名',
    '产权人',
    '所有权人',
    '权利人',
    '房主',
    '户主',
    '业主名称',
    'owner',
    'owners',
    'ownername',
    'name',
  ],
  idTails: [
    '证件号后4位',
    '证件后四位',
    '证件号',
    '身份证',
    '身份证号',
    '身份证号码',
    '身份证后四位',
    '身份证后4位',
    '证件号码',
    '证件号后四位',
    'id',
    'idnumber',
    'idlast4',
    'last4ofid',
  ],
  phones: [
    '手机',
    '电话',
    '联系电话',
    '手机号',
    '手机号码',
    '联系方式',
    '业主电话',
    'phone',
    'mobile',
    'telephone',
    'tel',
  ],
  designated: [
    '共有人代表',
    '投票代表',
    '表决代表',
    '推选代表',
    '指定投票人',
    'designatedvoter',
    'designated',
    'voter',
  ],
  ownerKind: ['业主类型', '业主性质', '业主类别', 'ownertype', 'ownerkind'],
  agent: [
    '监护人或法定代表人',
    '监护人',
    '法定代表人',
    '法人代表',
    '代理人',
    'agent',
    'guardian',
    'legalrepresentative',
  ],
  agentPhone: [
    '监护人或法定代表人电话',
    '监护人电话',
    '代表人电话',
    '法定代表人电话',
    'agentphone',
    'guardianphone',
  ],
}

/** What a template and an export call each column. */
export const TEMPLATE_HEADERS = {
  building: '楼栋',
  stairwell: '单元',
  room: '房号',
  floor: '楼层',
  kind: '用途',
  status: '状态',
  areaRegistered: '登记面积',
  areaSurveyed: '实测面积',
  areaContract: '合同面积',
  owners: '业主',
  idTails: '证件号后4位',
  phones: '手机',
  designated: '共有人代表',
  ownerKind: '业主类型',
  agent: '监护人或法定代表人',
  agentPhone: '监护人或法定代表人电话',
} as const satisfies Record<RegisterField, string>

const FIELD_OF = new Map(
  REGISTER_FIELDS.flatMap((field) => HEADERS[field].map((name) => [name, field] as const)),
)

/** A header in one spelling: no spaces, brackets, units, stars or dots, full width as half. */
function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\((?:[^)]*)\)|\[(?:[^\]]*)\]/gu, '')
    .replace(/[\s*:：_.\-/']|㎡|m²|m2|平方米/gu, '')
}

/** Finds the fields by their headers; the first of two columns of one name is taken. */
export function guessColumns(header: readonly SheetCell[]): ColumnMatch {
  const columns: ColumnMatch = {}
  for (const [column, cell] of header.entries()) {
    const field = FIELD_OF.get(headerKey(textOf(cell)))
    if (field !== undefined && columns[field] === undefined) columns[field] = column
  }
  return columns
}

/** How far down a header may stand: above it there are titles and remarks. */
const HEADER_WITHIN = 10

/** The line that names the most columns, else the first one. Null for an empty sheet. */
export function findHeader(sheet: Sheet): { line: number; cells: SheetCell[] } | null {
  const named = (cells: readonly SheetCell[]) => Object.keys(guessColumns(cells)).length
  let best = sheet.rows[0] ?? null
  for (const row of sheet.rows.slice(0, HEADER_WITHIN)) {
    if (best && named(row.cells) > named(best.cells)) best = row
  }
  return best
}
