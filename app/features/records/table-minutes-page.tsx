import { Form } from '@remix-run/react'
import { IconAlertTriangle, IconCheck, IconPencil, IconSend } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { checkCodeOf } from '#app/domain/records/check-code.ts'
import { LONGEST_PROPOSAL } from '#app/domain/records/minutes-phase.ts'
import type { TableMinutes } from '#app/domain/records/minutes-view.ts'
import type { MinutesItem } from '#app/domain/records/minutes.ts'
import { PhoneFrame } from '#app/features/phone/phone-frame.tsx'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { TextAreaField } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import type { MinutesRefusalCode } from './minutes-refusals.ts'
import { ProposalText, useTargetWords } from './proposal-list.tsx'
import './table-minutes.css'

type Props = {
  minutes: TableMinutes
  elder: boolean
  /** Goes into each form, so that sending it twice is once. */
  formKey: string
  sent: boolean
  /** What was refused, in which form, and the text that was in it. */
  answer: { refusal: MinutesRefusalCode | 'offline'; target: string; text: string } | null
}

/** The minutes on a participant's own phone, with a way to correct each part. */
export function TableMinutesPage({ minutes, elder, formKey, sent, answer }: Props) {
  const { t } = useTranslation('minutes')
  const { content, asking, addenda } = minutes
  const form = (target: string) => (
    <ProposeForm
      key={`${target} ${formKey}`}
      target={target}
      formKey={formKey}
      answer={answer?.target === target ? answer : null}
    />
  )
  return (
    <PhoneFrame elderTitle={elder ? t('review.page') : undefined}>
      <section>
        <h1 className="ph-t">{t('review.page')}</h1>
        <p className="ink2" lang="zh-CN">
          {content.title}
        </p>
      </section>
      {sent && asking.open && (
        <Note tone="tea" icon={IconCheck} role="status">
          {t('review.sent')}
        </Note>
      )}
      {answer && (
        <Note tone="amber" icon={IconAlertTriangle} role="alert">
          {t(answer.refusal === 'offline' ? 'review.offline' : `refused.${answer.refusal}`)}
        </Note>
      )}
      <Standing minutes={minutes} />
      {content.items.map((item) => (
        <section key={item.itemId} className="card pad tm-i">
          <h2 className="song" lang="zh-CN">
            {item.title}
          </h2>
          <ItemWords item={item} />
          {asking.open && form(`item:${item.itemId}`)}
          {item.turns.some(({ summary }) => summary !== '') && (
            <Turns item={item} form={asking.open ? form : null} />
          )}
        </section>
      ))}
      {content.other !== '' && (
        <section className="card pad tm-i">
          <p className="min-text" lang="zh-CN">
            {content.other}
          </p>
        </section>
      )}
      {asking.open && (
        <section className="card pad tm-i">
          <h2 className="song">{t('review.whole')}</h2>
          {form('whole')}
        </section>
      )}
      <Proposals minutes={minutes} />
      {addenda.length > 0 && (
        <section className="card pad tm-i">
          <h2 className="song">{t('review.addenda')}</h2>
          {addenda.map(({ position, text, reason }) => (
            <p key={position} lang="zh-CN">
              {text} <span className="sm muted">{reason}</span>
            </p>
          ))}
        </section>
      )}
    </PhoneFrame>
  )
}

function Standing({ minutes }: { minutes: TableMinutes }) {
  const { t } = useTranslation('minutes')
  const format = useFormat()
  const { asking, confirmedAt, contentHash } = minutes
  const until = asking.until ? format.day(new Date(`${asking.until}T00:00+08:00`)) : ''
  return (
    <section>
      {asking.open && <p className="b">{t('review.until', { day: until })}</p>}
      {!asking.open && confirmedAt === null && <p className="b">{t('review.over')}</p>}
      {confirmedAt !== null && (
        <p className="b">
          {t('review.sealed', { day: format.fullDay(confirmedAt) })}{' '}
          {contentHash !== null && t('sealed.code', { code: checkCodeOf(contentHash) })}
        </p>
      )}
      <p className="sm muted">
        {t('review.lead')} {asking.open && t('review.how')}
      </p>
    </section>
  )
}

