/** What a proposal is about: one item, one person's words on it, or the minutes as a whole. */
export type ProposalTarget =
  { of: 'item'; itemId: string } | { of: 'turn'; itemId: string; seq: number } | { of: 'whole' }

export type ProposalState = 'open' | 'accepted' | 'declined' | 'withdrawn'

/** A correction that a participant proposed, with what became of it. */
export type Proposal = {
  id: string
  target: ProposalTarget
  /** The minutes' words at the time, which later edits change. */
  quoted: string
  text: string
  /** Everybody at the table knows who sat there. */
  by: { seatId: string; name: string; title: string }
  madeAt: Date
  state: ProposalState
  answer: string
  answeredBy: string | null
  answeredAt: Date | null
}
