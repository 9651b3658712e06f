import type { OwnersVoteState } from '#app/domain/owners-vote/owners-vote.ts'
import type { VoteCommand } from '#app/domain/owners-vote/owners-vote-step.ts'
import type { VotePlan } from '#app/domain/owners-vote/vote-plan.ts'
import type { CountingPolicy, OwnerKind, RollVoter } from '#app/domain/register/register.ts'
import type { Services } from '#app/runtime/services.server.ts'
import {
  prepareOwnersVote,
  recordVoteNotice,
} from '#app/services/owners-votes/prepare-owners-vote.server.ts'
import { stepOwnersVote } from '#app/services/owners-votes/step-owners-vote.server.ts'
import { rollElectors, rolls } from '#db/schema/register.ts'
import { LIN, settleRiverside } from './matter-setting.ts'

export const ROLL = 'roll-lanxi'

const POLICY: CountingPolicy = {
  parking: 'exclude',
  ownerMergeKey: 'exact-set',
  proxyCap: 3,
  duplicateBallot: 'first-stands',
  invalidMark: 'not-participating',
  silence: 'ignore',
  silenceBasis: null,
  electronicChannel: 'mixed',
  publicationDays: 15,
}

/** An elector of a roll: `area` in units of 0.01 m². */
export type ElectorOfRoll = { area: bigint; voter?: RollVoter; kind?: OwnerKind }

/** 蓝溪花园 with a roll that was shown and frozen; electors 0001, 0002 … */
export async function freezeRoll(
  { db, now }: Services,
  electors: readonly ElectorOfRoll[],
  policy: Partial<CountingPolicy> = {},
): Promise<void> {
  await settleRiverside(db)
  const day = (days: number) => new Date(now().getTime() - days * 86_400_000)
  await db.insert(rolls).values({
    id: ROLL,
    communityId: 'riverside',
    compoundId: 'lanxi',
    title: '蓝溪花园业主名册',
    scope: 'compound',
    state: 'frozen',
    policy: { ...POLICY, ...policy },
    totalHeads: electors.length,
    totalArea: electors.reduce((sum, { area }) => sum + area, 0n),
    electors: electors.length,
    units: electors.length,
    createdBy: 'lin',
    createdAt: day(30),
    publishedAt: day(30),
    publishedUntil: '2026-11-11',
    frozenAt: day(5),
    frozenBy: 'lin',
    hash: 'a'.repeat(64),
  })
  const lines = electors.map(({ area, voter, kind = 'person' }, index) => {
    const electorId = electorNumber(index + 1)
    return {
      rollId: ROLL,
      electorId,
      position: index + 1,
      heads: 1,
      area,
      developer: false,
      nameMasked: '王**',
      doorsMasked: `5幢*单元***室`,
      units: [
        {
          unitId: `unit-${electorId}`,
          building: '5幢',
          stairwell: '1',
          room: electorId,
          kind: 'dwelling',
          area: '80.00',
          source: 'registered' as const,
        },
      ],
      owners: [
        {
          ownerId: `owner-${electorId}`,
          name: `王${electorId}`,
          kind,
          agent: null,
        },
      ],
      voter: voter ?? { as: 'owner' as const, ownerId: `owner-${electorId}` },
    }
  })
  for (let from = 0; from < lines.length; from += 500) {
    await db.insert(rollElectors).values(lines.slice(from, from + 500))
  }
}

export const electorNumber = (number: number) => String(number).padStart(4, '0')

export const RAISE_FUND: VotePlan = {
  compoundId: 'lanxi',
  title: '筹集建筑物维修资金',
  proposal: '每平方米筹集 20 元，用于更换 3 部电梯。',
  topicType: 'maintenance-fund-raise',
  question: { method: { kind: 'yes-no' }, options: [] },
  rollId: ROLL,
  opensOn: '2026-12-12',
  closesOn: '2026-12-20',
  resolutionId: null,
  rerunOf: null,
}

export async function mustStep(
  services: Services,
  voteId: string,
  command: VoteCommand,
): Promise<OwnersVoteState> {
  const stepped = await stepOwnersVote(services, LIN, { voteId, command })
  if (!stepped.ok) throw new Error(`${command.type}: ${JSON.stringify(stepped.refusal)}`)
  return stepped.value
}

/** Prepares, announces and serves a vote. */
export async function announceOwnersVote(
  services: Services,
  { noticeOn = '2026-11-26', ...plan }: Partial<VotePlan> & { noticeOn?: string | null } = {},
): Promise<string> {
  const prepared = await prepareOwnersVote(services, LIN, { ...RAISE_FUND, ...plan })
  if (!prepared.ok) throw new Error(prepared.refusal.code)
  const voteId = prepared.value.id
  await mustStep(services, voteId, { type: 'announce' })
  const noted = await recordVoteNotice(services, LIN, {
    voteId,
    facts: {
      noticeOn,
      noticeHow: '逐户送达，单元门口张贴',
      committeeToldOn: '2026-11-26',
      partyReview: null,
      overrides: {},
    },
  })
  if (!noted.ok) throw new Error(noted.refusal.code)
  return voteId
}

/** The same and opens it; the clock stands on its first day after that. */
export async function openOwnersVote(
  services: Services,
  clock: { set: (at: string) => void },
  plan: Partial<VotePlan> = {},
): Promise<string> {
  const voteId = await announceOwnersVote(services, plan)
  clock.set('2026-12-12T01:00:00Z')
  await mustStep(services, voteId, { type: 'open' })
  return voteId
}
