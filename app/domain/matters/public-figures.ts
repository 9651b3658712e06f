import { localDateOf, type LocalDate } from '#app/domain/calendar/local-date.ts'
import { isContent } from './decide-matter.ts'
import type { MatterCategory, MatterStatus, Satisfaction } from './matter.ts'
import { SMALLEST_GROUP } from './public-matter.ts'

export type CountedMatter = {
  category: MatterCategory
  status: MatterStatus
  solved: boolean | null
  satisfaction: Satisfaction | null
  /** The last day it was promised for. */
  dueOn: LocalDate | null
  reportedDoneAt: Date | null
  reopenedCount: number
}

/** So many of so many: a share is never shown without both. */
export type Share = { count: number; of: number }

export type MatterFigures = {
  raised: number
  /** Of those raised: the person who raised it said it is solved. */
  solved: Share
  /** Of those that closed: reported done by the day promised, and never sent back. */
  onTime: Share
  /** Of those who answered: at least 基本满意. */
  satisfied: Share
  /** Largest first; groups under 5 are together in `others`, and gone when even that is under 5. */
  byCategory: { category: MatterCategory; raised: number; solved: number }[]
  others: { raised: number; solved: number } | null
}

/** The figures a community shows of the matters raised in a period. */
export function figuresOf(matters: readonly CountedMatter[]): MatterFigures {
  const closed = matters.filter(({ status }) => status === 'closed')
  const answered = closed.filter(({ satisfaction }) => satisfaction !== null)
  const solved = closed.filter((matter) => matter.solved === true)
  return {
    raised: matters.length,
    solved: { count: solved.length, of: matters.length },
    onTime: { count: closed.filter(isOnTime).length, of: closed.length },
    satisfied: {
      count: answered.filter(({ satisfaction }) => satisfaction && isContent(satisfaction))
        .length,
      of: answered.length,
    },
    ...breakdown(matters),
  }
}

function isOnTime({ dueOn, reportedDoneAt, reopenedCount }: CountedMatter): boolean {
  if (reopenedCount > 0 || dueOn === null || reportedDoneAt === null) return false
  return localDateOf(reportedDoneAt) <= dueOn
}

function breakdown(
  matters: readonly CountedMatter[],
): Pick<MatterFigures, 'byCategory' | 'others'> {
  const groups = new Map<MatterCategory, { raised: number; solved: number }>()
  for (const { category, status, solved } of matters) {
    const group = groups.get(category) ?? { raised: 0, solved: 0 }
    group.raised += 1
    if (status === 'closed' && solved === true) group.solved += 1
    groups.set(category, group)
  }
  const shown = [...groups]
    .map(([category, group]) => ({ category, ...group }))
    .filter(({ raised }) => raised >= SMALLEST_GROUP)
    .toSorted((a, b) => b.raised - a.raised || (a.category < b.category ? -1 : 1))
  const small = [...groups.values()].filter(({ raised }) => raised < SMALLEST_GROUP)
  const others = {
    raised: small.reduce((sum, { raised }) => sum + raised, 0),
    solved: small.reduce((sum, group) => sum + group.solved, 0),
  }
  // A lone small group would be named by what is left over, so it stays out of sight.
  return { byCategory: shown, others: others.raised >= SMALLEST_GROUP ? others : null }
}
