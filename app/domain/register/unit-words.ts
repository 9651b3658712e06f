import type { UnitKind, UnitStatus } from '#app/domain/voting/roll.ts'
import type { OwnerKind } from './register.ts'

/** What registers call a kind of unit; the first is what an export writes. */
const KINDS: Record<UnitKind, readonly string[]> = {
  dwelling: [
    '住宅',
    '住房',
    '商品房',
    '居住',
    '公寓',
    '普通住宅',
    'dwelling',
    'flat',
    'home',
    'residential',
  ],
  shop: ['商铺', '店面', '店铺', '商业', '门面', '商业用房', '底商', 'shop', 'retail'],
  office: ['办公', '写字楼', '办公用房', 'office'],
  parking: ['车位', '车库', '停车位', '地下车位', '产权车位', '人防车位', 'parking', 'garage'],
  stall: ['摊位', '摊铺', '市场摊位', 'stall'],
}

const STATUSES: Record<UnitStatus, readonly string[]> = {
  delivered: [
    '已交付',
    '已售',
    '已售已交付',
    '交付',
    '已入住',
    '自住',
    '出租',
    '是',
    'delivered',
    'sold',
  ],
  sold_undelivered: [
    '已售未交付',
    '未交付',
    '已售未交',
    '否',
    'sold undelivered',
    'sold-undelivered',
    'sold_undelivered',
    'sold, not delivered',
  ],
  unsold: ['未售', '待售', '未出售', '开发商自持', '自持', 'unsold'],
}

const OWNER_KINDS: Record<OwnerKind, readonly string[]> = {
  person: ['个人', '自然人', 'person', 'individual'],
  ward: [
    '被监护人',
    '未成年人',
    '未成年',
    '无民事行为能力人',
    '限制民事行为能力人',
    'ward',
    'minor',
  ],
  organisation: [
    '单位',
    '法人',
    '企业',
    '公司',
    '组织',
    'organisation',
    'organization',
    'company',
  ],
}

function reader<Name extends string>(words: Record<Name, readonly string[]>) {
  const names = new Map<string, Name>()
  for (const name of Object.keys(words) as Name[]) {
    for (const word of words[name]) names.set(word, name)
  }
  return (text: string): Name | null => names.get(text.toLowerCase()) ?? null
}

export const kindFrom = reader(KINDS)
export const statusFrom = reader(STATUSES)
export const ownerKindFrom = reader(OWNER_KINDS)

/** The words that an export writes and an import understands. */
export const WRITTEN = {
  kind: (kind: UnitKind) => KINDS[kind][0] ?? kind,
  status: (status: UnitStatus) => STATUSES[status][0] ?? status,
  ownerKind: (kind: OwnerKind) => OWNER_KINDS[kind][0] ?? kind,
}

const COMPANY =
  /(?:公司|集团|企业|厂|店|商行|经营部|工作室|合作社|银行|中心|学校|医院|幼儿园|协会|委员会|事务所|管理局|办事处|Ltd\.?|Inc\.?|Co\.?)$/iu

/** Whether a name is an organisation's, where the register does not say. */
export function soundsLikeOrganisation(name: string): boolean {
  return [...name].length >= 4 && COMPANY.test(name)
}
