import type { TopicType } from '#app/domain/voting/authority.ts'

/** Topics that the owners decide, in the order of Art. 278, and consent under Art. 279. */
export const OWNERS_TOPICS = [
  'assembly-rules',
  'management-covenant',
  'owners-committee-election',
  'property-company-contract',
  'maintenance-fund-use',
  'maintenance-fund-raise',
  'rebuild-or-alter',
  'common-parts-use',
  'other-major-owners-matter',
  'dwelling-to-business',
] as const satisfies readonly TopicType[]
