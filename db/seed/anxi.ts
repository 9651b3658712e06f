import type { BodyKind, PlaceKind } from '#app/domain/organisation/organisation.ts'

export type SeedPlace = {
  id: string
  kind: PlaceKind
  parentId: string | null
  communityId: string | null
  name: string
  nameEn: string
  code: string
  hall: string | null
  hotline: string | null
  households: number | null
  position: number
}

export type SeedBody = {
  id: string
  kind: BodyKind
  parentId: string | null
  communityId: string | null
  name: string
  nameEn: string
  placeIds: string[]
}

type Compound = {
  id: string
  name: string
  nameEn: string
  hall: string
  buildings: number
  floors: number
  company: 'anhe' | 'cuihu' | 'minda' | 'ruifeng'
}

type Community = {
  id: string
  townId: string
  name: string
  nameEn: string
  hotline: string
  station: string
  stationEn: string
  compounds: Compound[]
}

/** Towns are real names of the county; communities, compounds and companies are made up. */
const TOWNS = [
  { id: 'fengcheng', name: '凤城镇', nameEn: 'Fengcheng', code: '350524100' },
  { id: 'chengxiang', name: '城厢镇', nameEn: 'Chengxiang', code: '350524112' },
  { id: 'cannei', name: '参内镇', nameEn: 'Cannei', code: '350524113' },
  { id: 'hutou', name: '湖头镇', nameEn: 'Hutou', code: '350524102' },
] as const

export const COMMUNITIES: readonly Community[] = [
  {
    id: 'hebin',
    townId: 'fengcheng',
    name: '河滨社区',
    nameEn: 'Hebin',
    hotline: '0595-2330 0730',
    station: '城关派出所',
    stationEn: 'Chengguan police station',
    compounds: [
      {
        id: 'lanxi',
        name: '蓝溪花园',
        nameEn: 'Lanxi Garden',
        hall: '蓝溪花园党群服务站二楼',
        buildings: 8,
        floors: 11,
        company: 'anhe',
      },
      {
        id: 'fengming',
        name: '凤鸣苑',
        nameEn: 'Fengming Court',
        hall: '凤鸣苑邻里中心',
        buildings: 7,
        floors: 8,
        company: 'cuihu',
      },
      {
        id: 'xianghe',
        name: '祥和里',
        nameEn: 'Xianghe Lane',
        hall: '祥和里架空层议事角',
        buildings: 5,
        floors: 6,
        company: 'anhe',
      },
    ],
  },
  {
    id: 'chadu',
    townId: 'fengcheng',
    name: '茶都社区',
    nameEn: 'Chadu',
    hotline: '0595-2330 0731',
    station: '城关派出所',
    stationEn: 'Chengguan police station',
    compounds: [
      {
        id: 'mingxiang',
        name: '茗香苑',
        nameEn: 'Mingxiang Court',
        hall: '茗香苑一楼会议室',
        buildings: 6,
        floors: 9,
        company: 'cuihu',
      },
      {
        id: 'chayuan',
        name: '茶缘新村',
        nameEn: 'Chayuan Village',
        hall: '茶都社区居委会三楼',
        buildings: 4,
        floors: 6,
        company: 'minda',
      },
    ],
  },
  {
    id: 'guangde',
    townId: 'chengxiang',
    name: '光德社区',
    nameEn: 'Guangde',
    hotline: '0595-2330 0732',
    station: '城厢派出所',
    stationEn: 'Chengxiang police station',
    compounds: [
      {
        id: 'xishan',
        name: '溪山里',
        nameEn: 'Xishan Lane',
        hall: '溪山里党群服务站',
        buildings: 6,
        floors: 11,
        company: 'ruifeng',
      },
      {
        id: 'longhu',
        name: '龙湖雅居',
        nameEn: 'Longhu Residence',
        hall: '龙湖雅居会所一楼',
        buildings: 5,
        floors: 11,
        company: 'minda',
      },
    ],
  },
  {
    id: 'langhu',
    townId: 'hutou',
    name: '阆湖社区',
    nameEn: 'Langhu',
    hotline: '0595-2330 0733',
    station: '湖头派出所',
    stationEn: 'Hutou police station',
    compounds: [
      {
        id: 'langhuxin',
        name: '阆湖新居',
        nameEn: 'Langhu New Homes',
        hall: '阆湖社区居委会二楼',
        buildings: 4,
        floors: 6,
        company: 'ruifeng',
      },
    ],
  },
]

export const COMPANIES = {
  anhe: { name: '安和物业', nameEn: 'Anhe Property' },
  cuihu: { name: '翠湖物业', nameEn: 'Cuihu Property' },
  minda: { name: '民达物业', nameEn: 'Minda Property' },
  ruifeng: { name: '瑞丰物业', nameEn: 'Ruifeng Property' },
} as const

