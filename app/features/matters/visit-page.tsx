import { Form, useNavigation } from '@remix-run/react'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleHalf2,
  IconCircleX,
  IconInfoCircle,
  IconMoodEmpty,
  IconMoodSad,
  IconMoodSmile,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicMatter } from '#app/domain/matters/matter-view.ts'
import type { MatterRefusalCode } from '#app/domain/matters/refusal-code.ts'
import { AWAITING_VISIT } from '#app/domain/matters/urgency.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon, type IconDrawing } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { toneClass, type Tone } from '#app/ui/tone.ts'
import { noonOf } from './due.tsx'
import { matterNumber } from './matter-marks.ts'
import { MatterTimeline, Photos } from './matter-timeline.tsx'
import { PhonePage } from './phone-page.tsx'
import { matterRefusalWords } from './refusal-words.ts'
import css from './matters.module.css'

type Props = {
  matter: PublicMatter & {
    words: string
    rejectReason: string | null
    mergedInto: number | null
  }
  token: string
  formKey: string
  /** What came of the answer just given. */
  sent: 'closed' | 'back' | null
  refusal: MatterRefusalCode | null
  /** What was written before it was refused. */
  reason: string
}

/** What the person who raised a matter opens: how far it is, and, once it is reported done, whether it is solved. */
export function VisitPage({ matter, token, formKey, sent, refusal, reason }: Props) {
  const { t } = useTranslation('matters')
  const asks = AWAITING_VISIT.includes(matter.status) && sent === null
  return (
    <PhonePage title={t(asks ? 'answer.title' : 'answer.follow')}>
      <main id="main" className="ph-m" tabIndex={-1}>
        <div>
          <p className="sm ink2">
            {[
              t('number', { number: matterNumber(matter.number) }),
              [matter.compoundName, matter.spot].filter(Boolean).join(' '),
            ].join(t('dot'))}
          </p>
          <h1 className="ph-t">
            {asks ? t('answer.question', { title: matter.title }) : matter.title}
          </h1>
        </div>
        {sent ? <Thanks matter={matter} sent={sent} /> : !asks && <Standing matter={matter} />}
        {refusal && (
          <Note tone="amber" icon={IconAlertTriangle} role="alert">
            {t(refusal === 'incomplete' ? 'answer.incomplete' : matterRefusalWords(refusal))}
          </Note>
        )}
        {asks && (
          <>
            <Claim matter={matter} token={token} />
            <AnswerForm formKey={formKey} reason={reason} />
          </>
        )}
        <section className="card" style={{ padding: '14px 16px' }}>
          <p className="sm muted">{t('answer.yours')}</p>
          <p className={css.quote}>{t('words.quote', { words: matter.words })}</p>
        </section>
        <section>
          <h2 style={{ fontSize: '1.0625rem', marginBottom: 10 }}>{t('timeline.title')}</h2>
          <MatterTimeline steps={matter.steps} photoQuery={`?v=${token}`} />
        </section>
      </main>
      {asks && <SendZone />}
    </PhonePage>
  )
}

function Claim({ matter, token }: { matter: PublicMatter; token: string }) {
  const { t } = useTranslation('matters')
  const done = matter.steps.find(({ type }) => type === 'done-reported')
  if (!done) return null
  return (
    <section className="card" style={{ padding: '14px 16px' }}>
      <p className="sm muted">{t('answer.claim', { name: claimant(matter, done.actor) })}</p>
      <p style={{ marginTop: 4, whiteSpace: 'pre-line' }}>{done.text}</p>
      <div className={css.phonePhotos}>
        <Photos photos={done.photos} query={`?v=${token}`} />
      </div>
    </section>
  )
}

/** Who says so: the lead, also when the desk wrote it down for them. */
function claimant({ tasks }: PublicMatter, actor: string): string {
  const [only, second] = tasks
  return only && !second ? only.lead.name : actor
}

function AnswerForm({ formKey, reason }: { formKey: string; reason: string }) {
  const { t } = useTranslation('matters')
  const { t: term } = useTranslation('terms')
  return (
    <Form method="post" id="answer" className="col" style={{ gap: 16 }}>
      <input type="hidden" name="key" value={formKey} />
      <fieldset className={css.picks}>
        <legend>{t('answer.see')}</legend>
        <div className={css.tri}>
          <Pick name="solved" value="yes" tone="tea" icon={IconCircleCheck}>
            {t('answer.yes')}
          </Pick>
          <Pick name="solved" value="partly" tone="amber" icon={IconCircleHalf2}>
            {t('answer.partly')}
          </Pick>
          <Pick name="solved" value="no" tone="dai" icon={IconCircleX}>
            {t('answer.no')}
          </Pick>
        </div>
      </fieldset>
      <fieldset className={css.picks}>
        <legend>{t('answer.content')}</legend>
        <div className={css.tri}>
          <Pick name="satisfaction" value="satisfied" tone="tea" icon={IconMoodSmile}>
            {term('satisfaction.satisfied')}
          </Pick>
          <Pick name="satisfaction" value="mostly-satisfied" tone="tea" icon={IconMoodEmpty}>
            {term('satisfaction.mostly-satisfied')}
          </Pick>
          <Pick name="satisfaction" value="dissatisfied" tone="dai" icon={IconMoodSad}>
            {term('satisfaction.dissatisfied')}
          </Pick>
        </div>
      </fieldset>
      <label>
        <span className="vh">{t('answer.missing')}</span>
        <textarea
          className="inp"
          style={{ width: '100%', minHeight: 56 }}
          name="reason"
          rows={2}
          maxLength={1000}
          defaultValue={reason}
          placeholder={t('answer.missing')}
        />
      </label>
    </Form>
  )
}

function Pick({
  name,
  value,
  tone,
  icon,
  children,
}: {
  name: string
  value: string
  tone: Tone
  icon: IconDrawing
  children: ReactNode
}) {
  return (
    <label className={`${css.pick} ${toneClass(tone)}`}>
      <input type="radio" name={name} value={value} required />
      <Icon of={icon} />
      {children}
    </label>
  )
}

function SendZone() {
  const { t } = useTranslation('matters')
  const busy = useNavigation().state === 'submitting'
  return (
    <section className="ph-a">
      <p className="cap">{t('answer.caption')}</p>
      <Button type="submit" form="answer" look="primary" size="large" block busy={busy}>
        {t('answer.send')}
      </Button>
    </section>
  )
}

function Thanks({ matter, sent }: { matter: PublicMatter; sent: 'closed' | 'back' }) {
  const { t } = useTranslation('matters')
  const format = useFormat()
  const day = matter.dueOn ? format.shortDay(noonOf(matter.dueOn)) : ''
  return (
    <Note tone="tea" icon={IconCircleCheck} role="status">
      {sent === 'closed' ? t('answer.thanksClosed') : t('answer.thanksBack', { day })}
    </Note>
  )
}

function Standing({ matter }: { matter: Props['matter'] }) {
  const { t } = useTranslation('matters')
  const words = () => {
    switch (matter.status) {
      case 'closed':
        return t('answer.closed')
      case 'rejected':
        return t('answer.rejected', { reason: matter.rejectReason ?? '' })
      case 'referred':
        return t('answer.referred', { to: matter.referredTo ?? '' })
      case 'merged':
        return t('answer.merged', { number: matterNumber(matter.mergedInto ?? 0) })
      default:
        return t('answer.notYet')
    }
  }
  return (
    <Note tone="stone" icon={IconInfoCircle}>
      {words()}
    </Note>
  )
}
