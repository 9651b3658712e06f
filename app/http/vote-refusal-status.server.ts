import type { CastVoteRefusal } from '#app/services/voting/cast-vote.server.ts'

/** What a form that casts a vote is answered with; a voter who votes by socket gets the code alone. */
export const VOTE_REFUSAL_STATUS = {
  'no-such-meeting': 404,
  'no-such-ballot': 404,
  'not-on-roll': 403,
  'not-checked-in': 409,
  'already-voted': 409,
  'ballot-closed': 409,
  busy: 503,
  'not-recorded': 503,
  'vote-unconfirmed': 503,
  'mark-missing': 400,
  'mark-unknown': 400,
  'mark-twice': 400,
  'marks-too-many': 400,
} satisfies Record<CastVoteRefusal['code'], number>
