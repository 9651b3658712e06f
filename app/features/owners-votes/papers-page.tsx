import { useTranslation } from 'react-i18next'
import type { DuplicateBallot } from '#app/domain/register/register.ts'
import type { BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import { mostMarks } from '#app/domain/voting/ballot-question.ts'
import { CHOICES } from '#app/domain/voting/ballot.ts'
import { QrCode } from '#app/features/records/qr-code.tsx'
import { useFormat } from '#app/i18n/use-format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { PrintHead } from '#app/ui/print-head.tsx'
import { noon } from './noon.ts'
import css from './owners-votes.module.css'

type Qr = { path: string; size: number }

type Props = {
  vote: {
    id: string
    code: string
    title: string
    proposal: string
    question: BallotQuestion
    closesOn: string
    /** The last day that earlier prints of the same numbers say. */
    extensions: readonly { from: string }[]
    compound: string
    /** Which counts of a paper and a vote from the phone. */
    duplicateBallot: DuplicateBallot
    /** Whether owners may vote on their phones here. */
    byPhone: boolean
    /** The owners' text by which silence goes with the majority. */
    silenceBasis: string | null
  }
  papers: {
    electorId: string
    names: string
    doors: string
    area: string
    phone: Qr
    desk: Qr
  }[]
  page: number
  pages: number
  total: number
}

/** Numbered ballot papers, one for each elector who has not voted, with the way to vote by phone. */
export function PapersPage({ vote, papers, page, pages, total }: Props) {
  const { t } = useTranslation('owners-votes')
  const { t: term } = useTranslation('terms')
  const format = useFormat()
  return (
    <main id="main">
      <PrintHead
        title={t('sheet.title')}
        lead={t('sheet.lead', { count: total, page, pages })}
        back={{ to: `/desk/owners-votes/${vote.id}`, label: t('sheet.back') }}
        print={t('sheet.print')}
      >
        {page < pages && (
          <LinkButton look="line" to={`?page=${page + 1}`}>
            {t('sheet.next')}
          </LinkButton>
        )}
      </PrintHead>
      {papers.map((paper) => (
        <article key={paper.electorId} className={css.paper} lang="zh-CN">
          <div className={css.paperTop}>
            <span>
              {t('sheet.number')} <b className="b">{`${vote.code}-${paper.electorId}`}</b>
            </span>
            <span>{vote.compound}</span>
          </div>
          <h2>{t('sheet.heading', { title: vote.title })}</h2>
          <p>{vote.proposal}</p>
          <p>
            {t('sheet.owner', { names: paper.names, doors: paper.doors, area: paper.area })}
          </p>
          <ul className={css.boxes}>
            {vote.question.options.length === 0
              ? CHOICES.map((choice) => (
                  <li key={choice}>
                    <i />
                    {term(`choice.${choice}`)}
                  </li>
                ))
              : vote.question.options.map(({ number, text }) => (
                  <li key={number}>
                    <i />
                    {number}. {text}
                  </li>
                ))}
          </ul>
          <p>{t('sheet.how', { count: mostMarks(vote.question) })}</p>
          {vote.silenceBasis && <p>{t('silence.rule', { basis: vote.silenceBasis })}</p>}
          <div className={css.sign}>
            <span>{t('sheet.sign')}</span>
            <span>{t('sheet.date')}</span>
          </div>
          <div className={css.codes}>
            {vote.byPhone && <QrCode {...paper.phone} label={t('sheet.phone')} pixels={104} />}
            <p>
              {t(vote.byPhone ? 'sheet.phone' : 'sheet.paperOnly')}
              <br />
              {t('sheet.until', { day: format.fullDay(noon(vote.closesOn)) })}
              {vote.extensions.map(({ from }) => (
                <span key={from}>
                  {t('sheet.extended', { day: format.fullDay(noon(from)) })}
                </span>
              ))}
              {vote.byPhone && (
                <>
                  <br />
                  {t('sheet.maybeLater')}
                  <br />
                  {t(`sheet.once.${vote.duplicateBallot}`)}
                </>
              )}
            </p>
            <span>
              <QrCode {...paper.desk} label={t('sheet.desk')} pixels={72} />
              <br />
              {t('sheet.desk')}
            </span>
          </div>
        </article>
      ))}
    </main>
  )
}
