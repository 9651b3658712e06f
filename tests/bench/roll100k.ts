import { createHash } from 'node:crypto'
import { createWriteStream, rmSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { addDays, localDateOf } from '#app/domain/calendar/local-date.ts'
import { UNCHOSEN_POLICY } from '#app/domain/register/counting-policy.ts'
import type { VoteCommand } from '#app/domain/owners-vote/owners-vote-step.ts'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import type { BallotId } from '#app/domain/shared/ids.ts'
import { readConfig } from '#app/runtime/env.server.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { startServices } from '#app/runtime/start-services.server.ts'
import { actInMeeting } from '#app/services/meetings/act-in-meeting.server.ts'
import {
  prepareOwnersVote,
  recordVoteNotice,
} from '#app/services/owners-votes/prepare-owners-vote.server.ts'
import { stepOwnersVote } from '#app/services/owners-votes/step-owners-vote.server.ts'
import { freezeRoll } from '#app/services/register/publish-roll.server.ts'
import { getBallotRecord } from '#app/services/voting/get-ballot-record.server.ts'
import { writeSignedRecord } from '#app/services/voting/write-record.server.ts'
import { makeDatabase } from './app-server.ts'
import type { BenchSettings } from './bench-settings.ts'
import { heldWhile } from './machine.ts'
import { prepareHall } from './prepare-hall.ts'
import type { Figure, Goal, Outcome } from './report.ts'

type OwnDatabase = Awaited<ReturnType<typeof makeDatabase>>

/** Four of five electors vote. */
const VOTING = 0.8

/**
 * A vote of a whole town: the roll frozen with its hash, the ballot opened, tallied, and its record
 * written to a file, for owners who weigh area and for a meeting where everybody is one head. The
 * floor reads the same rows with plain SQL and writes them as plain JSON, held as a whole.
 */
export async function roll100k({ databaseUrl, quick }: BenchSettings): Promise<Outcome> {
  const sizes = quick ? [5_000, 20_000] : [25_000, 100_000]
  const rounds = quick ? 1 : 3
  const figures: Figure[] = []
  const folder = await mkdtemp(join(tmpdir(), 'council-bench-'))
  try {
    // Looking at the memory takes time, so it has a round of its own.
    for (let round = 0; round <= rounds; round += 1) {
      for (const electors of sizes) {
        const measure = round === 0 ? inMegabytes : inMilliseconds
        await oneSize({ databaseUrl, electors, folder, measure }, (subject, what, value) =>
          figures.push({ subject: `${subject}, ${inThousands(electors)}`, what, round, value }),
        )
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const [least = 0, most = 0] = sizes
  return {
    figures,
    goals: goalsFor(inThousands(least), inThousands(most)),
    notes: [
      `${VOTING * 100} of 100 electors vote; MB is what the process held at its highest beyond what it held before, in a round of its own`,
      'owners: freeze reads and hashes every line of the roll, with its units and owners; heads: a ballot of a meeting, closed by its chair',
      'the floor reads the same lines at once, adds up by plain SQL, and writes electors and votes as one JSON',
    ],
  }
}

type Measure = (work: () => Promise<unknown>) => Promise<{ unit: string; value: number }>

const inMilliseconds: Measure = async (work) => {
  const started = performance.now()
  await work()
  return { unit: 'ms', value: performance.now() - started }
}

const inMegabytes: Measure = async (work) => ({
  unit: 'MB',
  value: (await heldWhile(work)) / 1024 ** 2,
})

type Add = (subject: string, what: string, value: number) => void

async function oneSize(
  {
    databaseUrl,
    electors,
    folder,
    measure,
  }: { databaseUrl: string; electors: number; folder: string; measure: Measure },
  add: Add,
): Promise<void> {
  const own = await makeDatabase(databaseUrl)
  const services = await startServices(
    readConfig({
      DATABASE_URL: own.url,
      SESSION_SECRET: 'a secret for benchmarks only, of some length',
      LOG_LEVEL: 'error',
      DEMO: 'off',
    }),
  )
  const measured = async (subject: string, what: string, work: () => Promise<unknown>) => {
    const { unit, value } = await measure(work)
    add(subject, `${what} ${unit}`, value)
  }
  const file = join(folder, 'record.json')
  const write = async (ballotId: string) => {
    const source = await getBallotRecord(services, ballotId)
    if (!source) throw new Error('There is no record')
    const { chunks } = await writeSignedRecord(services.signing, source)
    await pipeline(Readable.from(chunks), createWriteStream(file))
  }
  try {
    const vote = await prepareVote(services, own, electors)
    await measured('owners', 'freeze', vote.freeze)
    await vote.announce()
    await measured('owners', 'open', () => vote.step({ type: 'open' }))
    await own.run(castAll(vote.ballot))
    await own.run('analyze')
    await vote.close()
    await measured('owners', 'tally', () => vote.step({ type: 'tally' }))
    await vote.step({ type: 'publish' })
    const ballotId = await vote.ballotId()
    await measured('owners', 'record', () => write(ballotId))

    await own.run(fillBallot(vote.hall.ballotId, electors))
    await own.run(castAll(`'${vote.hall.ballotId}'`))
    await own.run('analyze')
    await measured('heads', 'tally', vote.hall.close)
    await measured('heads', 'record', () => write(vote.hall.ballotId))

    await measured('floor', 'freeze', () => plainRead(own, vote.rollId))
    await measured('floor', 'tally', () => own.run(plainSums(ballotId)))
    await measured('floor', 'record', () => plainJson(own, vote.hall.ballotId, file))
  } finally {
    await services.close()
    await own.drop()
  }
}

/** A roll that has been shown for its days, and a hall whose ballot is open. */
async function prepareVote(services: Services, own: OwnDatabase, electors: number) {
  const hall = await prepareHall(services, { phones: 3, meetings: 1, secrecy: 'open' })
  const [meeting] = hall.meetings
  const [row] = await services.database.query<Record<string, string>>(
    'select m.community_id, m.compound_id, m.chair_id, a.id from meeting m join account a on a.person_id = m.chair_id where m.id = $1',
    [meeting?.meetingId],
  )
  const { community_id: communityId, compound_id: compoundId, chair_id: personId } = row ?? {}
  if (!meeting || !row || !communityId || !compoundId || !personId) {
    throw new Error('The hall is not there')
  }
  const chair: StaffViewer = {
    kind: 'staff',
    accountId: row['id'] ?? '',
    personId,
    name: '测',
    role: 'cadre',
    scopeId: communityId,
    communityIds: [communityId],
  }
  const rollId = 'roll-100k'
  await own.run(fillRoll({ rollId, communityId, compoundId, electors }))
  await own.run('analyze')
  const today = localDateOf(services.now())
  const later = { ...services, now: () => new Date(services.now().getTime() + 40 * 86_400_000) }
  let voteId = ''
  let lent: Services = services
  const step = async (command: VoteCommand) => {
    const stepped = await stepOwnersVote(lent, chair, { voteId, command })
    if (!stepped.ok) throw new Error(JSON.stringify(stepped.refusal))
  }
  return {
    rollId,
    ballot: '(select ballot_id from owners_vote limit 1)',
    freeze: async () => {
      const frozen = await freezeRoll(services, chair, { rollId, earlyReason: '' })
      if (!frozen.ok) throw new Error(frozen.refusal.code)
    },
    announce: async () => {
      const prepared = await prepareOwnersVote(services, chair, {
        compoundId,
        title: '测',
        proposal: '测',
        topicType: 'maintenance-fund-use',
        question: { method: { kind: 'yes-no' }, options: [] },
        rollId,
        opensOn: today,
        closesOn: addDays(today, 30),
        resolutionId: null,
        rerunOf: null,
      })
      if (!prepared.ok) throw new Error(prepared.refusal.code)
      voteId = prepared.value.id
      await step({ type: 'announce' })
      const noticeOn = addDays(today, -20)
      const noted = await recordVoteNotice(services, chair, {
        voteId,
        facts: {
          noticeOn,
          noticeHow: '测',
          committeeToldOn: noticeOn,
          partyReview: null,
          overrides: {},
        },
      })
      if (!noted.ok) throw new Error(noted.refusal.code)
    },
    step,
    close: async () => {
      lent = later
      await step({ type: 'close' })
    },
    ballotId: async () => {
      const [vote] = await services.database.query<{ ballot_id: string }>(
        'select ballot_id from owners_vote where id = $1',
        [voteId],
      )
      return vote?.ballot_id ?? ''
    },
    hall: {
      ballotId: meeting.ballotId,
      close: async () => {
        const closed = await actInMeeting(services, chair, {
          meetingId: meeting.meetingId,
          key: 'close-the-ballot',
          command: { type: 'close-ballot', ballotId: meeting.ballotId as BallotId },
        })
        if (!closed.ok) throw new Error(closed.refusal.code)
      },
    },
  }
}

const fillRoll = ({
  rollId,
  communityId,
  compoundId,
  electors,
}: {
  rollId: string
  communityId: string
  compoundId: string
  electors: number
}) => `
  insert into roll (id, community_id, compound_id, title, scope, state, policy, total_heads, total_area, electors, units, created_by, created_at, published_at, published_until)
  values ('${rollId}', '${communityId}', '${compoundId}', '测', 'compound', 'published', '${JSON.stringify({ ...UNCHOSEN_POLICY, parking: 'exclude' })}',
    ${electors}, ${electors}::bigint * 8888, ${electors}, ${electors}, '测', now(), now() - interval '30 days', (now() - interval '10 days')::date);
  insert into roll_elector (roll_id, elector_id, position, heads, area, developer, name_masked, doors_masked, units, owners, voter)
  select '${rollId}', lpad(n::text, 6, '0'), n, 1, 8888, false, '王**', (n / 100) || '幢*单元***室',
    jsonb_build_array(jsonb_build_object('unitId', 'u' || n, 'building', (n / 100) || '幢', 'stairwell', '1', 'room', n::text, 'kind', 'dwelling', 'area', '88.88', 'source', 'registered')),
    jsonb_build_array(jsonb_build_object('ownerId', 'o' || n, 'name', '王' || n, 'kind', 'person', 'agent', null)),
    jsonb_build_object('as', 'owner', 'ownerId', 'o' || n)
  from generate_series(0, ${electors - 1}) n;`

const fillBallot = (ballotId: string, electors: number) => `
  insert into ballot_elector (ballot_id, elector_id)
  select '${ballotId}', 'head-' || n from generate_series(1, ${electors}) n`

const castAll = (ballot: string) => `
  insert into open_vote (ballot_id, elector_id, choice, key, receipt, origin, cast_at)
  select e.ballot_id, e.elector_id, (array['yes', 'yes', 'yes', 'no', 'abstain'])[1 + abs(hashtext(e.elector_id)) % 5],
    'k' || e.elector_id, upper(substr(md5(e.elector_id), 1, 4) || '-' || substr(md5(e.elector_id), 5, 2)), 'phone', now()
  from ballot_elector e where e.ballot_id = ${ballot} and abs(hashtext('v' || e.elector_id)) % 100 < ${VOTING * 100}`

const plainSums = (ballotId: string) => `
  select v.choice, count(*), sum(e.heads), sum(e.area) from ballot_elector e
  left join open_vote v on v.ballot_id = e.ballot_id and v.elector_id = e.elector_id
  where e.ballot_id = '${ballotId}' group by v.choice`

async function plainRead({ run }: OwnDatabase, rollId: string): Promise<string> {
  const rows = await run(
    `select * from roll_elector where roll_id = '${rollId}' order by position`,
  )
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}

async function plainJson({ run }: OwnDatabase, ballotId: string, file: string) {
  const rows = await run(
    `select e.elector_id, e.heads, v.choice, v.receipt from ballot_elector e
      left join open_vote v on v.ballot_id = e.ballot_id and v.elector_id = e.elector_id
      where e.ballot_id = '${ballotId}' order by e.elector_id`,
  )
  await writeFile(file, JSON.stringify(rows))
}

/** What plain SQL and plain JSON of the same lines cost, and that four times the lines need no more memory. */
function goalsFor(least: string, most: string): Goal[] {
  const beside = (subject: string, what: string, value: number): Goal => ({
    what,
    subject: `${subject}, ${most}`,
    base: `floor, ${most}`,
    must: 'at most',
    value,
  })
  const flat = (subject: string, what: string): Goal => ({
    what,
    subject: `${subject}, ${most}`,
    base: `${subject}, ${least}`,
    must: 'at most',
    value: 1.5,
  })
  return [
    beside('owners', 'freeze ms', 3),
    beside('owners', 'tally ms', 5),
    // Closing also writes who was there, and an event with its hash.
    beside('heads', 'tally ms', 10),
    beside('heads', 'record ms', 5),
    beside('owners', 'freeze MB', 0.5),
    beside('heads', 'record MB', 0.5),
    flat('owners', 'freeze MB'),
    flat('heads', 'record MB'),
  ]
}

const inThousands = (electors: number) => `${electors / 1000}k`
