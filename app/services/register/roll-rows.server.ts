import { createHash } from 'node:crypto'
import { and, asc, eq, gt } from 'drizzle-orm'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import type { MadeRoll, RollLine } from '#app/domain/register/make-roll.ts'
import { rollContent } from '#app/domain/register/roll-content.ts'
import type { Database } from '#db/database.ts'
import { rollElectors, rolls } from '#db/schema/register.ts'

export type RollRow = typeof rolls.$inferSelect

/** Rows one statement carries; PostgreSQL takes 65,535 parameters at most. */
const CHUNK = 1000

/** A roll for somebody who works with it, locked until the transaction ends; null when it is not theirs. */
export async function holdRoll(
  tx: Database,
  viewer: Viewer,
  rollId: string,
  action: 'keep-register' | 'freeze-roll',
): Promise<RollRow | null> {
  const [row] = await tx.select().from(rolls).where(eq(rolls.id, rollId)).for('update')
  return row && can(viewer, action, row) ? row : null
}

export async function writeLines(tx: Database, rollId: string, { lines }: MadeRoll) {
  for (let from = 0; from < lines.length; from += CHUNK) {
    await tx
      .insert(rollElectors)
      .values(
        lines
          .slice(from, from + CHUNK)
          .map((line, index) => ({ ...line, rollId, position: from + index })),
      )
  }
}

/** The lines of a roll in their order, a thousand at a time: a large one is never held as a whole. */
export async function* readLines(
  db: Database,
  rollId: string,
): AsyncGenerator<readonly RollLine[]> {
  let last = -1
  for (;;) {
    const rows = await db
      .select()
      .from(rollElectors)
      .where(and(eq(rollElectors.rollId, rollId), gt(rollElectors.position, last)))
      .orderBy(asc(rollElectors.position))
      .limit(CHUNK)
    yield rows.map(({ rollId: _rollId, position: _position, heads, ...line }) => ({
      ...line,
      heads: heads === 0 ? 0 : 1,
    }))
    last = rows.at(-1)?.position ?? last
    if (rows.length < CHUNK) return
  }
}

export async function rollHash(
  roll: RollRow,
  pages: AsyncIterable<readonly RollLine[]>,
): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of rollContent(roll, pages)) hash.update(piece)
  return hash.digest('hex')
}
