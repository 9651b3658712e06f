/** The smallest turnout that makes a quorum of two thirds, by heads and by area. */
export const THRESHOLD_CASES = [
  {
    id: 'T01',
    title: 'an owners’ vote announced in Dongguan',
    totalArea: '36609.05',
    totalHeads: 355,
    minArea: '24406.04',
    minHeads: 237,
  },
  {
    id: 'T03',
    title: 'a hundredth of a square metre over a round figure',
    totalArea: '100000.01',
    totalHeads: 1000,
    minArea: '66666.68',
    minHeads: 667,
  },
]

/** Bodies of representatives, and whether there are enough representatives in them. */
export const COMPOSITION_CASES = [
  { id: 'K01', title: '32 of 40 is exactly four fifths', committee: 8, reps: 32, met: true },
]
