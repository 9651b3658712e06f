import * as accounts from './schema/accounts.ts'
import * as ballots from './schema/ballots.ts'
import * as matters from './schema/matters.ts'
import * as meetings from './schema/meetings.ts'
import * as organisation from './schema/organisation.ts'
import * as ownersVotes from './schema/owners-votes.ts'
import * as records from './schema/records.ts'
import * as register from './schema/register.ts'
import * as room from './schema/room.ts'

/** Every table, for drizzle. Code that reads or writes imports from `#db/schema/<noun>.ts`. */
export const schema = {
  ...organisation,
  ...accounts,
  ...meetings,
  ...ballots,
  ...matters,
  ...records,
  ...register,
  ...room,
  ...ownersVotes,
}
