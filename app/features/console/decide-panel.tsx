import {
  IconEye,
  IconEyeOff,
  IconFileText,
  IconScale,
  IconSpeakerphone,
  IconUsers,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsBeforeRoom } from '#app/domain/meetings/open-motion.ts'
import { lacksForVote } from '#app/domain/meetings/opening-conditions.ts'
import { readiness } from '#app/domain/meetings/readiness.ts'
import type { ItemState } from '#app/domain/meetings/meeting-state.ts'
import { methodsOf } from '#app/domain/voting/methods-of-rule.ts'
import type { Secrecy } from '#app/domain/meetings/meeting.ts'
import { useLive } from '#app/features/live/live-context.tsx'
import { frozenRule } from '#app/domain/voting/convened-body.ts'
import { BodyLine } from '#app/features/live/body-line.tsx'
import { presentVoters, seatOf } from '#app/features/live/reading.ts'
import { TroubleNote, TroubleWords } from '#app/features/live/trouble.tsx'
import { useAct } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckRow } from '#app/ui/check-row.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { SegmentedRadios } from '#app/ui/segmented.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { ReviewLine } from './review-line.tsx'
import { QuestionFields, useQuestionDraft } from './question-fields.tsx'
import { useRole } from './use-role.ts'
import css from './console.module.css'

/** What a consultation votes by; the server says the same when it opens. */
const SESSION_RULE = { id: 'deliberation', measures: ['heads'] } as const

