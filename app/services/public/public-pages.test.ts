import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { GUEST, type Viewer } from '#app/domain/permissions/viewer.ts'
import { getCalendarEntry } from '#app/services/invitations/get-calendar-entry.server.ts'
import { matters } from '#db/schema/matters.ts'
import { conveneMeeting } from '#app/services/meetings/convene-meeting.server.ts'
import { hallCode } from '#app/services/meetings/hall-code.server.ts'
import { agendaItems } from '#db/schema/meetings.ts'
import { TOWN } from '#tests/helpers/matter-setting.ts'
import {
  CHAIR,
  MEETING,
  openMeeting,
  planMeeting,
  seat,
  TALK,
} from '#tests/helpers/meeting-setting.ts'
import { test } from '#tests/helpers/test-database.ts'
import { findMeetingByCode } from './find-meeting-by-code.server.ts'
import { getPublicFrame } from './get-public-frame.server.ts'
import { getPublicHome } from './get-public-home.server.ts'
import { listCalendarSessions } from './list-calendar-sessions.server.ts'
import { listComingSessions, listPastSessions } from './list-public-sessions.server.ts'

const RIVERSIDE = { communityId: 'riverside' }

describe('what anybody may read of a community', () => {
  test('a draft and a talk room are in no list, count or calendar', async ({ services }) => {
    await planMeeting(services)
    await planMeeting(services, { id: 'quarrel', room: 'talkroom' })
    await conveneMeeting(services, CHAIR, { meetingId: 'quarrel', revision: 1 })
    expect(await listComingSessions(services, RIVERSIDE)).toEqual([])
    expect((await listPastSessions(services, RIVERSIDE)).total).toBe(0)
    expect(await listCalendarSessions(services, 'riverside')).toEqual([])

    const sent = await conveneMeeting(services, CHAIR, { meetingId: MEETING, revision: 1 })
    expect(sent.ok).toBe(true)
    const [only, ...others] = await listComingSessions(services, RIVERSIDE)
    expect(only?.id).toBe(MEETING)
    expect(others).toEqual([])
    expect((await listCalendarSessions(services, 'riverside')).map(({ id }) => id)).toEqual([
      MEETING,
    ])
  })

  test('[R6] one session’s calendar says to who has no seat there what its public page says', async ({
    services,
    db,
  }) => {
    await planMeeting(services)
    await db.update(agendaItems).set({ title: '张秀英家漏水' }).where(eq(agendaItems.id, TALK))
    await conveneMeeting(services, CHAIR, { meetingId: MEETING, revision: 1 })
    const titles = async (viewer: Viewer) =>
      (await getCalendarEntry(services, viewer, MEETING))?.items[0]
    expect(await titles(seat('residents-1'))).toBe('张秀英家漏水')
    expect(await titles(CHAIR)).toBe('张秀英家漏水')
    for (const viewer of [GUEST, TOWN]) expect(await titles(viewer)).toBe('张**家漏水')
  })

  test('words, telephones and names of those who raise matters are nowhere in it', async ({
    services,
    db,
  }) => {
    await openMeeting(services)
    await db.insert(matters).values({
      id: 'noise',
      ...RIVERSIDE,
      compoundId: 'lanxi',
      number: 1,
      category: 'NOISE',
      title: '地下水泵低频噪声',
      words: '我妈张秀英心脏不好',
      source: 'door',
      status: 'closed',
      reporterId: 'zhang',
      raisedAt: services.now(),
      closedAt: services.now(),
      solved: true,
      satisfaction: 'satisfied',
    })
    const home = await getPublicHome(services, 'riverside')
    expect(home.echoes.map(({ title }) => title)).toEqual(['地下水泵低频噪声'])
    expect(home.numbers).toMatchObject({ raised: 1, solved: { count: 1, of: 1 } })
    // One answer would be one person.
    expect(home.numbers.satisfied).toBeNull()
    const told = JSON.stringify(home)
    for (const secret of ['心脏', '张秀英', '13800005678', '张residents-1']) {
      expect(told).not.toContain(secret)
    }
  })

  test('the community switcher knows every community and refuses a code that is none', async ({
    services,
  }) => {
    expect(await getPublicFrame(services, null)).toBeNull()
    await planMeeting(services)
    const frame = await getPublicFrame(services, 'hillside')
    expect(frame?.community.name).toBe('山前社区')
    expect(frame?.county.name).toBe('安溪县')
    expect(frame?.communities).toHaveLength(2)
    expect(await getPublicFrame(services, 'nowhere')).toBeNull()
  })

  test('the six digits find the session whose doors are open, until they change', async ({
    services,
    clock,
  }) => {
    await openMeeting(services)
    const { code } = hallCode(services, MEETING)
    expect(await findMeetingByCode(services, code)).toEqual({ meetingId: MEETING })
    clock.advance(2 * 60_000)
    expect(await findMeetingByCode(services, code)).toBeNull()
  })
})
