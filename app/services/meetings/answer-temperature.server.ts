import type { HallReads } from '#app/services/meetings/hall-reads.server.ts'
import { and, eq, sql } from 'drizzle-orm'
import { observesItem } from '#app/domain/meetings/find-in-meeting.ts'
import {
  FEWEST_ANSWERS,
  type Colour,
  type TemperatureAnswer,
} from '#app/domain/meetings/temperature.ts'
import type { MeetingRefusal } from '#app/domain/meetings/meeting-refusal.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { temperatureChecks, temperatureTallies, temperatureTurnout } from '#db/schema/room.ts'
import type { MeetingLogs } from './load-meeting.server.ts'
import { memberOfMeeting, type Member } from './member-of-meeting.server.ts'

type Lent = { db: Database; logs: MeetingLogs; reads: HallReads }
type Asked = { meetingId: string; checkId: string }

export type TemperatureRefusal = MeetingRefusal | { code: 'no-such-meeting' }

/**
 * Adds somebody's colour to the sum, once. That they answered and what they
 * answered are written apart, and nothing is left of either when it closes.
 *
 * @param key - made once in the browser: sent twice, it is one answer.
 */
export async function answerTemperature(
  services: Lent,
  viewer: Viewer,
  { meetingId, checkId, colour, key }: Asked & { colour: Colour; key: string },
): Promise<Result<TemperatureAnswer, TemperatureRefusal>> {
  const member = await memberOfMeeting(services, viewer, meetingId)
  if (!member) return refuse({ code: 'no-such-meeting' })
  const refusal = mayNotAnswer(member, checkId)
  if (refusal) return refuse(refusal)
  const { seatId } = member.me
  if (!seatId) return refuse({ code: 'not-yours-to-do' })

  return services.db.transaction(async (tx) => {
    const [check] = await tx
      .select({ state: temperatureChecks.state })
      .from(temperatureChecks)
      .where(and(eq(temperatureChecks.id, checkId), eq(temperatureChecks.meetingId, meetingId)))
      .for('share')
    if (check?.state !== 'open') return refuse({ code: 'temperature-not-open' })
    const fresh = await tx
      .insert(temperatureTurnout)
      .values({ checkId, seatId, key })
      .onConflictDoNothing()
      .returning({ key: temperatureTurnout.key })
    if (fresh.length > 0) {
      await tx
        .insert(temperatureTallies)
        .values({ checkId, colour, count: 1 })
        .onConflictDoUpdate({
          target: [temperatureTallies.checkId, temperatureTallies.colour],
          set: { count: sql`${temperatureTallies.count} + 1` },
        })
    } else if (!(await isMine(tx, checkId, seatId, key))) {
      return refuse({ code: 'already-answered' })
    }
    return ok({ answered: true, answers: await shownTurnout(tx, checkId) })
  })
}

/** Whether I have answered, and how many have: from five on, so that nobody is picked out. */
export async function lookAtTemperature(
  services: Lent,
  viewer: Viewer,
  { meetingId, checkId }: Asked,
): Promise<Result<TemperatureAnswer, TemperatureRefusal>> {
  const member = await memberOfMeeting(services, viewer, meetingId)
  if (!member) return refuse({ code: 'no-such-meeting' })
  if (member.log.state.temperature?.checkId !== checkId) {
    return refuse({ code: 'temperature-not-open' })
  }
  const { seatId } = member.me
  return ok({
    answered: seatId !== null && (await isMine(services.db, checkId, seatId, null)),
    answers: await shownTurnout(services.db, checkId),
  })
}

/** Everybody who is here has a say, whoever they are; whoever leads or has an interest has none. */
function mayNotAnswer({ log, me }: Member, checkId: string): MeetingRefusal | null {
  const { temperature, presence, chair } = log.state
  if (temperature?.checkId !== checkId) return { code: 'temperature-not-open' }
  if (!me.seatId) return { code: 'not-yours-to-do' }
  if (!Object.hasOwn(presence, me.seatId)) return { code: 'not-checked-in' }
  if (chair.seatId === me.seatId) return { code: 'chair-is-neutral' }
  return observesItem(log.state, me.seatId, temperature.itemId)
    ? { code: 'observes-item' }
    : null
}

async function isMine(
  db: Database,
  checkId: string,
  seatId: string,
  key: string | null,
): Promise<boolean> {
  const [mine] = await db
    .select({ key: temperatureTurnout.key })
    .from(temperatureTurnout)
    .where(and(eq(temperatureTurnout.checkId, checkId), eq(temperatureTurnout.seatId, seatId)))
  return mine !== undefined && (key === null || mine.key === key)
}

async function shownTurnout(db: Database, checkId: string): Promise<number | null> {
  const answers = await db.$count(temperatureTurnout, eq(temperatureTurnout.checkId, checkId))
  return answers >= FEWEST_ANSWERS ? answers : null
}
