import { IconScale } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BallotState } from '#app/domain/meetings/meeting-state.ts'
import { lineOfBallot } from '#app/features/ballot/passing-line.ts'
import { PassingWords, useShareWords } from '#app/features/ballot/passing-words.tsx'
import { useMethodWords } from '#app/features/ballot/use-method-words.ts'
import { useLive } from '#app/features/live/live-context.tsx'
import { Note } from '#app/ui/note.tsx'

/** How this ballot is judged, before anybody knows how it ends. */
export function BallotRules({ ballot }: { ballot: BallotState }) {
  const { t } = useTranslation('live')
  const { meeting } = useLive()
  const line = lineOfBallot(meeting, ballot)
  const share = useShareWords()(line)
  const { question } = ballot
  const { t: words } = useTranslation('ballot')
  const { methodName } = useMethodWords(question)
  return (
    <section className="col grow" style={{ gap: 10 }}>
      <h2>{t('console.how.title')}</h2>
      <dl className="dl" style={{ fontSize: 15, gap: '6px 14px' }}>
        <dt>{t('console.how.roll')}</dt>
        <dd>
          {line.base === 'present' && line.of !== null
            ? t('console.how.presentValue', { count: ballot.roll.length, present: line.of })
            : t('console.how.rollValue', { count: ballot.roll.length })}
        </dd>
        {question.method.kind !== 'yes-no' && (
          <>
            <dt>{words('panel.method')}</dt>
            <dd>{methodName(question.method)}</dd>
          </>
        )}
        <dt>{t('console.how.line')}</dt>
        <dd>
          {question.method.kind !== 'yes-no' ? (
            <PassingWords line={line} question={question} />
          ) : line.need === null ? (
            t('console.how.lineShare', { share })
          ) : (
            t('console.how.lineValue', { share, need: line.need })
          )}
        </dd>
        <dt>{t('console.how.abstain')}</dt>
        <dd>{t('ballot.abstainNote')}</dd>
        <dt>{t('console.how.chair')}</dt>
        <dd>{t('console.how.chairValue')}</dd>
      </dl>
      <Note tone="stone" icon={IconScale} className="sm">
        {t(`ballot.effect.${ballot.label}`)}
      </Note>
    </section>
  )
}
