import { useTranslation } from 'react-i18next'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import type { MethodOutcome, OptionVotes } from '#app/domain/voting/method-outcome.ts'
import type { Verdict } from '#app/domain/voting/tally.ts'
import { classNames } from '#app/ui/class-names.ts'
import { useMethodWords } from './use-method-words.ts'
import css from './method-table.module.css'

type Props = { question: BallotQuestion; verdict: Verdict }

/**
 * What came out among options: in one sentence, then with its figures, as the method has them:
 * votes, rounds, pairs, each candidate’s line, fingers. Where a secret ballot keeps its figures to
 * itself only the sentence stays. Sizes follow the text around it.
 */
export default function MethodTable({ question, verdict }: Props) {
  const { sentences } = useMethodWords(question)
  const { method } = verdict
  if (!method) return null
  return (
    <div className={css.method}>
      {sentences(verdict).map((sentence) => (
        <p key={sentence} className={css.sentence}>
          {sentence}
        </p>
      ))}
      <Figures question={question} method={method} />
    </div>
  )
}

function Figures({ question, method }: { question: BallotQuestion; method: MethodOutcome }) {
  switch (method.kind) {
    case 'single-choice':
    case 'approval':
      return method.counts.length > 0 ? (
        <Votes question={question} counts={method.counts} winner={method.winner} />
      ) : null
    case 'instant-runoff':
      return method.rounds.length > 0 ? <Rounds question={question} method={method} /> : null
    case 'schulze':
      return method.preferred.length > 0 ? <Pairs question={question} method={method} /> : null
    case 'seats':
      return method.standing.length > 0 ? (
        <Standing question={question} method={method} />
      ) : null
    case 'five-fingers':
      return <Fingers method={method} />
  }
}

type Of<Kind extends MethodOutcome['kind']> = {
  question: BallotQuestion
  method: Extract<MethodOutcome, { kind: Kind }>
}

