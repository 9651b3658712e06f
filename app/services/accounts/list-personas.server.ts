import { and, asc, desc, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { MeetingStatus } from '#app/domain/meetings/meeting.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import type { StaffRole } from '#app/domain/permissions/viewer.ts'
import type { Database } from '#db/database.ts'
import { accounts } from '#db/schema/accounts.ts'
import { invitees, meetings } from '#db/schema/meetings.ts'
import { people, places } from '#db/schema/organisation.ts'

/** Somebody of the demo that a visitor may be. */
export type Persona = {
  /** What the form sends: `account-…` or `seat-…`. */
  key: string
  part: 'chair' | 'recorder' | 'resident' | 'property' | 'owners' | 'police' | 'town' | 'county'
  name: string
  title: string
} & (
  | { kind: 'account'; accountId: string; role: StaffRole }
  | { kind: 'seat'; seatId: string; version: number; meetingId: string; side: Side }
)

export type DemoSession = {
  id: string
  status: MeetingStatus
  compound: string
  compoundEn: string
  number: number | null
  startsAt: Date
}

const LIVE: MeetingStatus[] = ['in-session', 'paused', 'doors-open']

/** The demo's people and the session to walk into: the one that runs, else the next; without a demo neither. */
export async function listPersonas({
  db,
}: {
  db: Database
}): Promise<{ session: DemoSession | null; personas: Persona[] }> {
  const session = await demoSession({ db })
  const staff = await db
    .select({
      accountId: accounts.id,
      role: accounts.role,
      scopeId: accounts.scopeId,
      personId: people.id,
      name: people.name,
      scope: places.name,
    })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .innerJoin(places, eq(places.id, accounts.scopeId))
    .where(and(eq(people.demo, true), isNull(accounts.disabledAt)))
    .orderBy(asc(accounts.login))
  const asAccount = (
    part: Persona['part'],
    found: (typeof staff)[number] | undefined,
  ): Persona[] =>
    found
      ? [
          {
            kind: 'account',
            key: `account-${found.accountId}`,
            part,
            name: found.name,
            title: found.scope,
            accountId: found.accountId,
            role: found.role,
          },
        ]
      : []
  const seats = session ? await demoSeats({ db }, session.id) : []
  return {
    session,
    personas: [
      ...asAccount(
        'chair',
        staff.find((each) => each.personId === session?.chairId) ??
          staff.find((each) => each.role === 'cadre'),
      ),
      ...asAccount(
        'recorder',
        staff.find((each) => each.personId === session?.recorderId) ??
          staff.find((each) => each.role === 'recorder'),
      ),
      ...seats,
      ...asAccount(
        'town',
        staff.find((each) => each.role === 'town'),
      ),
      ...asAccount(
        'county',
        staff.find((each) => each.role === 'county'),
      ),
    ],
  }
}

async function demoSession({ db }: { db: Database }) {
  const rows = await db
    .select({
      id: meetings.id,
      status: meetings.status,
      compound: places.name,
      compoundEn: places.nameEn,
      number: meetings.number,
      startsAt: meetings.startsAt,
      chairId: meetings.chairId,
      recorderId: meetings.recorderId,
    })
    .from(meetings)
    .innerJoin(places, eq(places.id, meetings.compoundId))
    .where(
      and(
        eq(places.demo, true),
        ne(meetings.room, 'talkroom'),
        inArray(meetings.status, [...LIVE, 'notified']),
      ),
    )
    .orderBy(desc(meetings.startsAt))
  return (
    LIVE.map((status) => rows.find((row) => row.status === status)).find(Boolean) ??
    rows.at(-1) ??
    null
  )
}

/** How many of each side are offered, and under which part. */
const OFFERED: readonly [Side, Persona['part'], number][] = [
  ['residents', 'resident', 2],
  ['property', 'property', 1],
  ['owners', 'owners', 1],
  ['police', 'police', 1],
]

async function demoSeats({ db }: { db: Database }, meetingId: string): Promise<Persona[]> {
  const rows = await db
    .select({
      seatId: invitees.id,
      version: invitees.linkVersion,
      side: invitees.side,
      title: invitees.title,
      name: people.name,
    })
    .from(invitees)
    .innerJoin(people, eq(people.id, invitees.personId))
    .where(eq(invitees.meetingId, meetingId))
    .orderBy(asc(invitees.id))
  return OFFERED.flatMap(([side, part, count]) =>
    rows
      .filter((row) => row.side === side)
      .slice(0, count)
      .map(({ seatId, ...row }) => ({
        kind: 'seat' as const,
        key: `seat-${seatId}`,
        part,
        seatId,
        meetingId,
        ...row,
      })),
  )
}