/** On the way to a decision: what is missing first, then one main button. */
export function DecidePanel({
  item,
  onOpened,
}: {
  item: ItemState
  /** A ballot was opened from here. */
  onOpened: () => void
}) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { meeting } = useLive()
  const { isChair } = useRole()
  const act = useAct()
  const [secrecy, setSecrecy] = useState<Secrecy>(item.secrecy)
  const [seconds, setSeconds] = useState(120)
  const [asking, setAsking] = useState(false)
  const draft = useQuestionDraft(item)

  if (!item.inNotice || item.kind !== 'decision' || !item.proposal) {
    return (
      <section className="col grow" style={{ gap: 10 }}>
        <h2>{t('console.discussion')}</h2>
        <Note tone="stone" icon={IconScale}>
          {t(item.inNotice ? 'refusal.not-a-decision' : 'refusal.not-in-notice')}
        </Note>
      </section>
    )
  }
  const { quorumMet, missingSides, asksSides } = readiness(meeting)
  const lacks = lacksForVote(meeting)
  async function open(overrideReason: string | null): Promise<boolean> {
    const opened = await act.act({
      type: 'open-ballot',
      ...{ secrecy, seconds, overrideReason },
      method: draft.method,
      options: [...draft.options],
    })
    if (opened) onOpened()
    return opened
  }
  const voters = presentVoters(meeting).length
  const { consensus, body } = meeting
  const reservations =
    consensus?.objections.filter(({ kind }) => kind === 'reservation').length ?? 0
  const objections = (consensus?.objections.length ?? 0) - reservations
  const rule = body ? frozenRule(body, item.topicType).rule : SESSION_RULE
  const wasAsked = item.lastCallAt !== null
  const check = (ok: boolean, yes: string, no: string) => (
    <CheckRow met={ok}>{ok ? yes : no}</CheckRow>
  )

  return (
    <section className="col grow" style={{ gap: 10 }}>
      <div className="row">
        <h2>{t(consensus ? 'console.consensus' : 'console.decide')}</h2>
        <span className="end">
          {consensus ? (
            <Tag tone="tea" icon={IconUsers} solid>
              {t('console.asking')}
            </Tag>
          ) : (
            <Tag tone="stone" icon={IconFileText}>
              {t('console.prepared')}
            </Tag>
          )}
        </span>
      </div>
      <p className="song" style={{ fontSize: 18, lineHeight: 1.55, fontWeight: 700 }}>
        {wordsBeforeRoom(meeting, item)}
      </p>
      <Note tone="stone" icon={IconScale} className="sm">
        {item.topicType
          ? t('console.topic', { topic: term(`topicType.${item.topicType}`) })
          : t('console.noTopic')}
      </Note>
      <BodyLine className="sm ink2" />
      <ReviewLine />
      {consensus ? (
        <>
          <div className={css.stretch} role="status">
            {objections === 0 && check(true, t('consensus.noObjection'), '')}
            {consensus.objections.length > 0 && (
              <ul className="col" style={{ gap: 8 }}>
                {consensus.objections.map((objection) => (
                  <li key={objection.seatId} className="sm">
                    <b className="b">{seatOf(meeting, objection.seatId)?.name}</b>{' '}
                    <span className={objection.kind === 'objection' ? 't-amber b' : 'ink2'}>
                      {t(`consensus.kind.${objection.kind}`)}
                    </span>{' '}
                    {objection.text ?? t('console.noWords')}
                  </li>
                ))}
              </ul>
            )}
          </div>
          <div className="grow" />
          <TroubleNote trouble={act.trouble} />
          {isChair && (
            <div className="cs-go">
              <Button
                block
                busy={act.busy === 'fail-consensus'}
                onClick={() => void act.act({ type: 'fail-consensus' })}
              >
                {t('console.failConsensus')}
              </Button>
              <Button
                look="primary"
                size="large"
                block
                disabled={objections > 0}
                busy={act.busy === 'declare-consensus'}
                onClick={() => void act.act({ type: 'declare-consensus' })}
              >
                {reservations > 0
                  ? t('console.declareReserved', { count: reservations })
                  : t('console.declareConsensus')}
              </Button>
            </div>
          )}
        </>
      ) : (
        <>
          <div style={{ display: 'grid', gap: 7 }}>
            {check(item.inNotice, t('console.check.notice'), '')}
            {check(
              quorumMet && missingSides.length === 0,
              t(asksSides ? 'console.check.quorum' : 'console.check.enough'),
              t(asksSides ? 'console.check.noQuorum' : 'console.check.tooFew'),
            )}
            {check(
              voters > 0,
              t('console.check.voters', { count: voters }),
              t('console.check.noVoters'),
            )}
            {check(wasAsked, t('console.check.asked'), t('console.check.notAsked'))}
          </div>
          {isChair && (
            <>
              <QuestionFields {...draft.fields} methods={methodsOf(rule)} />
              <div className="row wrap sm" style={{ gap: 8, marginTop: 2 }}>
                <SegmentedRadios
                  name="secrecy"
                  label={t('console.secrecy')}
                  value={secrecy}
                  onChange={(value) => setSecrecy(value as Secrecy)}
                  items={[
                    { value: 'secret', label: term('secrecy.secret'), icon: IconEyeOff },
                    { value: 'open', label: term('secrecy.open'), icon: IconEye },
                  ]}
                />
                <div className="end">
                  <SelectField
                    name="seconds"
                    label={<span className="vh">{t('console.seconds')}</span>}
                    value={String(seconds)}
                    onChange={(event) => setSeconds(Number(event.target.value))}
                    options={[60, 120, 180, 300].map((value) => ({
                      value: String(value),
                      label: t('console.minutes', { count: value / 60 }),
                    }))}
                  />
                </div>
              </div>
              <div className="grow" />
              <TroubleNote trouble={act.trouble} />
              <div className="cs-go">
                {wasAsked ? (
                  <Button
                    block
                    icon={IconUsers}
                    busy={act.busy === 'ask-consensus'}
                    onClick={() => void act.act({ type: 'ask-consensus' })}
                  >
                    {t('console.askConsensus')}
                  </Button>
                ) : (
                  <Button
                    block
                    icon={IconSpeakerphone}
                    busy={act.busy === 'make-last-call'}
                    onClick={() => void act.act({ type: 'make-last-call' })}
                  >
                    {t('console.lastCall')}
                  </Button>
                )}
                <Button
                  look="primary"
                  size="large"
                  block
                  disabled={!wasAsked || voters === 0 || !draft.complete}
                  busy={act.busy === 'open-ballot'}
                  onClick={() => (lacks ? setAsking(true) : void open(null))}
                >
                  {t(lacks ? 'console.voteAnyway' : 'console.openBallot')}
                </Button>
              </div>
              <ReasonDialog
                isOpen={asking}
                onClose={() => setAsking(false)}
                title={t('console.voteAnywayTitle')}
                label={t('console.reason')}
                hint={t('console.voteAnywayHint')}
                suggestions={[t('console.overrideUrgent')]}
                submitLabel={t('console.openBallot')}
                trouble={act.trouble}
                busy={act.busy === 'open-ballot'}
                onSubmit={open}
              >
                {lacks && (
                  <p>
                    <TroubleWords trouble={{ code: 'not-ready', detail: lacks }} />
                  </p>
                )}
              </ReasonDialog>
            </>
          )}
        </>
      )}
    </section>
  )
}
