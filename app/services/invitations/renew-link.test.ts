import { expect } from 'vitest'
import type { FeedNotice } from '#app/services/meetings/meeting-feed.server.ts'
import { CHAIR, MEETING, openMeeting, seatId } from '#tests/helpers/meeting-setting.ts'
import { test } from '#tests/helpers/test-database.ts'
import { getScreen } from './get-screen.server.ts'
import { openedSeat } from './opened-seat.server.ts'
import { renewScreenLink, renewSeatLink } from './renew-link.server.ts'

const STRANGER = { ...CHAIR, communityIds: ['elsewhere'] }

test('[P6] a renewed personal link ends the old one, and whoever sits there is told to leave', async ({
  services,
}) => {
  await openMeeting(services)
  const heard: FeedNotice[] = []
  services.feed.subscribe((notice) => heard.push(notice))
  const mine = seatId('residents-1')
  const renewed = await renewSeatLink(services, CHAIR, { meetingId: MEETING, seatId: mine })
  expect(renewed).toEqual({ ok: true, value: null })
  expect(await openedSeat(services, { seatId: mine, version: 1 })).toBeNull()
  expect(await openedSeat(services, { seatId: mine, version: 2 })).not.toBeNull()
  expect(heard).toEqual([{ type: 'removed', meetingId: MEETING, seatId: mine }])
})

test('[P6] a renewed screen link ends every screen, and leaves the seats alone', async ({
  services,
}) => {
  await openMeeting(services)
  expect((await renewScreenLink(services, CHAIR, { meetingId: MEETING })).ok).toBe(true)
  expect(await getScreen(services, { meetingId: MEETING, version: 1 })).toBeNull()
  expect(await getScreen(services, { meetingId: MEETING, version: 2 })).not.toBeNull()
  expect(
    await openedSeat(services, { seatId: seatId('residents-1'), version: 1 }),
  ).not.toBeNull()
})

test('[P5] links of another community, and of nobody, are not there to be renewed', async ({
  services,
}) => {
  await openMeeting(services)
  const own = { meetingId: MEETING, seatId: seatId('residents-1') }
  expect(await renewSeatLink(services, STRANGER, own)).toEqual({
    ok: false,
    refusal: { code: 'no-such-session' },
  })
  expect(await renewScreenLink(services, STRANGER, own)).toEqual({
    ok: false,
    refusal: { code: 'no-such-session' },
  })
  expect(await renewSeatLink(services, CHAIR, { ...own, seatId: 'nobody' })).toEqual({
    ok: false,
    refusal: { code: 'no-such-seat' },
  })
})
