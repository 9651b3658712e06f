import { setTimeout as wait } from 'node:timers/promises'
import { CHOICES, type Choice } from '#app/domain/voting/ballot.ts'
import { LIVE_PROTOCOL } from '#app/live/protocol.ts'
import { connectLean, type LeanClient } from '#tests/bench/lean-client.ts'
import type { PreparedHall, PreparedMeeting } from '#tests/bench/prepare-hall.ts'
import { chanceOf } from '#tests/helpers/fault-proxy.ts'
import type { Attempt } from './vote-history.ts'

/** How long a phone waits for an answer before it takes the line for dead; ms. */
const ANSWER_MS = 4000
/** A hall does not press in one instant: what happens to the system falls between two votes; ms. */
const HESITATES_MS = 500

export type RoundSettings = {
  seed: number
  hall: PreparedHall
  meeting: PreparedMeeting
  /** Where the servers are; a phone keeps to one of them. */
  ports: readonly number[]
  changes: boolean
  /** Does what is to be done to the system, once enough have their answer. */
  fault: (chance: () => number) => Promise<void>
  /** The chair closes while people vote, rather than when all have. */
  closeEarly: boolean
}

/** One ballot under one fault, from the first vote to the close; what everybody was told. */
export async function playRound(settings: RoundSettings): Promise<Attempt[]> {
  const chance = chanceOf(settings.seed)
  const history: Attempt[] = []
  const voters = settings.meeting.seatIds
  const room = { closed: false }
  let answered = 0
  const voting = Promise.all(
    voters.map(async (elector, index) => {
      const plan = planOf(chance, settings.changes)
      const port = settings.ports[index % settings.ports.length] ?? 0
      const cookie = settings.hall.cookies[index] ?? ''
      await castAll({ elector, port, cookie, meeting: settings.meeting, plan, room, history })
      answered += 1
    }),
  )
  const enough = Math.floor(voters.length * (0.1 + chance() * 0.4))
  while (answered < enough) await wait(2)
  const faulting = settings.fault(chance)
  if (!settings.closeEarly) await Promise.all([voting, faulting])
  await Promise.all(settings.ports.map((port) => close(settings, port)))
  room.closed = true
  await Promise.all([voting, faulting])
  return history
}

type Plan = {
  decisions: { key: string; choice: Choice; afterMs: number }[]
  copies: number
  dropsOut: boolean
}

function planOf(chance: () => number, changes: boolean): Plan {
  const decide = () => ({
    key: `key-${Math.floor(chance() * 2 ** 48).toString(36)}-fire`,
    choice: CHOICES[Math.floor(chance() * 3)] ?? 'yes',
    afterMs: chance() * HESITATES_MS,
  })
  return {
    decisions: changes && chance() < 0.3 ? [decide(), decide()] : [decide()],
    // Pressed twice, or in two tabs.
    copies: chance() < 0.2 ? 2 : 1,
    // Loses its line right after sending, the first time.
    dropsOut: chance() < 0.15,
  }
}

/** A phone: sends each decision with its key until it is answered, however often the line is new. */
async function castAll({
  elector,
  port,
  cookie,
  meeting,
  plan,
  room,
  history,
}: {
  elector: string
  port: number
  cookie: string
  meeting: PreparedMeeting
  plan: Plan
  room: { closed: boolean }
  history: Attempt[]
}): Promise<void> {
  let client: LeanClient | null = null
  let { dropsOut } = plan
  for (const { key, choice, afterMs } of plan.decisions) {
    await wait(afterMs)
    const { meetingId, ballotId } = meeting
    const vote = JSON.stringify({ meetingId, ballotId, choice, key })
    for (;;) {
      client ??= await comeIn(port, cookie, meetingId)
      if (!client) {
        await wait(50)
        continue
      }
      const line: LeanClient = client
      const afterClose = room.closed
      const asked = Array.from({ length: plan.copies }, () => line.ask('ballot:cast', vote))
      if (dropsOut) line.close()
      dropsOut = false
      const answers = await Promise.all(asked.map((each) => Promise.race([each, tooLate()])))
      const told = answers.map((each) => answerOf(each?.text))
      for (const answer of told) history.push({ elector, key, choice, afterClose, answer })
      if (told.some((each) => each.kind === 'recorded' || isFinal(each))) break
      line.close()
      client = null
      await wait(50)
    }
  }
  client?.close()
}

const tooLate = () => wait(ANSWER_MS, null, { ref: false })

/** Nothing will come of sending it again. */
function isFinal(answer: Attempt['answer']): boolean {
  return answer.kind === 'refused' && ['ballot-closed', 'already-voted'].includes(answer.code)
}

/** Refusals after which nobody can say whether the vote is in. */
const NOBODY_KNOWS = new Set(['vote-unconfirmed', 'internal'])

type Wire = [
  {
    ok: boolean
    value?: { receipt: string; version: number; repeated: boolean }
    refusal?: { code: string }
  },
]

function answerOf(text: string | undefined): Attempt['answer'] {
  if (text === undefined || text === 'closed') return { kind: 'unknown' }
  const [{ value, refusal }] = JSON.parse(text) as Wire
  if (value) return { kind: 'recorded', ...value }
  const code = refusal?.code ?? ''
  return NOBODY_KNOWS.has(code) ? { kind: 'unknown' } : { kind: 'refused', code }
}

async function comeIn(
  port: number,
  cookie: string,
  meetingId: string,
  face: 'seat' | 'staff' = 'seat',
): Promise<LeanClient | null> {
  const client = await Promise.race([
    connectLean({ port, path: '/live/', cookie, auth: JSON.stringify({ face }) }).catch(
      () => null,
    ),
    tooLate(),
  ])
  if (!client) return null
  const request = JSON.stringify({ meetingId, protocol: LIVE_PROTOCOL, lastSeq: null })
  const joined = await Promise.race([client.ask('meeting:join', request), tooLate()])
  if (joined?.ok) return client
  client.close()
  return null
}

/** The chair presses until the ballot is closed, on whichever server is there. */
async function close({ hall, meeting }: RoundSettings, port: number): Promise<void> {
  const { meetingId, ballotId } = meeting
  for (;;) {
    const chair = await comeIn(port, hall.chairCookie, meetingId, 'staff')
    const command = { type: 'close-ballot', ballotId }
    const request = JSON.stringify({ meetingId, key: `close-on-${port}-now`, command })
    const closed =
      chair && (await Promise.race([chair.ask('meeting:command', request), tooLate()]))
    chair?.close()
    // The other server's chair was first: then it is closed too.
    if (closed && (closed.ok || /ballot-not-open|no-such-ballot|no-ballot/.test(closed.text)))
      return
    await wait(50)
  }
}
