import type { StaffRole } from '#app/domain/permissions/viewer.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import { COMMUNITIES, COMPANIES } from './anxi.ts'
import type { Random } from './random.ts'

export type SeedPerson = {
  id: string
  communityId: string | null
  name: string
  honorific: 'mr' | 'ms'
  phone: string
  needsCall: boolean
}

export type SeedMembership = {
  personId: string
  bodyId: string
  side: Side
  title: string
  titleEn: string
  compoundId: string | null
  building: string | null
}

export type SeedAccount = { personId: string; login: string; role: StaffRole; scopeId: string }

export type SeedRoster = {
  people: SeedPerson[]
  memberships: SeedMembership[]
  accounts: SeedAccount[]
}

export const SURNAMES = [...'陈林黄王李吴郑许谢苏蔡张刘杨洪庄叶廖高白柯施傅沈邱魏曾江方程']
export const GIVEN_MS = [
  '秀英',
  '丽华',
  '小燕',
  '美玲',
  '玉兰',
  '淑贞',
  '雪梅',
  '桂香',
  '晓红',
  '惠珍',
  '巧云',
  '月娥',
  '春花',
  '碧霞',
  '雅琴',
  '素芬',
]
export const GIVEN_MR = [
  '文斌',
  '国强',
  '志明',
  '建成',
  '火旺',
  '金水',
  '海峰',
  '德福',
  '永辉',
  '阿土',
  '俊杰',
  '荣华',
  '清水',
  '家明',
  '天送',
  '福来',
]

/** People whose names the pictures and the story know. The rest is drawn. */
const NAMED: Record<string, readonly [name: string, honorific: 'mr' | 'ms'][]> = {
  'hebin:cadres': [
    ['林雅芳', 'ms'],
    ['许晓燕', 'ms'],
    ['高文静', 'ms'],
    ['刘海燕', 'ms'],
    ['陈立新', 'mr'],
  ],
  'hebin:police': [
    ['吴志勇', 'mr'],
    ['蔡伟民', 'mr'],
  ],
  'lanxi:property': [
    ['陈志强', 'mr'],
    ['赖明辉', 'mr'],
  ],
  'lanxi:owners': [
    ['黄建平', 'mr'],
    ['郑国栋', 'mr'],
    ['白秋月', 'ms'],
  ],
  'lanxi:residents': [
    ['王秀英', 'ms'],
    ['苏丽华', 'ms'],
    ['谢文斌', 'mr'],
    ['吴小燕', 'ms'],
    ['张火旺', 'mr'],
    ['李玉兰', 'ms'],
  ],
}

const CADRE_TITLES = [
  ['社区书记', 'Community Party secretary'],
  ['居委会委员', 'Residents’ committee member'],
  ['居委会副主任', 'Residents’ committee deputy head'],
  ['网格员', 'Grid worker'],
  ['居委会委员', 'Residents’ committee member'],
] as const

/** Sixteen residents a compound, spread over the buildings; every fifth prefers a call to a link. */
const RESIDENTS = 16

