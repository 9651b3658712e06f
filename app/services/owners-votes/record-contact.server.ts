import { and, eq, inArray, not, sql, type SQL } from 'drizzle-orm'
import { localDateOf, parseLocalDate, type LocalDate } from '#app/domain/calendar/local-date.ts'
import type { ContactKind, ContactWay } from '#app/domain/owners-vote/elector-contact.ts'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { Database } from '#db/database.ts'
import { electorContacts } from '#db/schema/owners-votes.ts'
import { rollElectors } from '#db/schema/register.ts'
import { hasVoted } from './list-electors.server.ts'
import { loadVote } from './owners-vote-rows.server.ts'

type Lent = { db: Database; now: () => Date; newId: () => string }

export type ContactRefusal = {
  code: 'no-such-vote' | 'not-reaching-electors' | 'nobody-chosen' | 'bad-date'
}

/** Within so long the same list was sent twice; nobody is reminded again the same way so soon. ms. */
const SENT_TWICE_MS = 60_000

function justReminded(voteId: string, way: ContactWay, now: Date): SQL {
  const since = new Date(now.getTime() - SENT_TWICE_MS).toISOString()
  return sql`exists (select 1 from elector_contact c where c.vote_id = ${voteId} and c.elector_id = ${rollElectors.electorId} and c.kind = 'reminded' and c.way = ${way} and c.recorded_at > ${since}::timestamptz)`
}

/** `passedOver`: they had voted by then, or it stood there already. */
export type ContactsRecorded = { recorded: number; passedOver: number }

/**
 * Writes down that electors were served the matter, or reminded of it. Whoever has voted is never
 * written down as reminded, also when they voted after the list was opened.
 *
 * @param doneOn - the day it was done; a reminder is written down as it goes out.
 */
export async function recordContact(
  { db, now, newId }: Lent,
  viewer: Viewer,
  {
    voteId,
    electorIds,
    kind,
    way,
    doneOn,
  }: {
    voteId: string
    electorIds: readonly string[]
    kind: ContactKind
    way: ContactWay
    doneOn: LocalDate | null
  },
): Promise<Result<ContactsRecorded, ContactRefusal>> {
  const today = localDateOf(now())
  const day = kind === 'reminded' ? today : doneOn
  if (day === null || parseLocalDate(day) === null || day > today) {
    return refuse({ code: 'bad-date' })
  }
  const wanted = [...new Set(electorIds)]
  if (wanted.length === 0) return refuse({ code: 'nobody-chosen' })
  return db.transaction(async (tx) => {
    const loaded = await loadVote(tx, voteId, { hold: true })
    if (!loaded?.roll || viewer.kind !== 'staff' || !can(viewer, 'read-papers', loaded.row)) {
      return refuse({ code: 'no-such-vote' })
    }
    const { state, ballotId } = loaded.row
    const reaching = state === 'announced' || state === 'open'
    // How somebody was served may be written down until the count; a reminder is too late by then.
    if (!reaching && !(kind === 'served' && state === 'closed')) {
      return refuse({ code: 'not-reaching-electors' })
    }
    const found = await tx
      .select({ electorId: rollElectors.electorId })
      .from(rollElectors)
      .where(
        and(
          eq(rollElectors.rollId, loaded.roll.id),
          inArray(rollElectors.electorId, wanted),
          kind === 'reminded' && ballotId ? sql`not ${hasVoted(ballotId)}` : undefined,
          kind === 'reminded' ? not(justReminded(voteId, way, now())) : undefined,
        ),
      )
    if (found.length === 0) return ok({ recorded: 0, passedOver: wanted.length })
    const recorded = await tx
      .insert(electorContacts)
      .values(
        found.map(({ electorId }) => ({
          ...{ id: newId(), voteId, electorId, kind, way, doneOn: day },
          recordedBy: viewer.name,
          recordedAt: now(),
        })),
      )
      .onConflictDoNothing()
      .returning({ id: electorContacts.id })
    return ok({ recorded: recorded.length, passedOver: wanted.length - recorded.length })
  })
}
