/**
 * Lets everybody who asks for something of one kind share a read, so that a full hall coming in costs
 * the database a few reads and not one for each phone.
 *
 * One read is under way at a time; what is asked meanwhile is in the next. So each is answered by a
 * read that began after it had asked, and hears of whatever was committed before that.
 *
 * @param readMany - reads these keys, each named once; what is not there is left out.
 */
export function createGroupedReads<Key, Value>(
  readMany: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | null> {
  let waiting: Map<Key, Asked<Value>> = new Map()
  let isReading = false

  const read = async () => {
    isReading = true
    while (waiting.size > 0) {
      const asked = waiting
      waiting = new Map()
      try {
        const found = await readMany([...asked.keys()])
        for (const [key, { answer }] of asked) answer(found.get(key) ?? null)
      } catch (error) {
        for (const { fail } of asked.values()) fail(error)
      }
    }
    isReading = false
  }

  return (key) => {
    const asked = waiting.get(key) ?? askedNow<Value>()
    waiting.set(key, asked)
    if (!isReading) void read()
    return asked.answered
  }
}

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