/** Made-up people for every community: names, phones and offices, the same for the same seed. */
export function anxiPeople(random: Random): SeedRoster {
  const roster: SeedRoster = { people: [], memberships: [], accounts: [] }
  const used = new Set(Object.values(NAMED).flatMap((names) => names.map(([name]) => name)))

  const drawName = (): [string, 'mr' | 'ms'] => {
    for (;;) {
      const honorific = random.below(2) === 0 ? 'ms' : 'mr'
      const given = random.pick(honorific === 'ms' ? GIVEN_MS : GIVEN_MR)
      const name = `${random.pick(SURNAMES)}${given}`
      if (used.has(name)) continue
      used.add(name)
      return [name, honorific]
    }
  }
  const addPerson = (
    id: string,
    communityId: string | null,
    named: readonly [string, 'mr' | 'ms'] | undefined,
    needsCall = false,
  ) => {
    const [name, honorific] = named ?? drawName()
    // Made up, and of one visible pattern so that nobody takes them for real.
    const phone = `13800${String(100_000 + roster.people.length * 7).slice(-6)}`
    roster.people.push({ id, communityId, name, honorific, phone, needsCall })
    return id
  }

  for (const community of COMMUNITIES) {
    const rc = `${community.id}-rc`
    for (const [index, [title, titleEn]] of CADRE_TITLES.entries()) {
      const id = addPerson(
        `${community.id}-cadre-${index + 1}`,
        community.id,
        NAMED[`${community.id}:cadres`]?.[index],
      )
      roster.memberships.push({
        personId: id,
        bodyId: rc,
        side: 'committees',
        title,
        titleEn,
        compoundId: null,
        building: null,
      })
    }
    for (const index of [0, 1]) {
      const id = addPerson(
        `${community.id}-police-${index + 1}`,
        community.id,
        NAMED[`${community.id}:police`]?.[index],
      )
      roster.memberships.push({
        personId: id,
        bodyId: `${community.id}-police`,
        side: 'police',
        title: '社区民警',
        titleEn: 'Beat officer',
        compoundId: null,
        building: null,
      })
    }
    for (const compound of community.compounds) {
      const member = (
        role: 'property' | 'owners' | 'residents',
        index: number,
        bodyId: string,
        title: string,
        titleEn: string,
        building: string | null,
      ) => {
        const id = addPerson(
          `${compound.id}-${role}-${index + 1}`,
          community.id,
          NAMED[`${compound.id}:${role}`]?.[index],
          role === 'residents' && index % 5 === 4,
        )
        roster.memberships.push({
          personId: id,
          bodyId,
          side: role,
          title,
          titleEn,
          compoundId: compound.id,
          building,
        })
      }
      const company = `company-${compound.company}`
      const companyName = COMPANIES[compound.company]
      member(
        'property',
        0,
        company,
        `${companyName.name}项目经理`,
        `${companyName.nameEn}, project manager`,
        null,
      )
      member(
        'property',
        1,
        company,
        `${companyName.name}工程主管`,
        `${companyName.nameEn}, engineer`,
        null,
      )
      member('owners', 0, `${compound.id}-oc`, '业委会主任', 'Owners’ committee chair', null)
      member('owners', 1, `${compound.id}-oc`, '业委会委员', 'Owners’ committee member', null)
      member('owners', 2, `${compound.id}-oc`, '业委会委员', 'Owners’ committee member', null)
      for (let index = 0; index < RESIDENTS; index += 1) {
        const isLead = index === RESIDENTS - 1
        const building = `${((index + 4) % compound.buildings) + 1}幢`
        member(
          'residents',
          index,
          isLead ? `${compound.id}-leads` : `${compound.id}-residents`,
          isLead ? '楼栋长' : '居民代表',
          isLead ? 'Building lead' : 'Residents’ representative',
          building,
        )
      }
    }
    roster.accounts.push(
      {
        personId: `${community.id}-cadre-1`,
        login: community.id === 'hebin' ? 'linyafang' : `${community.id}-1`,
        role: 'cadre',
        scopeId: community.id,
      },
      {
        personId: `${community.id}-cadre-2`,
        login: community.id === 'hebin' ? 'xuxiaoyan' : `${community.id}-2`,
        role: 'recorder',
        scopeId: community.id,
      },
    )
  }
  const clerk = addPerson('county-clerk', null, ['方丽萍', 'ms'])
  roster.accounts.push({ personId: clerk, login: 'anxi', role: 'county', scopeId: 'anxi' })
  const townClerk = addPerson('town-clerk', null, ['程志远', 'mr'])
  roster.accounts.push({
    personId: townClerk,
    login: 'fengcheng',
    role: 'town',
    scopeId: 'fengcheng',
  })
  return roster
}
