/**
 * Lets so many through at a time; the others wait in the order they came. Keeps what can wait, such
 * as a full hall that comes in, from standing in front of what cannot.
 */
export function createWaitingLine(
  places: number,
): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let free = places
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      // A place goes from hand to hand, so that nobody who comes now is before who waits.
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