function ItemWords({ item }: { item: MinutesItem }) {
  const { t } = useTranslation(['minutes', 'terms'])
  const { outcome, summary, points, dissent } = item
  return (
    <>
      {outcome && <p className="sm muted">{t(`terms:outcome.${outcome}`)}</p>}
      {summary === '' && points.length === 0 && <p className="sm muted">{t('review.empty')}</p>}
      {summary !== '' && (
        <p className="min-text" lang="zh-CN">
          {summary}
        </p>
      )}
      {points.length > 0 && (
        <>
          <h3 className="sm muted">{t('review.points')}</h3>
          <ol className="nl" lang="zh-CN">
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ol>
        </>
      )}
      {dissent.map(({ text, answer }) => (
        <p key={text} className="min-text" lang="zh-CN">
          {text}
          {answer !== '' && ` — ${answer}`}
        </p>
      ))}
    </>
  )
}

function Turns({
  item,
  form,
}: {
  item: MinutesItem
  form: ((target: string) => ReactNode) | null
}) {
  const { t } = useTranslation(['minutes', 'terms'])
  return (
    <>
      <h3 className="sm muted">{t('review.turns')}</h3>
      <ul className="tm-t">
        {item.turns
          .filter(({ summary }) => summary !== '')
          .map(({ seq, name, stance, summary }) => (
            <li key={seq}>
              <p lang="zh-CN">
                <b className="b">
                  {t('review.stance', { name, stance: t(`terms:stance.${stance}`) })}
                </b>{' '}
                {summary}
              </p>
              {form?.(`turn:${item.itemId}:${seq}`)}
            </li>
          ))}
      </ul>
    </>
  )
}

function ProposeForm({
  target,
  formKey,
  answer,
}: {
  target: string
  formKey: string
  answer: Props['answer']
}) {
  const { t } = useTranslation('minutes')
  return (
    <details open={answer !== null} className="tm-p">
      <summary className="btn line">
        <Icon of={IconPencil} />
        {t('review.propose')}
      </summary>
      <Form method="post" className="col" preventScrollReset>
        <input type="hidden" name="key" value={`${formKey}-${target.replace(/\W/g, '-')}`} />
        <input type="hidden" name="target" value={target} />
        <TextAreaField
          name="text"
          label={t('review.what')}
          defaultValue={answer?.text ?? ''}
          required
          rows={3}
          maxLength={LONGEST_PROPOSAL}
        />
        <Button
          look="primary"
          block
          type="submit"
          name="intent"
          value="propose"
          icon={IconSend}
        >
          {t('review.send')}
        </Button>
      </Form>
    </details>
  )
}

function Proposals({ minutes }: { minutes: TableMinutes }) {
  const { t } = useTranslation('minutes')
  const aboutOf = useTargetWords(minutes.content)
  const { proposals, mySeatId, phase, asking } = minutes
  if (asking.until === null) return null
  return (
    <section id="proposals">
      <h2 className="song tm-h">{t('review.others')}</h2>
      {proposals.length === 0 && <p className="card pad sm muted">{t('review.none')}</p>}
      {proposals.map((proposal) => (
        <article key={proposal.id} className="card pad tm-i">
          {proposal.by.seatId === mySeatId && <p className="sm b">{t('review.mine')}</p>}
          <ProposalText proposal={proposal} about={aboutOf(proposal.target)} />
          {proposal.by.seatId === mySeatId &&
            proposal.state === 'open' &&
            phase === 'proposals' && (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="proposalId" value={proposal.id} />
                <Button type="submit" name="intent" value="withdraw">
                  {t('review.withdraw')}
                </Button>
              </Form>
            )}
        </article>
      ))}
    </section>
  )
}
