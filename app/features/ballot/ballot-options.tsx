import { IconCheck, IconMinus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CHOICES, type Choice } from '#app/domain/voting/ballot.ts'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { toneClass } from '#app/ui/tone.ts'
import { CHOICE_MARK } from '#app/features/live/tones.ts'

const MARK = { yes: IconCheck, no: IconX, abstain: IconMinus } as const

type Props = {
  choice: Choice | null
  onChoose: (choice: Choice) => void
  /** Each with its gloss in plain words, as in the elder version. */
  plain?: boolean
}

/** 赞成, 反对, 弃权. The official words stay, so that phone, paper and the chair's voice agree. */
export function BallotOptions({ choice, onChoose, plain = false }: Props) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  return (
    <div
      className="col"
      style={{ gap: plain ? 16 : 12 }}
      role="radiogroup"
      aria-label={t('ballot.yourChoice')}
    >
      {CHOICES.map((each) => (
        <label
          key={each}
          className={classNames(
            'opt',
            toneClass(CHOICE_MARK[each].tone),
            choice === each && 'on',
          )}
        >
          <span className="bx">
            <Icon of={MARK[each]} />
          </span>
          <span>
            {term(`choice.${each}`)}
            {plain ? (
              <small>{t(`ballot.plain.${each}`)}</small>
            ) : (
              each === 'abstain' && <small>{t('ballot.abstainNote')}</small>
            )}
          </span>
          <input
            type="radio"
            className="pick"
            name="choice"
            value={each}
            required
            defaultChecked={choice === each}
            onChange={() => onChoose(each)}
          />
        </label>
      ))}
    </div>
  )
}
