import { eq } from 'drizzle-orm'
import { DEFAULT_SPEAKING_RULES } from '#app/domain/meetings/speaking-rules.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { Services } from '#app/runtime/services.server.ts'
import type { Database } from '#db/database.ts'
import { matterEvents, matters, tasks } from '#db/schema/matters.ts'
import { meetings } from '#db/schema/meetings.ts'
import { people, places } from '#db/schema/organisation.ts'

/** Two communities of one town, a compound each, a resident, a cadre and a property manager. */
export async function settleRiverside(db: Database): Promise<void> {
  await db.insert(places).values([
    { id: 'county', kind: 'county', name: '安溪县', nameEn: 'Anxi', code: '350524' },
    {
      id: 'town',
      kind: 'town',
      parentId: 'county',
      name: '凤城镇',
      nameEn: 'Fengcheng',
      code: 'fc',
    },
    aCommunity('riverside', '河滨社区'),
    aCommunity('hillside', '山前社区'),
    aCompound('lanxi', 'riverside', '蓝溪花园'),
    aCompound('shanqian', 'hillside', '山前里'),
  ])
  await db.insert(people).values([
    {
      id: 'zhang',
      communityId: 'riverside',
      name: '张秀英',
      honorific: 'ms',
      phone: '13800005678',
    },
    { id: 'lin', communityId: 'riverside', name: '林雅芳', honorific: 'ms' },
    { id: 'xu', communityId: 'riverside', name: '许晓燕', honorific: 'ms' },
    { id: 'chen', communityId: 'riverside', name: '陈志强', honorific: 'mr' },
    { id: 'wu', communityId: 'hillside', name: '吴建华', honorific: 'mr' },
  ])
}

function aCommunity(id: string, name: string) {
  return {
    id,
    kind: 'community' as const,
    parentId: 'town',
    communityId: id,
    name,
    nameEn: id,
    code: id,
  }
}

function aCompound(id: string, communityId: string, name: string) {
  return {
    id,
    kind: 'compound' as const,
    parentId: communityId,
    communityId,
    name,
    nameEn: id,
    code: id,
  }
}

export const LIN: StaffViewer = {
  kind: 'staff',
  accountId: 'account-lin',
  personId: 'lin',
  name: '林雅芳',
  role: 'cadre',
  scopeId: 'riverside',
  communityIds: ['riverside'],
}
export const XU: StaffViewer = {
  ...LIN,
  accountId: 'account-xu',
  personId: 'xu',
  name: '许晓燕',
}
export const WU: StaffViewer = {
  ...LIN,
  accountId: 'account-wu',
  personId: 'wu',
  name: '吴建华',
  scopeId: 'hillside',
  communityIds: ['hillside'],
}
export const TOWN: StaffViewer = {
  ...LIN,
  accountId: 'account-town',
  personId: 'wu',
  name: '镇里',
  role: 'town',
  scopeId: 'town',
  communityIds: ['riverside', 'hillside'],
}

/** A session or a talk room of 蓝溪花园, chaired by 林雅芳. */
export async function holdMeeting(
  db: Database,
  id: string,
  room: 'council' | 'talkroom',
): Promise<void> {
  const at = new Date('2026-11-20T11:30:00Z')
  await db.insert(meetings).values({
    id,
    communityId: 'riverside',
    compoundId: 'lanxi',
    room,
    status: 'in-session',
    startsAt: at,
    durationMinutes: 90,
    venue: '党群服务中心',
    chairId: 'lin',
    rules: DEFAULT_SPEAKING_RULES,
    createdBy: 'lin',
    createdAt: at,
  })
}

/** What 陈志强's company is asked to do by the session `council-1`. */
export function aTask(
  taskId: string,
  change: { matterId?: string | null; dueOn?: string } = {},
) {
  return {
    meetingId: 'council-1',
    communityId: 'riverside',
    compoundId: 'lanxi',
    itemId: 'item-1',
    itemTitle: '地下水泵低频噪声',
    matterId: null,
    taskId,
    title: '更换水泵软接头',
    lead: { personId: 'chen', name: '安和物业', side: 'property' as const },
    helpers: [{ name: '业委会', side: 'owners' as const }],
    seats: [],
    dueOn: '2026-12-03',
    actorName: '林雅芳',
    ...change,
  }
}

export async function rowsOf(services: Services, matterId: string) {
  const { db } = services
  const [matter] = await db.select().from(matters).where(eq(matters.id, matterId))
  if (!matter) throw new Error(`No matter ${matterId}`)
  return {
    matter,
    tasks: await db.select().from(tasks).where(eq(tasks.matterId, matterId)).orderBy(tasks.id),
    events: await db
      .select()
      .from(matterEvents)
      .where(eq(matterEvents.matterId, matterId))
      .orderBy(matterEvents.seq),
  }
}
