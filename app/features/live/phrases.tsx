import { Fragment } from 'react'
import { useAwake } from './live-context.tsx'
import { phrasesOf } from './phrases-of.ts'

/**
 * A title whose lines break between words: its element says `word-break: keep-all`. The words come
 * from the browser's dictionary, which a server may not have, so it begins in one piece.
 */
export function Phrases({ text }: { text: string }) {
  const parts = useAwake() ? phrasesOf(text) : [text]
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  )
}
