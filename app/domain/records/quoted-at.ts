import type { MinutesContent } from './minutes.ts'
import type { ProposalTarget } from './proposal.ts'

/** What the minutes say where a proposal points; null when there is no such place. */
export function quotedAt(content: MinutesContent, target: ProposalTarget): string | null {
  if (target.of === 'whole') return ''
  const item = content.items.find((each) => each.itemId === target.itemId)
  if (!item) return null
  if (target.of === 'item') return [item.summary, ...item.points].filter(Boolean).join('\n')
  return item.turns.find((turn) => turn.seq === target.seq)?.summary ?? null
}
