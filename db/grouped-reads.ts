import { setTimeout as wait } from 'node:timers/promises'

/** What a phone that comes in with a full hall waits for others, at each of its three reads; ms. */
const APART_MS = 4

/**
 * Lets everybody who asks for something of one kind share a read, so that a full hall coming in costs
 * the database a few reads and not one for each phone.
 *
 * One read is under way at a time; what is asked meanwhile is in the next. So each is answered by a
 * read that began after it had asked, and hears of whatever was committed before that. While several
 * ask at once, reads begin some way apart: a statement costs this process as much as answering
 * with it, and a quick database would be asked for every phone anew. Who comes alone waits for nobody.
 *
 * @param readMany - reads these keys, each named once; what is not there is left out.
 */
export function createGroupedReads<Key, Value>(
  readMany: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  { apartMs = APART_MS } = {},
): (key: Key) => Promise<Value | null> {
  let waiting = nobody<Key, Value>()
  let isReading = false

  const read = async () => {
    isReading = true
    while (waiting.askers > 0) {
      const { byKey, askers } = waiting
      waiting = nobody()
      const apart = askers > 1 ? wait(apartMs, undefined, { ref: false }) : null
      try {
        const found = await readMany([...byKey.keys()])
        for (const [key, { answer }] of byKey) answer(found.get(key) ?? null)
      } catch (error) {
        for (const { fail } of byKey.values()) fail(error)
      }
      await apart
    }
    isReading = false
  }

  return (key) => {
    const asked = waiting.byKey.get(key) ?? askedNow<Value>()
    waiting.byKey.set(key, asked)
    waiting.askers += 1
    if (!isReading) void read()
    return asked.answered
  }
}

type Waiting<Key, Value> = { byKey: Map<Key, Asked<Value>>; askers: number }

const nobody = <Key, Value>(): Waiting<Key, Value> => ({ byKey: new Map(), askers: 0 })

type Asked<Value> = {
  answered: Promise<Value | null>
  answer: (value: Value | null) => void
  fail: (error: unknown) => void
}

function askedNow<Value>(): Asked<Value> {
  let answer: Asked<Value>['answer'] = () => {}
  let fail: Asked<Value>['fail'] = () => {}
  const answered = new Promise<Value | null>((resolve, reject) => {
    answer = resolve
    fail = reject
  })
  return { answered, answer, fail }
}
