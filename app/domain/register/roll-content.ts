import { byKey, canonicalJson } from '#app/domain/shared/canonical-json.ts'
import { formatArea } from '#app/domain/voting/area.ts'
import type { VoteScope } from '#app/domain/voting/rule-profiles.ts'
import type { RollLine } from './make-roll.ts'
import type { CountingPolicy } from './register.ts'

export type RollHead = {
  id: string
  compoundId: string
  title: string
  scope: VoteScope
  buildingId: string | null
  stairwell: string | null
  policy: CountingPolicy
  totalHeads: number
  totalArea: bigint
  /** Whose dwelling is to become a business, masked; null on every other roll. */
  applicantMasked: string | null
}

/**
 * What is hashed when a roll is frozen, and again whenever somebody asks whether it is the same:
 * `council730.roll/1` in canonical JSON, a page of lines a piece. They are asked for as they are written.
 */
export async function* rollContent(
  {
    id,
    compoundId,
    title,
    scope,
    buildingId,
    stairwell,
    policy,
    totalHeads,
    ...head
  }: RollHead,
  pages: AsyncIterable<readonly RollLine[]>,
): AsyncGenerator<string> {
  const members = Object.entries({
    format: 'council730.roll/1',
    ...{ id, compoundId, title, scope, buildingId, stairwell, policy, totalHeads },
    totalArea: formatArea(head.totalArea),
    electors: pages,
    // Rolls of before hash as they did.
    ...(head.applicantMasked !== null && { applicant: head.applicantMasked }),
  }).sort(byKey)
  let opening = '{'
  for (const [key, value] of members) {
    yield `${opening}${JSON.stringify(key)}:`
    opening = ','
    if (value !== pages) yield canonicalJson(value)
    else yield* electorList(pages)
  }
  yield '}'
}

async function* electorList(pages: AsyncIterable<readonly RollLine[]>): AsyncGenerator<string> {
  let before = '['
  for await (const lines of pages) {
    if (lines.length === 0) continue
    yield before + lines.map((line) => canonicalJson(electorOf(line))).join(',')
    before = ','
  }
  yield before === '[' ? '[]' : ']'
}

function electorOf(line: RollLine) {
  return {
    elector: line.electorId,
    heads: line.heads,
    area: formatArea(line.area),
    developer: line.developer,
    name: line.nameMasked,
    doors: line.doorsMasked,
    units: line.units,
    owners: line.owners,
    voter: line.voter,
    // Rolls that were frozen before anybody could be added hash as they did.
    ...(line.addedReason !== null && { added: line.addedReason }),
  }
}
