import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { CountingPolicy, OwnerKind } from '#app/domain/register/register.ts'
import { UNCHOSEN_POLICY } from '#app/domain/register/counting-policy.ts'
import type { UnitKind, UnitStatus } from '#app/domain/voting/roll.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { choosePolicy } from '#app/services/register/counting-policy.server.ts'
import { draftRoll } from '#app/services/register/make-roll.server.ts'
import { freezeRoll, publishRoll } from '#app/services/register/publish-roll.server.ts'
import type { Database } from '#db/database.ts'
import { places } from '#db/schema/organisation.ts'
import { propertyOwners, propertyUnits, unitOwners } from '#db/schema/register.ts'
import { LIN, settleRiverside } from './matter-setting.ts'

export type SetUnit = {
  room: string
  /** Names; who bears the same name is the same owner. A `*` after it: designated. */
  owners: string
  building?: number
  stairwell?: string
  kind?: UnitKind
  status?: UnitStatus
  /** In units of 0.01 m². */
  area?: bigint | null
}

/** 蓝溪花园 with 1幢 and 2幢, these units, and 林雅芳 who keeps its register. */
export async function settleRegister(db: Database, units: readonly SetUnit[]): Promise<void> {
  await settleRiverside(db)
  await db.insert(places).values(
    [1, 2].map((number) => ({
      id: `b${number}`,
      kind: 'building' as const,
      parentId: 'lanxi',
      communityId: 'riverside',
      name: `${number}幢`,
      nameEn: `Building ${number}`,
      code: `b${number}`,
      position: number,
    })),
  )
  const names = new Set(units.flatMap((unit) => namesOf(unit).map(({ name }) => name)))
  if (names.size > 0) {
    await db.insert(propertyOwners).values([...names].map((name) => anOwner(name)))
  }
  for (const unit of units) await writeUnit(db, unit)
}

async function writeUnit(db: Database, unit: SetUnit): Promise<void> {
  const { room, building = 1, stairwell = '', kind = 'dwelling', area = 10_000n } = unit
  const id = `b${building}-${stairwell}-${room}`
  await db.insert(propertyUnits).values({
    ...{ id, stairwell, room, kind },
    status: unit.status ?? 'delivered',
    communityId: 'riverside',
    compoundId: 'lanxi',
    buildingId: `b${building}`,
    areaRegistered: area,
    updatedAt: new Date('2026-11-20T00:00:00Z'),
  })
  const owners = namesOf(unit)
  if (owners.length > 0) {
    await db.insert(unitOwners).values(
      owners.map(({ name, designated }, position) => ({
        unitId: id,
        ownerId: name,
        ...{ position, designated },
      })),
    )
  }
}

function namesOf({ owners }: SetUnit): { name: string; designated: boolean }[] {
  return owners
    .split(' ')
    .filter(Boolean)
    .map((name) => ({ name: name.replace('*', ''), designated: name.endsWith('*') }))
}

function anOwner(name: string, kind: OwnerKind = 'person') {
  return {
    ...{ id: name, name, kind },
    communityId: 'riverside',
    compoundId: 'lanxi',
    idTail: '0012',
    phone: '13905950001',
  }
}

export async function chooseTestPolicy(
  services: Services,
  change: Partial<CountingPolicy> = {},
): Promise<void> {
  const policy = { ...UNCHOSEN_POLICY, parking: 'exclude' as const, ...change }
  const chosen = await choosePolicy(services, LIN, { compoundId: 'lanxi', revision: 0, policy })
  if (!chosen.ok) throw new Error(chosen.refusal.code)
}

/** A roll of all 蓝溪花园, as far as it should be. */
export async function aRoll(
  services: Services,
  state: 'draft' | 'published' | 'frozen',
  viewer: StaffViewer = LIN,
): Promise<string> {
  const rollId = services.newId()
  const drafted = await draftRoll(services, viewer, {
    rollId,
    compoundId: 'lanxi',
    scope: { kind: 'compound' },
    title: '蓝溪花园业主名册',
  })
  if (!drafted.ok) throw new Error(JSON.stringify(drafted.refusal))
  if (state === 'draft') return rollId
  const published = await publishRoll(services, viewer, rollId)
  if (!published.ok) throw new Error(published.refusal.code)
  if (state === 'published') return rollId
  const frozen = await freezeRoll(services, viewer, { rollId, earlyReason: '全体业主已核对' })
  if (!frozen.ok) throw new Error(frozen.refusal.code)
  return rollId
}
