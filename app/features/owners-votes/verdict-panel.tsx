import { useTranslation } from 'react-i18next'
import { eightNumbers } from '#app/domain/owners-vote/eight-numbers.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import { TestGrid } from '#app/features/recount/test-grid.tsx'
import type { DeskVote } from './desk-vote.ts'
import { EightNumbers, SeatsStanding, VerdictSentence } from './eight-numbers.tsx'
import { SilenceNote } from './silence-note.tsx'
import css from './owners-votes.module.css'

/** The result at the desk, after the count. */
export function VerdictPanel({ vote, verdict }: { vote: DeskVote; verdict: Verdict }) {
  const { t } = useTranslation('owners-votes')
  const election = verdict.method?.kind === 'seats'
  return (
    <section className={`panel ${css.pad}`}>
      <h2>{t('result.title')}</h2>
      <VerdictSentence verdict={verdict} label={vote.label} />
      {vote.silent && <SilenceNote silent={vote.silent} />}
      <EightNumbers figures={eightNumbers(verdict)} election={election} />
      <SeatsStanding question={vote.question} verdict={verdict} />
      <TestGrid
        rule={vote.profile.rule}
        // What each candidate had to reach stands beside them.
        tests={election ? verdict.tests.filter(({ test }) => test === 'quorum') : verdict.tests}
      />
    </section>
  )
}
