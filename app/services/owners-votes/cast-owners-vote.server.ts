import { endOfDay } from '#app/domain/calendar/local-date.ts'
import { takesPhoneVotes } from '#app/domain/owners-vote/electronic-channel.ts'
import type { AttemptOutcome } from '#app/domain/owners-vote/paper.ts'
import { suspends } from '#app/domain/owners-vote/suspension.ts'
import { isHeld, settledVoter } from '#app/domain/register/settled-voter.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { VoteOrigin } from '#app/domain/voting/ballot.ts'
import { readMark, type MarkRefusal } from '#app/domain/voting/mark.ts'
import type { VoteReceipt, VoteRefusal } from '#app/domain/voting/vote-receipt.ts'
import { castingElector } from '#app/services/register/casting-elector.server.ts'
import { endProxyByAppearing } from '#app/services/register/record-proxy.server.ts'
import { isSuspended } from '#app/services/register/suspend-elector.server.ts'
import type { VoteWriter } from '#app/services/voting/vote-writer.server.ts'
import type { Database } from '#db/database.ts'
import { voteAttempts } from '#db/schema/owners-votes.ts'
import { loadVoteByCode, type LoadedVote } from './owners-vote-rows.server.ts'
import type { ElectorLink } from './elector-link.server.ts'

export type CastOwnersVoteRefusal =
  | VoteRefusal
  | MarkRefusal
  | {
      code:
        | 'no-such-vote'
        | 'not-open-yet'
        | 'nobody-designated'
        | 'vote-suspended'
        | 'channel-official'
    }

type Lent = {
  db: Database
  now: () => Date
  newId: () => string
  votes: VoteWriter
}

/** Casts the vote of whoever holds an elector's own link. Sent twice with one key is once. */
export async function castOwnersVote(
  services: Lent,
  link: ElectorLink,
  { mark, key }: { mark: string; key: string },
): Promise<Result<VoteReceipt, CastOwnersVoteRefusal>> {
  const loaded = await loadVoteByCode(services.db, link.code)
  if (loaded?.row.linkVersion !== link.version) return refuse({ code: 'no-such-vote' })
  const { row } = loaded
  if (row.state === 'prepared' || row.state === 'announced') {
    return refuse({ code: 'not-open-yet' })
  }
  if (row.state !== 'open' || services.now() >= endOfDay(row.closesOn)) {
    return refuse({ code: 'ballot-closed' })
  }
  if (loaded.roll && !takesPhoneVotes(loaded.roll.policy)) {
    return refuse({ code: 'channel-official' })
  }
  return castFor(services, loaded, { electorId: link.electorId, mark, key, origin: 'phone' })
}

/**
 * Casts for one elector, from whichever origin; what does not count is written down as an attempt,
 * without what it said.
 */
export async function castFor(
  { db, now, newId, votes }: Lent,
  { row, roll }: LoadedVote,
  {
    electorId,
    mark,
    key,
    origin,
  }: { electorId: string; mark: string; key: string; origin: VoteOrigin },
): Promise<Result<VoteReceipt, CastOwnersVoteRefusal>> {
  if (!row.ballotId || !roll) return refuse({ code: 'no-such-ballot' })
  const read = readMark(row.question, mark)
  if (!read.ok) return read
  const attempt = (outcome: AttemptOutcome) =>
    db
      .insert(voteAttempts)
      .values({ id: newId(), voteId: row.id, electorId, origin, outcome, at: now() })
  const standing = await mayVote(db, roll.id, electorId)
  if (standing === 'nobody') {
    await attempt('held')
    return refuse({ code: 'nobody-designated' })
  }
  if (standing === 'unknown') return refuse({ code: 'not-on-roll' })
  if (suspends(row.profile) && (await isSuspended(db, { rollId: roll.id, electorId }))) {
    await attempt('suspended')
    return refuse({ code: 'vote-suspended' })
  }
  const cast = await votes.cast({
    ballotId: row.ballotId,
    electorId,
    choice: read.value,
    key,
    origin,
    secrecy: 'open',
  })
  if (!cast.ok && cast.refusal.code === 'already-voted') await attempt('already-voted')
  if (!cast.ok) return cast
  // The count passes over the proxy of whoever voted, also if this line is never reached.
  await endProxyByAppearing(db, {
    rollId: roll.id,
    electorId,
    at: now(),
    by: origin,
  })
  return ok(cast.value)
}

/** 指导规则 Art. 25: co-owners vote through one of them; until they say who, the ballot is held. */
async function mayVote(
  db: Database,
  rollId: string,
  electorId: string,
): Promise<'yes' | 'nobody' | 'unknown'> {
  const elector = await castingElector(db, { rollId, electorId })
  if (!elector) return 'unknown'
  const { voter, owners, designation } = elector
  return isHeld(settledVoter(voter, owners, designation)) ? 'nobody' : 'yes'
}
