import {
  IconAlertTriangle,
  IconCircleCheck,
  IconHelpCircle,
  IconShieldCheck,
  IconShieldX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SignatureCheck } from '#app/domain/voting/record-signature.ts'
import type { Recount } from '#app/domain/voting/recount-file.ts'
import MethodTable from '#app/features/ballot/method-table.tsx'
import { useMethodWords } from '#app/features/ballot/use-method-words.ts'
import { useRuleName } from '#app/features/rules/use-rule-name.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { IconDrawing } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import type { Tone } from '#app/ui/tone.ts'
import { CountBars } from './count-bars.tsx'
import { usePlaceWords } from './place-words.ts'
import css from './recount.module.css'
import { ReceiptLookup } from './receipt-lookup.tsx'
import { TestGrid } from './test-grid.tsx'

const SIGNATURE_MARK: Record<SignatureCheck, { tone: Tone; icon: IconDrawing }> = {
  good: { tone: 'tea', icon: IconShieldCheck },
  bad: { tone: 'jujube', icon: IconShieldX },
  'other-key': { tone: 'amber', icon: IconHelpCircle },
  unsigned: { tone: 'stone', icon: IconHelpCircle },
  'cannot-check': { tone: 'stone', icon: IconHelpCircle },
}

/** What a recount gave, with its sums. */
export function RecountResult({
  recount,
  signature,
}: {
  recount: Recount
  signature: SignatureCheck
}) {
  const { t } = useTranslation('recount')
  const { verdict, about, title } = recount
  const outcome = !verdict.quorumMet
    ? 'quorum-not-met'
    : verdict.passed
      ? 'carried'
      : 'not-carried'
  const mark = SIGNATURE_MARK[signature]
  // Of an election each candidate has tests of their own, in the table below.
  const tests =
    verdict.method?.kind === 'seats'
      ? verdict.tests.filter(({ test }) => test === 'quorum')
      : verdict.tests
  return (
    <>
      <h2>{t('steps.result')}</h2>
      <p className={css.subject}>{title}</p>
      <p className="lead">{t(`verdict.${outcome}`)}</p>
      <div className={css.notes}>
        <ClaimNote recount={recount} />
        <Note tone={mark.tone} icon={mark.icon}>
          {t(`signature.${signature}`)}
        </Note>
      </div>
      <Told recount={recount} />
      <h2>
        {t('steps.tests')}
        <small>{t('steps.testsNote', { count: tests.length })}</small>
      </h2>
      <TestGrid rule={recount.rule} tests={tests} />
      {verdict.method ? (
        <MethodTable question={recount.question} verdict={verdict} />
      ) : (
        <CountBars verdict={verdict} />
      )}
      <ul className={css.fine}>
        {about.lines && <li>{t(`lines.${about.lines}`)}</li>}
        {about.silent && (
          <li>
            {t('counts.silent', { count: about.silent.electors, basis: about.silent.basis })}
          </li>
        )}
      </ul>
      {about.receipts !== null && about.receipts.length > 0 && (
        <ReceiptLookup listed={about.receipts} />
      )}
    </>
  )
}

function ClaimNote({ recount: { claims, difference } }: { recount: Recount }) {
  const { t } = useTranslation('recount')
  const place = usePlaceWords()
  if (difference) {
    const { path, claimed, counted } = difference
    return (
      <Note tone="jujube" icon={IconAlertTriangle}>
        {t('claim.differs', { place: `${place(path)} (${path})`, claimed, counted })}
      </Note>
    )
  }
  return (
    <Note tone={claims ? 'tea' : 'stone'} icon={claims ? IconCircleCheck : IconHelpCircle}>
      {t(claims ? 'claim.agrees' : 'claim.none')}
    </Note>
  )
}

const LABELS = [
  'resolution',
  'agreement',
  'recommendation',
  'work-order',
  'referral',
  'advice',
  'mediation',
] as const

/** What the record tells of itself. A bare record tells nothing, and nothing is shown. */
function Told({ recount: { about, rule, secret, question, verdict } }: { recount: Recount }) {
  const ruleName = useRuleName()
  const { methodName } = useMethodWords(question)
  const { t } = useTranslation('recount')
  const { t: term } = useTranslation('terms')
  const format = useFormat()
  const label = LABELS.find((each) => each === about.label)
  const rows: [name: string, says: string][] = []
  if (about.compound !== null && about.room === 'owners-vote') {
    rows.push([t('told.ownersVote'), t('told.ownersVoteOf', { compound: about.compound })])
  } else if (about.compound !== null) {
    const words = { compound: about.compound, number: about.number }
    rows.push([
      t('told.meeting'),
      t(about.number === null ? 'told.sessionNoNumber' : 'told.session', words),
    ])
  }
  if (about.openedAt !== null && about.closedAt !== null) {
    const [opened, closed] = [new Date(about.openedAt), new Date(about.closedAt)]
    const sameDay = format.fullDay(opened) === format.fullDay(closed)
    rows.push([
      t('told.voted'),
      sameDay
        ? t('told.between', {
            day: format.fullDay(opened),
            from: format.time(opened),
            to: format.time(closed),
          })
        : t('told.days', { from: format.fullDay(opened), to: format.fullDay(closed) }),
    ])
  }
  const { kind } = question.method
  if (kind !== 'yes-no') rows.push([t('told.method'), methodName(question.method)])
  rows.push([t('told.kind'), term(`secrecy.${secret ? 'secret' : 'open'}`)])
  if (about.assisted !== null) {
    rows.push([
      t('told.assisted'),
      about.assisted === 'few'
        ? t('told.assistedFew')
        : t('told.assistedCount', { count: about.assisted }),
    ])
  }
  // What was not carried is no 决议 and no agreement, whatever it was announced to become.
  if (label && verdict.passed) rows.push([t('told.label'), term(`label.${label}`)])
  if (about.label === 'opinion-survey') rows.push([t('told.label'), t('told.opinionSurvey')])
  if (about.named !== null) {
    const name = ruleName({ id: rule.id, name: about.named.name })
    rows.push([t('told.rule'), t('told.ruleNamed', { name, basis: about.named.legalBasis })])
  }
  if (about.logHash !== null) rows.push([t('told.log'), about.logHash.slice(0, 16)])
  return (
    <dl className={`dl ${css.told}`}>
      {rows.map(([name, says]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  )
}
