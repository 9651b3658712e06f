import { createHash } from 'node:crypto'
import { serialize } from 'node:v8'
import { LRUCache } from 'lru-cache'

/** What all pages together may take; a front page is about 80 kB. */
const MOST_BYTES = 32 * 1024 * 1024

/** A page in the pieces between which an answer's nonce stands. */
type Pieces = readonly string[]

/**
 * Pages as they were rendered, found again under everything they were rendered from: the address, the
 * language and what the loaders read. Loaders run for each request as before, so nobody is shown what
 * they may not see and nothing is shown late; only the drawing of the same page twice is saved.
 */
export class RenderedPages {
  readonly #pages: LRUCache<string, Pieces>

  constructor(mostBytes = MOST_BYTES) {
    this.#pages = new LRUCache({
      maxSize: mostBytes,
      sizeCalculation: (pieces) => pieces.reduce((bytes, piece) => bytes + 2 * piece.length, 1),
    })
  }

  /**
   * The key of a page; null where what it is made of cannot be told apart, as with a promise in it.
   *
   * @param madeOf - everything that rendering reads. Maps, dates and big integers count as what they are.
   */
  keyOf(madeOf: unknown): string | null {
    try {
      return createHash('sha256').update(serialize(madeOf)).digest('base64')
    } catch {
      return null
    }
  }

  /** The page with this answer's nonce, or null when it has to be rendered. */
  find(key: string, nonce: string): string | null {
    return this.#pages.get(key)?.join(nonce) ?? null
  }

  keep(key: string, page: string, nonce: string): void {
    this.#pages.set(key, page.split(nonce))
  }
}
