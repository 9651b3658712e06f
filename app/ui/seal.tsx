import { classNames } from './class-names.ts'

type Props = {
  /** Two or four characters: 通过, 已投, 形成建议. English sets one short word. */
  text: string
  /** What a screen reader says, if `text` alone is not enough. */
  label?: string
  /** Outline: a recommendation with more to come. Solid is final. */
  open?: boolean
  size?: 'small' | 'medium' | 'large' | 'huge'
  /** Lands once, when the verdict has just been reached while the reader watched. */
  lands?: boolean
}

const SIZE = { small: 's', medium: '', large: 'l', huge: 'x' } as const
const HAN = /\p{Script=Han}/u

/** The cinnabar stamp: a verdict or a receipt. One per page, and none for what did not pass. */
export function Seal({ text, label = text, open, size = 'medium', lands }: Props) {
  const cells = HAN.test(text) ? [...text] : [text]
  const grid = cells.length === 2 || cells.length === 4 ? `n${cells.length}` : 'n3'
  return (
    <span
      className={classNames('seal', grid, SIZE[size], open && 'open', lands && 'lands')}
      role="img"
      aria-label={label}
    >
      <span className="seal-in" aria-hidden="true">
        {cells.map((cell, index) => (
          <span key={index}>{cell}</span>
        ))}
      </span>
    </span>
  )
}
