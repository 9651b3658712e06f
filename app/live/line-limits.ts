/** Where a line comes from. */
export type Whence = {
  /** What its browser shows as its session, whatever that is worth; null when it shows none. */
  session: string | null
  /** Null for this machine itself, which may open as many as it likes. */
  address: string | null
}

export type LineLimits<Line> = {
  /** Whether one more may come from this address. */
  hasRoom: (address: string | null) => boolean
  /**
   * Counts a line in. Of one browser too many, the oldest has to go: it may be one that nobody is at
   * the other end of any more, and whoever comes anew is surely there.
   *
   * @returns the line that has to go, if one has.
   */
  opened: (line: Line, from: Whence) => Line | null
  closed: (line: Line, from: Whence) => void
}

export function createLineLimits<Line>({
  ofBrowser,
  ofAddress,
}: {
  ofBrowser: number
  /** A hall, or a whole quarter's phones, may share one. */
  ofAddress: number
}): LineLimits<Line> {
  const lines = new Map<string, Set<Line>>()
  const counts = new Map<string, number>()
  return {
    hasRoom: (address) => address === null || (counts.get(address) ?? 0) < ofAddress,
    opened(line, { session, address }) {
      if (address !== null) counts.set(address, (counts.get(address) ?? 0) + 1)
      if (session === null) return null
      const mine = lines.get(session) ?? new Set()
      lines.set(session, mine.add(line))
      // A set remembers in which order its lines came.
      const [oldest] = mine
      return mine.size > ofBrowser && oldest !== undefined ? oldest : null
    },
    closed(line, { session, address }) {
      if (address !== null) {
        const left = (counts.get(address) ?? 1) - 1
        if (left > 0) counts.set(address, left)
        else counts.delete(address)
      }
      if (session === null) return
      const mine = lines.get(session)
      mine?.delete(line)
      if (mine?.size === 0) lines.delete(session)
    },
  }
}
