/** The sides that sit at the table. */
export type Side = 'residents' | 'property' | 'owners' | 'committees' | 'police' | 'others'

type SideMark = { className: string; glyph: string }

const MARKS: Record<Side, SideMark> = {
  residents: { className: 'g-res', glyph: '居' },
  property: { className: 'g-pm', glyph: '物' },
  owners: { className: 'g-oc', glyph: '业' },
  committees: { className: 'g-cc', glyph: '社' },
  police: { className: 'g-pol', glyph: '警' },
  others: { className: 'g-obs', glyph: '列' },
}

/** A side's colour class (`--g` disc, `--gs` seat or bar, `--gt` text) and the character in its disc. */
export function sideMark(side: Side): SideMark {
  return MARKS[side]
}
