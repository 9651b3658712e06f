/** One measurement of one subject in one round. */
export type Figure = { subject: string; what: string; round: number; value: number }

export type Summary = { median: number; least: number; most: number }

export function summarise(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (index: number) => sorted[index] ?? Number.NaN
  const middle = (sorted.length - 1) / 2
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    least: at(0),
    most: at(sorted.length - 1),
  }
}

/** Ratios of one figure of two subjects, round by round, so that a slow minute hits both. */
export function ratios(
  figures: readonly Figure[],
  what: string,
  subject: string,
  base: string,
): Summary {
  const of = (name: string) =>
    figures.filter((each) => each.what === what && each.subject === name)
  const bases = new Map(of(base).map((each) => [each.round, each.value]))
  return summarise(
    of(subject).flatMap((each) => {
      const value = bases.get(each.round)
      return value ? [each.value / value] : []
    }),
  )
}

/** A table as people and Markdown read it: subjects down, figures across. */
export function table(figures: readonly Figure[]): string {
  const whats = [...new Set(figures.map((each) => each.what))]
  const subjects = [...new Set(figures.map((each) => each.subject))]
  const cell = (subject: string, what: string) => {
    const values = figures
      .filter((each) => each.subject === subject && each.what === what)
      .map((each) => each.value)
    if (values.length === 0) return '–'
    const { median, least, most } = summarise(values)
    return values.length === 1
      ? short(median)
      : `${short(median)} [${short(least)}–${short(most)}]`
  }
  return [
    `| | ${whats.join(' | ')} |`,
    `|---|${whats.map(() => '---').join('|')}|`,
    ...subjects.map(
      (subject) => `| ${subject} | ${whats.map((what) => cell(subject, what)).join(' | ')} |`,
    ),
  ].join('\n')
}

export function short(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}
