import { expect } from 'vitest'
import { sessions as rows } from '#db/schema/accounts.ts'
import { describeEachDatabase } from '#tests/helpers/test-database.ts'
import { createSessions } from './session.server.ts'

const DAY = 24 * 3600 * 1000

/** What the browser sends back: the cookie without its attributes. */
const sentBack = (setCookie: string) => setCookie.split(';')[0] ?? ''

describeEachDatabase('a session', (test) => {
  test('is remembered on the server, and its cookie says nothing', async ({ services }) => {
    const storage = createSessions({ ...services, secret: 's'.repeat(32), https: false })
    const session = await storage.getSession()
    session.set('accountId', 'account-chen')
    session.set('seats', { m1: { seatId: 'seat-7', version: 1 } })
    const setCookie = await storage.commitSession(session)

    const again = await storage.getSession(sentBack(setCookie))
    expect(again.data).toEqual({
      accountId: 'account-chen',
      seats: { m1: { seatId: 'seat-7', version: 1 } },
    })
    expect(setCookie).toMatch(/; HttpOnly; SameSite=Lax/)
    expect(atob(decodeURIComponent(setCookie).split(/[=.]/)[1] ?? '')).not.toContain('chen')
  })

  test('cannot be entered with a copy of the table', async ({ services, db }) => {
    const storage = createSessions({ ...services, secret: 's'.repeat(32), https: false })
    const session = await storage.getSession()
    session.set('accountId', 'account-chen')
    const setCookie = await storage.commitSession(session)
    const [row] = await db.select().from(rows)
    expect(row?.id).toMatch(/^[0-9a-f]{64}$/)
    expect(decodeURIComponent(setCookie)).not.toContain(btoa(JSON.stringify(row?.id)))
  })

  test('signed with another secret is a stranger’s', async ({ services }) => {
    const ours = createSessions({ ...services, secret: 's'.repeat(32), https: false })
    const theirs = createSessions({ ...services, secret: 't'.repeat(32), https: false })
    const session = await theirs.getSession()
    session.set('accountId', 'account-chen')
    const setCookie = await theirs.commitSession(session)
    expect((await ours.getSession(sentBack(setCookie))).data).toEqual({})
  })

  test('ends after thirty days, and its row goes with the next one that is kept', async ({
    services,
    clock,
    db,
  }) => {
    const storage = createSessions({ ...services, secret: 's'.repeat(32), https: false })
    const session = await storage.getSession()
    session.set('accountId', 'account-chen')
    const cookie = sentBack(await storage.commitSession(session))
    clock.advance(30 * DAY - 1)
    expect((await storage.getSession(cookie)).get('accountId')).toBe('account-chen')
    clock.advance(1)
    expect((await storage.getSession(cookie)).data).toEqual({})
    await storage.commitSession(await storage.getSession())
    expect(await db.select().from(rows)).toHaveLength(1)
  })

  test('is over at once when somebody signs out', async ({ services, db }) => {
    const storage = createSessions({ ...services, secret: 's'.repeat(32), https: true })
    const session = await storage.getSession()
    session.set('accountId', 'account-chen')
    const setCookie = await storage.commitSession(session)
    expect(setCookie).toContain('; Secure')
    await storage.destroySession(await storage.getSession(sentBack(setCookie)))
    expect((await storage.getSession(sentBack(setCookie))).data).toEqual({})
    expect(await db.select().from(rows)).toEqual([])
  })
})
