import { IconAlertTriangle, IconCircleCheck, IconCircleMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MeasureFigures } from '#app/domain/owners-vote/eight-numbers.ts'
import { toldLabel, type OwnersVoteLabel } from '#app/domain/owners-vote/owners-vote.ts'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import { Note } from '#app/ui/note.tsx'
import css from './owners-votes.module.css'

/**
 * Eight numbers and four percentages: who could, who did, who said yes, by people and by area. Of an
 * election only who could and who did: yes and no are each candidate's own.
 */
export function EightNumbers({
  figures,
  election = false,
}: {
  figures: readonly MeasureFigures[]
  election?: boolean
}) {
  const { t } = useTranslation('owners-votes')
  const rows = election
    ? (['all', 'participating', 'abstain'] as const)
    : (['all', 'participating', 'yes', 'no', 'abstain'] as const)
  const percents = election
    ? (['turnoutPercent'] as const)
    : (['turnoutPercent', 'yesPercent'] as const)
  return (
    <table className={css.numbers}>
      <caption className="vh">{t('numbers.title')}</caption>
      <thead>
        <tr>
          <th scope="col" />
          {figures.map(({ measure }) => (
            <th key={measure} scope="col">
              {t(`numbers.${measure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{t(`numbers.${row}`)}</th>
            {figures.map((each) => (
              <td key={each.measure}>{each[row]}</td>
            ))}
          </tr>
        ))}
        {percents.map((row) => (
          <tr key={row}>
            <th scope="row">{t(`numbers.${row}`)}</th>
            {figures.map((each) => (
              <td key={each.measure}>{each[row]}%</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How it ended, and what failed, by name. */
export function VerdictSentence({
  verdict,
  label,
}: {
  verdict: Verdict
  label: OwnersVoteLabel
}) {
  const { t } = useTranslation('owners-votes')
  const outcome = !verdict.quorumMet ? 'noQuorum' : verdict.passed ? 'passed' : 'notPassed'
  return (
    <Note
      tone={verdict.passed ? 'tea' : verdict.quorumMet ? 'stone' : 'amber'}
      icon={
        verdict.passed
          ? IconCircleCheck
          : verdict.quorumMet
            ? IconCircleMinus
            : IconAlertTriangle
      }
    >
      <b className="b">{t(`result.${outcome}`)}</b>
      {verdict.failed.map((failed) => (
        <span key={failed}>
          {' '}
          {t(`failed.${failed}`)} <code className="xs muted">{failed}</code>
        </span>
      ))}
      <br />
      <span className="sm">{t(`labelNote.${toldLabel(label, verdict.passed)}`)}</span>
    </Note>
  )
}

/** Who was elected, each with the votes they had to have. */
export function SeatsStanding({
  question,
  verdict,
}: {
  question: BallotQuestion
  verdict: Verdict
}) {
  const { t } = useTranslation('owners-votes')
  const { method } = verdict
  if (method?.kind !== 'seats') return null
  const nameOf = (number: number) =>
    question.options.find((option) => option.number === number)?.text ?? ''
  return (
    <>
      <table className={css.numbers}>
        <caption className="vh">{t('seats.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('seats.candidate')}</th>
            {method.standing[0]?.tests.map(({ measure }) => (
              <th key={measure} scope="col">
                {t(`numbers.${measure}`)}
              </th>
            ))}
            <th scope="col">{t('seats.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {method.standing.map(({ number, met, tests }) => (
            <tr key={number}>
              <th scope="row" lang="zh-CN">
                {number}. {nameOf(number)}
              </th>
              {tests.map(({ measure, have, need }) => (
                <td key={measure}>
                  {have} / {need ?? '–'}
                </td>
              ))}
              <td>
                {t(
                  method.elected.includes(number)
                    ? 'seats.elected'
                    : method.tied.includes(number)
                      ? 'seats.tied'
                      : met
                        ? 'seats.noSeat'
                        : tests.every((test) => test.met)
                          ? 'seats.noQuorum'
                          : 'seats.short',
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {method.vacant > 0 && (
        <p className="sm ink2">{t('seats.vacant', { count: method.vacant })}</p>
      )}
    </>
  )
}
