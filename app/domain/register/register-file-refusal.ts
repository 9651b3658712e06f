/** Why a file cannot be read as a register. */
export type RegisterFileRefusal = {
  code:
    | 'file-empty'
    | 'file-too-large'
    | 'file-damaged'
    | 'old-xls'
    | 'not-a-spreadsheet'
    | 'unpacks-too-large'
    | 'too-many-rows'
    | 'too-many-columns'
    | 'sheet-empty'
}