/** County, towns, communities, compounds, grids, buildings and units, parents before children. */
export function anxiPlaces(): SeedPlace[] {
  const places: SeedPlace[] = []
  const add = (
    place: Partial<SeedPlace> & Pick<SeedPlace, 'id' | 'kind' | 'name' | 'nameEn'>,
  ) =>
    places.push({
      parentId: null,
      communityId: null,
      code: place.id,
      hall: null,
      hotline: null,
      households: null,
      position: places.length,
      ...place,
    })

  add({ id: 'anxi', kind: 'county', name: '安溪县', nameEn: 'Anxi County', code: '350524' })
  for (const town of TOWNS) add({ ...town, kind: 'town', parentId: 'anxi' })
  for (const community of COMMUNITIES) {
    add({
      id: community.id,
      kind: 'community',
      parentId: community.townId,
      communityId: community.id,
      name: community.name,
      nameEn: community.nameEn,
      hotline: community.hotline,
    })
    for (const [index, compound] of community.compounds.entries()) {
      const unitsPerBuilding = compound.floors * 4
      add({
        id: compound.id,
        kind: 'compound',
        parentId: community.id,
        communityId: community.id,
        name: compound.name,
        nameEn: compound.nameEn,
        hall: compound.hall,
        households: compound.buildings * unitsPerBuilding,
      })
      add({
        id: `${compound.id}-grid`,
        kind: 'grid',
        parentId: community.id,
        communityId: community.id,
        name: `${community.name}第${index + 1}网格`,
        nameEn: `${community.nameEn} grid ${index + 1}`,
      })
      for (let building = 1; building <= compound.buildings; building += 1) {
        const buildingId = `${compound.id}-${building}`
        add({
          id: buildingId,
          kind: 'building',
          parentId: compound.id,
          communityId: community.id,
          name: `${building}幢`,
          nameEn: `Building ${building}`,
        })
        for (let floor = 1; floor <= compound.floors; floor += 1) {
          for (let door = 1; door <= 4; door += 1) {
            const room = `${floor}0${door}`
            add({
              id: `${buildingId}-${room}`,
              kind: 'unit',
              parentId: buildingId,
              communityId: community.id,
              name: `${building}幢${room}室`,
              nameEn: `Building ${building}, ${room}`,
            })
          }
        }
      }
    }
  }
  return places
}

/**
 * The second tree: community Party organisation > grid branch > courtyard
 * group > building lead, and beside it the committees, companies and stations.
 */
export function anxiBodies(): SeedBody[] {
  const bodies: SeedBody[] = []
  for (const [key, company] of Object.entries(COMPANIES)) {
    bodies.push({
      id: `company-${key}`,
      kind: 'property-company',
      parentId: null,
      communityId: null,
      name: company.name,
      nameEn: company.nameEn,
      placeIds: COMMUNITIES.flatMap((community) =>
        community.compounds.filter((each) => each.company === key).map((each) => each.id),
      ),
    })
  }
  bodies.push({
    id: 'fire-station',
    kind: 'department',
    parentId: null,
    communityId: null,
    name: '镇消防工作站',
    nameEn: 'Town fire station',
    placeIds: ['fengcheng'],
  })
  for (const community of COMMUNITIES) {
    const party = `${community.id}-party`
    const ofCommunity = (
      id: string,
      kind: BodyKind,
      name: string,
      nameEn: string,
      parentId: string | null,
      placeIds: string[],
    ) => bodies.push({ id, kind, parentId, communityId: community.id, name, nameEn, placeIds })

    ofCommunity(
      party,
      'party-community',
      `${community.name}党总支`,
      `${community.nameEn} Party organisation`,
      null,
      [community.id],
    )
    ofCommunity(
      `${community.id}-rc`,
      'residents-committee',
      `${community.name}居委会`,
      `${community.nameEn} residents’ committee`,
      null,
      [community.id],
    )
    ofCommunity(
      `${community.id}-police`,
      'police-station',
      community.station,
      community.stationEn,
      null,
      [community.id],
    )
    for (const compound of community.compounds) {
      const branch = `${compound.id}-branch`
      ofCommunity(
        branch,
        'party-branch',
        `${compound.name}党支部`,
        `${compound.nameEn} Party branch`,
        party,
        [`${compound.id}-grid`, compound.id],
      )
      ofCommunity(
        `${compound.id}-group`,
        'party-group',
        `${compound.name}楼院党小组`,
        `${compound.nameEn} courtyard group`,
        branch,
        [compound.id],
      )
      ofCommunity(
        `${compound.id}-leads`,
        'building-lead',
        `${compound.name}楼栋长`,
        `${compound.nameEn} building leads`,
        `${compound.id}-group`,
        [compound.id],
      )
      ofCommunity(
        `${compound.id}-oc`,
        'owners-committee',
        `${compound.name}业委会`,
        `${compound.nameEn} owners’ committee`,
        null,
        [compound.id],
      )
      ofCommunity(
        `${compound.id}-residents`,
        'residents',
        `${compound.name}居民`,
        `${compound.nameEn} residents`,
        null,
        [compound.id],
      )
    }
  }
  return bodies
}
