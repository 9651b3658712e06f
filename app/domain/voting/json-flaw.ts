type Frame = {
  /** null inside a list. */
  keys: Set<string> | null
  /** The key or place being read. */
  at: string | number
  wantsKey: boolean
}

const QUOTE = 0x22
const COMMA = 0x2c
const BACKSLASH = 0x5c
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/** A record is six levels deep; what goes far below that was made to break whoever walks it. */
const DEEPEST = 40

export type JsonFlaw = { path: string; problem: 'key-twice' | 'too-deep' }

/**
 * What makes a JSON text unfit for a count although it parses, and where: an object that
 * names a key twice, as `votes[3].choice`, because readers differ in which of the two
 * they take; or lists in lists without end. Null when there is nothing of the kind.
 *
 * @param json - must be JSON already known to parse.
 */
export function jsonFlaw(json: string): JsonFlaw | null {
  const frames: Frame[] = []
  for (let index = 0; index < json.length; index += 1) {
    const top = frames[frames.length - 1]
    switch (json.charCodeAt(index)) {
      case OPEN_OBJECT:
      case OPEN_LIST:
        if (frames.length === DEEPEST) return { path: pathOf(frames), problem: 'too-deep' }
        frames.push(
          json.charCodeAt(index) === OPEN_OBJECT
            ? { keys: new Set(), at: '', wantsKey: true }
            : { keys: null, at: 0, wantsKey: false },
        )
        break
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        frames.pop()
        break
      case COMMA:
        if (top?.keys) top.wantsKey = true
        else if (typeof top?.at === 'number') top.at += 1
        break
      case QUOTE: {
        const end = endOfString(json, index)
        if (top?.keys && top.wantsKey) {
          const key: unknown = JSON.parse(json.slice(index, end + 1))
          top.at = String(key)
          if (top.keys.has(top.at)) return { path: pathOf(frames), problem: 'key-twice' }
          top.keys.add(top.at)
          top.wantsKey = false
        }
        index = end
        break
      }
      default:
        break
    }
  }
  return null
}

function endOfString(json: string, start: number): number {
  let index = start + 1
  while (json.charCodeAt(index) !== QUOTE) {
    index += json.charCodeAt(index) === BACKSLASH ? 2 : 1
  }
  return index
}

function pathOf(frames: readonly Frame[]): string {
  return frames
    .map(({ at }) => (typeof at === 'number' ? `[${at}]` : `.${at}`))
    .join('')
    .replace(/^\./, '')
}