function Votes({
  question,
  counts,
  winner,
}: {
  question: BallotQuestion
  counts: readonly OptionVotes[]
  winner: number | null
}) {
  const { t } = useTranslation('ballot')
  const { nameOf } = useMethodWords(question)
  const most = Math.max(1, ...counts.map(({ votes }) => votes))
  return (
    <table className={css.table}>
      <caption className="vh">{t('table.options')}</caption>
      <thead className="vh">
        <tr>
          <th scope="col">{t('table.option')}</th>
          <th scope="col">{t('table.votes')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ number, votes }) => (
          <tr key={number} className={classNames(number === winner && css.lead)}>
            <th scope="row" lang="zh-CN">
              {nameOf(number)}
              <span className={css.track} aria-hidden="true">
                <i
                  className="v-yes"
                  style={{ width: `${Math.floor((100 * votes) / most)}%` }}
                />
              </span>
            </th>
            <td>{t('table.bar', { votes })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Rounds({ question, method: { rounds, winner, tied } }: Of<'instant-runoff'>) {
  const { t } = useTranslation('ballot')
  const { nameOf } = useMethodWords(question)
  const votesIn = (round: (typeof rounds)[number], number: number) =>
    round.counts.find((row) => row.number === number)?.votes
  const order = question.options
    .map(({ number }) => number)
    .sort((one, other) => lastRoundOf(other) - lastRoundOf(one) || lastVotes(other, one))
  function lastRoundOf(number: number) {
    return rounds.findLastIndex((round) => votesIn(round, number) !== undefined)
  }
  function lastVotes(other: number, one: number) {
    const round = rounds[lastRoundOf(one)]
    return round ? (votesIn(round, other) ?? 0) - (votesIn(round, one) ?? 0) : 0
  }
  return (
    <div className={css.scroll} tabIndex={0} role="group" aria-label={t('table.rounds')}>
      <table className={css.table}>
        <caption className="vh">{t('table.rounds')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.option')}</th>
            {rounds.map((_, index) => (
              <th key={index} scope="col">
                {t('table.round', { n: index + 1 })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.map((number) => (
            <tr key={number} className={classNames(number === winner && css.lead)}>
              <th scope="row" lang="zh-CN">
                {nameOf(number)}
              </th>
              {rounds.map((round, index) => {
                const votes = votesIn(round, number)
                const out = round.eliminated.includes(number)
                const level = index === rounds.length - 1 && tied.includes(number)
                return (
                  <td key={index}>
                    {votes ?? ''}
                    {(out || level) && <small>{t(out ? 'table.out' : 'table.tied')}</small>}
                  </td>
                )
              })}
            </tr>
          ))}
          {rounds.some(({ exhausted }) => exhausted > 0) && (
            <tr className="muted">
              <th scope="row">{t('table.exhausted')}</th>
              {rounds.map(({ exhausted }, index) => (
                <td key={index}>{exhausted}</td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

function Pairs({ question, method: { preferred, winner } }: Of<'schulze'>) {
  const { t } = useTranslation('ballot')
  const { nameOf } = useMethodWords(question)
  const { options } = question
  return (
    <div className={css.scroll} tabIndex={0} role="group" aria-label={t('table.pairs')}>
      <table className={classNames(css.table, css.pairs)}>
        <caption className={css.caption}>{t('table.pairsNote')}</caption>
        <thead>
          <tr>
            <td />
            {options.map(({ number, text }) => (
              <th key={number} scope="col" aria-label={`${number}. ${text}`}>
                {number}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {options.map(({ number }, row) => (
            <tr key={number} className={classNames(number === winner && css.lead)}>
              <th scope="row" lang="zh-CN">
                {nameOf(number)}
              </th>
              {options.map((other, column) => {
                const votes = preferred[row]?.[column] ?? 0
                const against = preferred[column]?.[row] ?? 0
                return (
                  <td key={other.number} className={classNames(votes > against && css.wins)}>
                    {row === column ? '–' : votes}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Standing({ question, method }: Of<'seats'>) {
  const { t } = useTranslation('ballot')
  const { nameOf } = useMethodWords(question)
  return (
    <div className={css.scroll} tabIndex={0} role="group" aria-label={t('table.standing')}>
      <table className={css.table}>
        <caption className="vh">{t('table.standing')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.option')}</th>
            {method.standing[0]?.tests.map(({ measure }) => (
              <th key={measure} scope="col">
                {t(`table.need.${measure}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {method.standing.map(({ number, met, tests }) => {
            const elected = method.elected.includes(number)
            return (
              <tr key={number} className={classNames(elected && css.lead)}>
                <th scope="row" lang="zh-CN">
                  {nameOf(number)}
                </th>
                {tests.map(({ measure, have, need }) => (
                  <td key={measure}>
                    {have} / {need ?? '–'}
                  </td>
                ))}
                <td>
                  {t(
                    elected
                      ? 'table.elected'
                      : method.tied.includes(number)
                        ? 'table.tied'
                        : met
                          ? 'table.noSeat'
                          : tests.every((test) => test.met)
                            ? 'table.noQuorum'
                            : 'table.short',
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Fingers({ method: { counts, raised, total } }: Pick<Of<'five-fingers'>, 'method'>) {
  const { t } = useTranslation('ballot')
  const most = Math.max(1, ...counts)
  return (
    <>
      <table className={css.table}>
        <caption className="vh">{t('table.fingers')}</caption>
        <tbody>
          {([5, 4, 3, 2, 1, 0] as const).map((fingers) => (
            <tr key={fingers}>
              <th scope="row">
                {t(`fingers.${fingers}`)}
                <span className={css.track} aria-hidden="true">
                  <i
                    className="v-yes"
                    style={{ width: `${Math.floor((100 * counts[fingers]) / most)}%` }}
                  />
                </span>
              </th>
              <td>{t('table.people', { count: counts[fingers] })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {raised > 0 && (
        // Cut off after one place, as every figure here.
        <p className="ink2">
          {t('table.mean', { mean: (Math.floor((10 * total) / raised) / 10).toFixed(1) })}
        </p>
      )}
    </>
  )
}
