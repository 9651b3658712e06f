import type { Noise } from './machine.ts'

/** One measurement of one subject in one round. */
export type Figure = { subject: string; what: string; round: number; value: number }

/** What has to hold: one figure of a subject, by itself or beside another subject's of the same round. */
export type Goal = {
  what: string
  subject: string
  /** The figure is divided by this subject's, round by round; alone when null. */
  base: string | null
  /** `scale` says how two compare and promises nothing. */
  must: 'at least' | 'at most' | 'scale'
  value: number
}

export type Outcome = {
  figures: Figure[]
  goals: Goal[]
  /** What the table alone does not say. */
  notes: string[]
}

export type Saved = Outcome & {
  name: string
  machine: string
  date: string
  quick: boolean
  seconds: number
  noise: Noise
}

export type Summary = { median: number; least: number; most: number; count: number }
export type Percentiles = { p50: number; p99: number; max: number }

export function percentiles(values: readonly number[]): Percentiles {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99), max: at(1) }
}

export function summarise(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (index: number) => sorted[index] ?? Number.NaN
  const middle = (sorted.length - 1) / 2
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    least: at(0),
    most: at(sorted.length - 1),
    count: sorted.length,
  }
}

/** What a goal comes to: of the ratios round by round, so that a slow minute hits both; else of the figure. */
export function reached(figures: readonly Figure[], { what, subject, base }: Goal): Summary {
  const of = (name: string) =>
    figures.filter((each) => each.what === what && each.subject === name)
  if (base === null) return summarise(of(subject).map((each) => each.value))
  const bases = new Map(of(base).map((each) => [each.round, each.value]))
  return summarise(
    of(subject).flatMap((each) => {
      const value = bases.get(each.round)
      return value ? [each.value / value] : []
    }),
  )
}

export function holds({ must, value }: Goal, { median, count }: Summary): boolean {
  if (count === 0) return false
  if (must === 'scale') return true
  return must === 'at least' ? median >= value : median <= value
}

/** A table as people and Markdown read it: subjects down, figures across. */
export function figureTable(figures: readonly Figure[]): string {
  const whats = [...new Set(figures.map((each) => each.what))]
  const subjects = [...new Set(figures.map((each) => each.subject))]
  const cell = (subject: string, what: string) => {
    const values = figures
      .filter((each) => each.subject === subject && each.what === what)
      .map((each) => each.value)
    return values.length === 0 ? '–' : inShort(summarise(values))
  }
  return markdownTable(
    ['', ...whats],
    subjects.map((subject) => [subject, ...whats.map((what) => cell(subject, what))]),
  )
}

export function goalTable({ figures, goals }: Outcome): string {
  return markdownTable(
    ['', 'figure', 'goal', 'measured', ''],
    goals.map((goal) => {
      const summary = reached(figures, goal)
      const { what, subject, base, must, value } = goal
      const ratio = base !== null
      const wanted = must === 'scale' ? 'for scale' : `${must} ${value}${ratio ? '×' : ''}`
      const verdict =
        must === 'scale'
          ? ''
          : summary.count === 0
            ? 'not measured'
            : holds(goal, summary)
              ? 'holds'
              : '**does not hold**'
      const measured = summary.count === 0 ? '–' : inShort(summary, ratio ? '×' : '')
      return [ratio ? `${subject} ÷ ${base}` : subject, what, wanted, measured, verdict]
    }),
  )
}

function inShort({ median, least, most, count }: Summary, unit = ''): string {
  return count === 1
    ? `${short(median)}${unit}`
    : `${short(median)}${unit} [${short(least)}–${short(most)}]`
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function short(value: number): string {
  if (value === 0) return '0'
  return Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en')
    : String(Number(value.toPrecision(3)))
}
