import { IconChevronDown, IconChevronUp, IconPlus, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BallotOption } from '#app/domain/voting/ballot-question.ts'
import { Icon } from '#app/ui/icon.tsx'
import css from './ballot.module.css'

type Props = {
  options: readonly BallotOption[]
  /** Option numbers, best first. */
  ranked: readonly number[]
  onRank: (ranked: number[]) => void
}

/**
 * Options put in order by pressing: what is pressed first comes first, and buttons move it up, down
 * or out again. Nothing is dragged. The focus stays with what was moved, and each move is told.
 */
export function RankFields({ options, ranked, onRank }: Props) {
  const { t } = useTranslation('ballot')
  const [told, setTold] = useState('')
  const moved = useRef<{ number: number; button: 'up' | 'down' } | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const textOf = (number: number) => options.find((each) => each.number === number)?.text ?? ''

  useEffect(() => {
    const last = moved.current
    moved.current = null
    if (!last) return
    const row = list.current?.querySelector(`[data-option="${last.number}"]`)
    const button = (name: string) =>
      row?.querySelector<HTMLButtonElement>(`[data-move="${name}"]:not(:disabled)`)
    const target = button(last.button) ?? button(last.button === 'up' ? 'down' : 'up')
    target?.focus()
  }, [ranked])

  function move(number: number, by: -1 | 1) {
    const from = ranked.indexOf(number)
    const next = ranked.filter((each) => each !== number)
    next.splice(from + by, 0, number)
    moved.current = { number, button: by < 0 ? 'up' : 'down' }
    setTold(t('rank.moved', { text: textOf(number), place: from + by + 1 }))
    onRank(next)
  }
  function add(number: number) {
    setTold(t('rank.moved', { text: textOf(number), place: ranked.length + 1 }))
    onRank([...ranked, number])
  }
  function takeOut(number: number) {
    setTold(t('rank.taken', { text: textOf(number) }))
    onRank(ranked.filter((each) => each !== number))
  }

  const rest = options.filter(({ number }) => !ranked.includes(number))
  return (
    <>
      {ranked.length === 0 ? (
        <p className="ink2">{t('rank.none')}</p>
      ) : (
        <ol ref={list} className={css.ranked} aria-label={t('rank.chosen')}>
          {ranked.map((number, index) => {
            const text = textOf(number)
            return (
              <li key={number} data-option={number} className="opt on t-dai">
                <span className="bx">{index + 1}</span>
                <span className="grow" lang="zh-CN">
                  {text}
                </span>
                <span className={css.moves}>
                  <button
                    type="button"
                    data-move="up"
                    aria-label={t('rank.up', { text })}
                    disabled={index === 0}
                    onClick={() => move(number, -1)}
                  >
                    <Icon of={IconChevronUp} />
                  </button>
                  <button
                    type="button"
                    data-move="down"
                    aria-label={t('rank.down', { text })}
                    disabled={index === ranked.length - 1}
                    onClick={() => move(number, 1)}
                  >
                    <Icon of={IconChevronDown} />
                  </button>
                  <button
                    type="button"
                    aria-label={t('rank.out', { text })}
                    onClick={() => takeOut(number)}
                  >
                    <Icon of={IconX} />
                  </button>
                </span>
              </li>
            )
          })}
        </ol>
      )}
      {rest.length > 0 && ranked.length > 0 && <p className="sm ink2">{t('rank.rest')}</p>}
      {rest.map(({ number, text }) => (
        <button
          key={number}
          type="button"
          className={`opt t-dai ${css.add ?? ''}`}
          onClick={() => add(number)}
        >
          <span className="bx">
            <Icon of={IconPlus} />
          </span>
          <span className="grow">
            <span lang="zh-CN">{text}</span>
            <small>{t('rank.add', { place: ranked.length + 1 })}</small>
          </span>
        </button>
      ))}
      <p className="vh" role="status">
        {told}
      </p>
    </>
  )
}
