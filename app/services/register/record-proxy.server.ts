import { and, count, eq, isNull } from 'drizzle-orm'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import {
  checkProxy,
  type WrittenProxy,
  type WrittenProxyRefusal,
} from '#app/domain/register/proxy.ts'
import { proxyAnswer } from '#app/domain/register/proxy-answer.ts'
import type { ProxyEnd } from '#app/domain/register/register.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import type { CleanPhoto } from '#app/services/matters/clean-photo.server.ts'
import { questionsOfRoll } from '#app/services/owners-votes/proxies-for-vote.server.ts'
import type { Database } from '#db/database.ts'
import { proxies, proxyPapers, rollElectors } from '#db/schema/register.ts'
import { holdRoll } from './roll-rows.server.ts'

type Lent = { db: Database; now: () => Date }

export type RecordProxyRefusal =
  | WrittenProxyRefusal
  | { code: 'no-such-roll' | 'roll-not-frozen' | 'no-such-elector' | 'paper-missing' }
  | { code: 'proxy-in-force' }
  /** An instruction says what no ballot on that question can. */
  | { code: 'instruction-unfit' }
  | { code: 'cap-reached'; cap: number }

/**
 * Records an elector's written proxy with the photo of its paper.
 *
 * The roll is locked while the holder's proxies are counted, so that two desks cannot take one
 * holder past the cap together; that an elector has one proxy in force is the index's doing.
 * The same `proxyId` again changes nothing.
 */
export async function recordProxy(
  { db, now }: Lent,
  viewer: StaffViewer,
  wanted: WrittenProxy & {
    proxyId: string
    rollId: string
    electorId: string
    paper: CleanPhoto | null
  },
): Promise<Result<{ proxyId: string }, RecordProxyRefusal>> {
  const { proxyId, rollId, electorId, paper } = wanted
  return db.transaction(async (tx) => {
    const roll = await holdRoll(tx, viewer, rollId, 'keep-register')
    if (!roll) return refuse({ code: 'no-such-roll' })
    if (roll.state !== 'frozen') return refuse({ code: 'roll-not-frozen' })
    const [elector] = await tx
      .select({ id: rollElectors.electorId })
      .from(rollElectors)
      .where(and(eq(rollElectors.rollId, rollId), eq(rollElectors.electorId, electorId)))
    if (!elector) return refuse({ code: 'no-such-elector' })
    const checked = checkProxy(wanted, localDateOf(now()))
    if (!checked.ok) return checked
    if (!paper) return refuse({ code: 'paper-missing' })
    const written = checked.value
    const asked = await questionsOfRoll(tx, rollId)
    if (asked.some((each) => proxyAnswer(written.instructions, each).kind === 'unfit')) {
      return refuse({ code: 'instruction-unfit' })
    }
    const [known] = await tx
      .select({ id: proxies.id })
      .from(proxies)
      .where(eq(proxies.id, proxyId))
    if (known) return ok({ proxyId })

    const inForce = and(eq(proxies.rollId, rollId), isNull(proxies.endedAt))
    const [{ held } = { held: 0 }] = await tx
      .select({ held: count() })
      .from(proxies)
      .where(and(inForce, eq(proxies.holderKey, written.holderKey)))
    const cap = roll.policy.proxyCap
    if (cap !== null && held >= cap) return refuse({ code: 'cap-reached', cap })

    const [recorded] = await tx
      .insert(proxies)
      .values({
        id: proxyId,
        communityId: roll.communityId,
        ...{ rollId, electorId },
        ...{ ...written, instructions: [...written.instructions] },
        recordedBy: viewer.name,
        recordedAt: now(),
      })
      .onConflictDoNothing()
      .returning({ id: proxies.id })
    if (!recorded) return refuse({ code: 'proxy-in-force' })
    await tx.insert(proxyPapers).values({ proxyId, ...paper })
    return ok({ proxyId })
  })
}

/** Ends a proxy: its owner takes it back, appears, or it was recorded wrongly. */
export async function endProxy(
  { db, now }: Lent,
  viewer: StaffViewer,
  { rollId, proxyId, ended }: { rollId: string; proxyId: string; ended: ProxyEnd },
): Promise<Result<null, { code: 'no-such-roll' | 'no-such-proxy' }>> {
  return db.transaction(async (tx) => {
    if (!(await holdRoll(tx, viewer, rollId, 'keep-register'))) {
      return refuse({ code: 'no-such-roll' })
    }
    const [done] = await tx
      .update(proxies)
      .set({ ended, endedAt: now(), endedBy: viewer.name })
      .where(and(eq(proxies.id, proxyId), eq(proxies.rollId, rollId), isNull(proxies.endedAt)))
      .returning({ id: proxies.id })
    return done ? ok(null) : refuse({ code: 'no-such-proxy' })
  })
}

/**
 * Ends whatever proxy an elector has given, because its owner casts the ballot themselves. Belongs
 * in the transaction that records that ballot.
 */
export async function endProxyByAppearing(
  tx: Database,
  { rollId, electorId, at, by }: { rollId: string; electorId: string; at: Date; by: string },
): Promise<void> {
  await tx
    .update(proxies)
    .set({ ended: 'appeared', endedAt: at, endedBy: by })
    .where(
      and(
        eq(proxies.rollId, rollId),
        eq(proxies.electorId, electorId),
        isNull(proxies.endedAt),
      ),
    )
}
