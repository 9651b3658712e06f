/** What a column of the register can hold. */
export type RegisterField =
  | 'building'
  | 'stairwell'
  | 'room'
  | 'floor'
  | 'kind'
  | 'status'
  | 'areaRegistered'
  | 'areaSurveyed'
  | 'areaContract'
  | 'owners'
  | 'idTails'
  | 'phones'
  | 'designated'
  | 'ownerKind'
  | 'agent'
  | 'agentPhone'

/** Which column, counted from 0, holds which field. A field without a column is left out. */
export type ColumnMatch = Partial<Record<RegisterField, number>>
