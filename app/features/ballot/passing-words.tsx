import { useTranslation } from 'react-i18next'
import { YES_NO, type BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import type { PassingLine } from './passing-line.ts'

/** `more than half`, `at least 2/3`: how a share is said. */
export function useShareWords() {
  const { t } = useTranslation('live')
  return ({ share, strict }: Pick<PassingLine, 'share' | 'strict'>) => {
    if (share === '1/2') return t(strict ? 'share.overHalf' : 'share.half')
    if (share === '1/1') return t('share.all')
    return t(strict ? 'share.over' : 'share.atLeast', { share })
  }
}

/** What it takes to pass, in one sentence. */
export function PassingWords({
  line,
  question = YES_NO,
}: {
  line: PassingLine
  question?: BallotQuestion
}) {
  const { t } = useTranslation('live')
  const share = useShareWords()(line)
  const { kind } = question.method
  if (kind === 'five-fingers') return <>{t('ballot.line.nothing')}</>
  if (kind !== 'yes-no' && line.need !== null) {
    const words = { share, need: line.need }
    return <>{t(kind === 'seats' ? 'ballot.line.seats' : 'ballot.line.option', words)}</>
  }
  if (line.of === null || line.need === null)
    return <>{t('ballot.line.participating', { share })}</>
  const words = { of: line.of, need: line.need, share }
  return <>{t(line.base === 'roll' ? 'ballot.line.roll' : 'ballot.line.present', words)}</>
}
