import { hashPassword } from '#app/services/accounts/password.server.ts'
import { getStaff } from '#app/services/accounts/get-staff.server.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { createDraft } from '#app/services/sessions/create-draft.server.ts'
import type { Database } from '#db/database.ts'
import { accounts } from '#db/schema/accounts.ts'
import { bodies, memberships, people } from '#db/schema/organisation.ts'
import { settleRiverside } from './matter-setting.ts'

export const PASSWORD = 'tea on the hills'

const ROSTER: [id: string, name: string, side: Side][] = [
  ['wang', '王秀英', 'residents'],
  ['su', '苏丽华', 'residents'],
  ['lai', '赖明辉', 'property'],
  ['huang', '黄建平', 'owners'],
  ['gao', '高文静', 'committees'],
  ['officer', '吴志勇', 'police'],
]

/** Riverside with a roster of every side and its staff: lin the cadre, xu the recorder, wu a cadre elsewhere, town. */
export async function staffRiverside(db: Database): Promise<void> {
  await settleRiverside(db)
  const passwordHash = await hashPassword(PASSWORD)
  await db.insert(people).values([
    ...ROSTER.map(([id, name]) => ({
      id,
      name,
      communityId: 'riverside',
      honorific: 'ms' as const,
    })),
    { id: 'fang', name: '方丽萍', communityId: null, honorific: 'ms' as const },
  ])
  await db.insert(bodies).values({
    id: 'table',
    kind: 'residents',
    communityId: 'riverside',
    name: '各方',
    nameEn: 'All',
  })
  await db.insert(memberships).values(
    ROSTER.map(([personId, , side]) => ({
      id: `m-${personId}`,
      personId,
      bodyId: 'table',
      side,
      title: side,
      titleEn: side,
      compoundId: 'lanxi',
      validFrom: '2026-01-01',
    })),
  )
  const account = (
    login: string,
    role: StaffViewer['role'],
    scopeId: string,
    personId: string,
  ) => ({
    id: `account-${login}`,
    login,
    role,
    scopeId,
    personId,
    passwordHash,
  })
  await db
    .insert(accounts)
    .values([
      account('lin', 'cadre', 'riverside', 'lin'),
      account('xu', 'recorder', 'riverside', 'xu'),
      account('wu', 'cadre', 'hillside', 'wu'),
      account('fang', 'town', 'town', 'fang'),
    ])
}

export async function staff(
  db: Database,
  login: 'lin' | 'xu' | 'wu' | 'fang',
): Promise<StaffViewer> {
  const viewer = await getStaff({ db }, `account-${login}`)
  if (!viewer) throw new Error(`No account of ${login}`)
  return viewer
}

/** A draft of a council session as the desk makes it. */
export async function aDraft(
  services: Services,
  viewer: StaffViewer,
  room: 'council' | 'tearoom' | 'talkroom' = 'council',
): Promise<string> {
  const created = await createDraft(services, viewer, {
    communityId: 'riverside',
    compoundId: 'lanxi',
    room,
    venue: '',
    parts: { opening: '签到', closing: '宣读' },
  })
  if (!created.ok) throw new Error(created.refusal.code)
  return created.value.meetingId
}
