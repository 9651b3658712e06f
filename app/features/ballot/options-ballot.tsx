import { IconAlertTriangle, IconArrowBackUp, IconCheck } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BallotState } from '#app/domain/meetings/meeting-state.ts'
import type { Mark } from '#app/domain/voting/mark.ts'
import { Button } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { KeepOrChoose } from './keep-or-choose.tsx'
import { MarkFields } from './mark-fields.tsx'
import { MarkList } from './mark-list.tsx'
import css from './ballot.module.css'

export type OptionsBallotProps = {
  ballot: BallotState
  /** The vote that stands, when it is being changed. */
  standing: Mark | null
  elder?: boolean
  /** What stands above the options: the question, the clock. */
  head: ReactNode
  /** What stands below them: who sees it, what it takes. */
  notes?: ReactNode
  onStart?: () => void
  onCast: (mark: Mark) => void
  onKeep?: (() => void) | undefined
}

/**
 * A ballot among options on a phone: choose, look at it once more, cast. Loaded
 * when there is such a ballot, so that no other phone pays for it.
 */
export default function OptionsBallot({
  ballot,
  standing,
  elder = false,
  head,
  notes,
  onStart,
  onCast,
  onKeep,
}: OptionsBallotProps) {
  const { t } = useTranslation('live')
  const { t: words } = useTranslation('ballot')
  const [mark, setMark] = useState<Mark | null>(standing)
  const [reviewing, setReviewing] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  const { question } = ballot
  const caption = t(
    elder
      ? ballot.secrecy === 'secret'
        ? 'elder.finalNote'
        : 'elder.changeableNote'
      : ballot.secrecy === 'secret'
        ? 'ballot.capFinal'
        : 'ballot.capChangeable',
  )
  // Another page in all but name: whoever cannot see it is led to its beginning.
  useEffect(() => {
    if (reviewing) title.current?.focus()
  }, [reviewing])

  if (reviewing && mark) {
    return (
      <div className={css.form}>
        <div className={css.body}>
          <h1 className={elder ? 'big' : 'ph-t'} ref={title} tabIndex={-1}>
            {t(elder ? 'elder.youChose' : 'ballot.confirmTitle')}
          </h1>
          <p>{ballot.title}</p>
          <section className={`t-dai ${css.review ?? ''}`}>
            <MarkList question={question} mark={mark} />
          </section>
          {elder && <p className="ink2">{caption}</p>}
        </div>
        <section className={classNames(elder ? 'foot2' : `ph-a ${css.action ?? ''}`)}>
          {!elder && (
            <p className="cap" style={{ color: 'var(--amber-t)', fontWeight: 600 }}>
              <Icon of={IconAlertTriangle} />
              {caption}
            </p>
          )}
          <div className="col" style={{ gap: 10 }}>
            <Button
              look="primary"
              size="large"
              block
              icon={IconCheck}
              onClick={() => onCast(mark)}
            >
              {elder ? t('elder.castThis') : words('form.castThis')}
            </Button>
            <Button block icon={IconArrowBackUp} onClick={() => setReviewing(false)}>
              {t(elder ? 'elder.chooseAgain' : 'ballot.chooseAgain')}
            </Button>
          </div>
        </section>
      </div>
    )
  }
  return (
    <div className={css.form}>
      <div className={css.body}>
        {head}
        <MarkFields
          question={question}
          plain={elder}
          standing={mark}
          awake
          onMark={(next) => {
            setMark(next)
            onStart?.()
          }}
        />
        {notes}
      </div>
      <section className={classNames(elder ? 'foot2' : `ph-a ${css.action ?? ''}`)}>
        {!elder && <KeepOrChoose onKeep={onKeep} />}
        <Button
          look="primary"
          size="large"
          block
          disabled={mark === null}
          onClick={() => setReviewing(true)}
        >
          {t(mark === null ? 'ballot.chooseFirst' : 'ballot.next')}
        </Button>
      </section>
    </div>
  )
}
