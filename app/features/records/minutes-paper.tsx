import {
  chineseOrdinal,
  type MinutesDocument,
  type PaperBlock,
} from '#app/domain/records/minutes-document.ts'

/** Minutes laid out as 纪要. Its size is whatever stands around it: a sheet of A4, or a column of the desk. */
export function MinutesPaper({
  document: { mark, number, organ, date, blocks },
  level = 1,
}: {
  document: MinutesDocument
  /** Of its title; headings of items are one below. */
  level?: 1 | 3
}) {
  const Title = `h${level}` as const
  return (
    <div lang="zh-CN">
      <Title className="mk">{mark}</Title>
      {number !== null && <p className="no">{number}</p>}
      <div className="og">
        <span>{organ}</span>
        <span>{date}</span>
      </div>
      <div className="bl" />
      {blocks.map((block, index) => (
        <Block key={index} block={block} level={level} />
      ))}
    </div>
  )
}

function Block({ block, level }: { block: PaperBlock; level: 1 | 3 }) {
  const Heading = level === 1 ? 'h2' : 'h4'
  switch (block.kind) {
    case 'heading':
      return (
        <Heading className="l1">{`${chineseOrdinal(block.ordinal)}、${block.text}`}</Heading>
      )
    case 'part':
      return (
        <p>
          <b className="l2">{`（${chineseOrdinal(block.ordinal)}）${block.lead}。`}</b>
          {block.text}
        </p>
      )
    case 'text':
      return <p>{block.text}</p>
    case 'points':
      return (
        <ol>
          {block.lines.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ol>
      )
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
    case 'people':
      return (
        <p className="hang">
          <b>{block.label}：</b>
          {block.text}
        </p>
      )
  }
}
