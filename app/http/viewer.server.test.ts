import { GUEST } from '#app/domain/permissions/viewer.ts'
import { sessionsOf } from '#tests/helpers/live-server.ts'
import { MEETING, openMeeting, seatId } from '#tests/helpers/meeting-setting.ts'
import { test } from '#tests/helpers/test-database.ts'
import { expect } from 'vitest'
import type { OpenedSeat } from './session.server.ts'
import { seatForSitting, viewerInMeeting } from './viewer.server.ts'

const MINUTE = 60_000

test('[L36] a seat that was opened on a tablet ends by itself, and one on a phone does not', async ({
  services,
  clock,
}) => {
  await openMeeting(services)
  const sessions = sessionsOf(services)
  const link = { seatId: seatId('residents-1'), version: 1 }
  const opened = async (seat: OpenedSeat) => {
    const session = await sessions.getSession()
    session.set('seats', { [MEETING]: seat })
    const cookie = (await sessions.commitSession(session)).split(';')[0]
    return () => viewerInMeeting({ services, sessions }, cookie, MEETING, 'seat')
  }
  const onTablet = await opened(seatForSitting(services, link))
  const onPhone = await opened(link)
  clock.advance(10 * MINUTE - 1)
  expect(await onTablet()).toMatchObject({ kind: 'seat', seatId: link.seatId })
  clock.advance(1)
  expect(await onTablet()).toEqual(GUEST)
  expect(await onPhone()).toMatchObject({ kind: 'seat', seatId: link.seatId })
})
