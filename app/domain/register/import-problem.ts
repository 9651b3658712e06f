import type { RegisterField } from './import-columns.ts'
import type { CellFlaw } from './sheet.ts'

/** Why a row cannot be taken as it is. */
export type ImportProblemCode =
  | CellFlaw
  | 'building-missing'
  | 'room-missing'
  | 'door-listed-twice'
  | 'too-long'
  | 'kind-unknown'
  | 'status-unknown'
  | 'floor-malformed'
  | 'area-malformed'
  | 'area-zero'
  | 'area-too-large'
  | 'id-malformed'
  | 'phone-malformed'
  | 'ids-do-not-match-owners'
  | 'phones-do-not-match-owners'
  | 'owner-named-twice'
  | 'owner-ambiguous'
  | 'designated-not-an-owner'
  | 'owner-kind-unknown'
  | 'agent-without-ward'

/** What was understood although it was not written as it should be, or is missing and may come later. */
export type ImportNoteCode =
  | 'tidied'
  | 'id-cut'
  | 'owner-of-unsold-ignored'
  | 'area-missing'
  | 'owner-missing'
  | 'designated-missing'
  | 'agent-missing'

type At = {
  /** As the spreadsheet numbers it, from 1. */
  line: number
  field: RegisterField
  /** What stands in the cell. */
  found: string
}

export type ImportProblem = At & {
  code: ImportProblemCode
  /** The line of the other row, where there are two. */
  other?: number
}

export type ImportNote = At & { code: ImportNoteCode; as?: string }
