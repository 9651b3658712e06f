/** Where a matter stands. Who says it is solved is recorded apart from who reports it done. */
export const MATTER_STATUSES = [
  'submitted',
  'screening',
  'accepted',
  'merged',
  'referred',
  'rejected',
  'scheduled',
  'deliberated',
  'in-progress',
  'reported-done',
  'return-visit',
  'closed',
  'reopened',
] as const
export type MatterStatus = (typeof MATTER_STATUSES)[number]

export const MATTER_CATEGORIES = [
  'PARK',
  'FIRE',
  'SAFE',
  'NOISE',
  'PET',
  'CLEAN',
  'GREEN',
  'LIFT',
  'FEE',
  'PROP',
  'BUILD',
  'ELDER',
  'NEIGH',
  'PUBLIC',
] as const
export type MatterCategory = (typeof MATTER_CATEGORIES)[number]

export const MATTER_SOURCES = [
  'link',
  'tearoom',
  'door',
  'hotline-12345',
  'meeting',
  'paper',
  'grid',
] as const
export type MatterSource = (typeof MATTER_SOURCES)[number]

/** 非常满意 / 满意 / 基本满意 / 不满意 / 非常不满意. */
export const SATISFACTIONS = [
  'very-satisfied',
  'satisfied',
  'mostly-satisfied',
  'dissatisfied',
  'very-dissatisfied',
] as const
export type Satisfaction = (typeof SATISFACTIONS)[number]
