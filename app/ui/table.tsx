import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type Column<Row> = {
  key: string
  head: ReactNode
  cell: (row: Row) => ReactNode
  /** Numbers line up at the end. */
  number?: boolean
  /** Dropped on a phone: what it says stands on the row's own page as well. */
  wideOnly?: boolean
  /** Names the row: a screen reader says it with every other cell. */
  rowHead?: boolean
}

type Props<Row> = {
  caption: ReactNode
  /** The caption is heard but not seen, because a heading above says the same. */
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** On a phone each row stands as a card: for cells that say what they are without a head. */
  cards?: boolean
}

/** A plain table. A wide one scrolls inside its own box. */
export function Table<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  cards,
}: Props<Row>) {
  const captionId = useId()
  return (
    // Focusable, so that the arrow keys can scroll a table wider than the screen.
    <div className="tbl-x" role="region" aria-labelledby={captionId} tabIndex={0}>
      <table className={classNames('tbl', cards && 'cards')}>
        <caption id={captionId} className={captionHidden ? 'vh' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map(({ key, head, ...column }) => (
              <th key={key} scope="col" className={classOf(column)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, cell, rowHead, ...column }) =>
                rowHead ? (
                  <th key={key} scope="row" className={classOf(column)}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} className={classOf(column)}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function classOf({ number, wideOnly }: { number?: boolean; wideOnly?: boolean }) {
  return classNames(number && 'num', wideOnly && 'wide-only') || undefined
}
