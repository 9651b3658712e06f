import {
  IconArrowDown,
  IconArrowUp,
  IconCircleCheck,
  IconPlus,
  IconScale,
  IconTrash,
  IconAlertTriangle,
} from '@tabler/icons-react'
import { Link } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { daysBetween, localDateOf } from '#app/domain/calendar/local-date.ts'
import type { AgendaItem } from '#app/domain/meetings/meeting.ts'
import type { PlanView } from '#app/domain/sessions/plan-view.ts'
import { agendaTime, decidesIn } from '#app/domain/sessions/session-plan.ts'
import { AUTHORITIES } from '#app/domain/voting/authority.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { AuthorityHint } from './authority-hint.tsx'
import type { PlanAnswer } from './plan-answer.ts'
import type { TypedItem } from './plan-form.ts'
import { StepFoot } from './step-foot.tsx'
import { useOrdinal } from './use-ordinal.ts'

type Props = { plan: PlanView; today: string; answer: PlanAnswer | null }

/** What is talked about, in which order, for how long, and what it can come to. */
export function AgendaStep({ plan, today, answer }: Props) {
  const { t } = useTranslation('sessions')
  const saved = plan.items.map(typedOf)
  const items = answer?.items ?? saved
  // After a button the page shows another list; the lines must not keep the old one's text.
  const version = answer?.items ? JSON.stringify(answer.items) : String(plan.revision)
  const onAgenda = new Set(items.map((item) => item.matterId))
  const ready = plan.matters.filter((matter) => !onAgenda.has(matter.id))
  return (
    <div className="st">
      <div key={version}>
        <ol className="plan-ai">
          {items.map((item, index) => (
            <AgendaLine
              key={item.id || `new${index}`}
              item={item}
              carriedFrom={plan.items.find(({ id }) => id === item.id)?.carriedFrom ?? null}
              index={index}
              last={index === items.length - 1}
              plan={plan}
              today={today}
              wrong={answer?.code === 'incomplete'}
            />
          ))}
        </ol>
        <Button
          look="soft"
          block
          type="submit"
          name="button"
          value="add-new"
          icon={IconPlus}
          formNoValidate
        >
          {t('agenda.addNew')}
        </Button>
        <AgendaTime items={items} durationMinutes={plan.durationMinutes} />
        <StepFoot step="agenda" />
      </div>
      <aside className="col side">
        <section className="panel pad2">
          <h2 className="song plan-h2">{t('agenda.ready')}</h2>
          <p className="sm muted">{t('agenda.readyHint')}</p>
          {ready.length === 0 ? (
            <p className="sm plan-none">{t('agenda.readyNone')}</p>
          ) : (
            <ul className="plan-lib">
              {ready.map((matter) => (
                <li key={matter.id} className="row">
                  <span className="grow sm">
                    <b className="b">{matter.title}</b>
                    <span className="xs muted">
                      {t('agenda.waiting', {
                        number: String(matter.number).padStart(4, '0'),
                        count: matter.acceptedAt
                          ? daysBetween(localDateOf(matter.acceptedAt), today)
                          : 0,
                      })}
                    </span>
                  </span>
                  <button
                    type="submit"
                    name="button"
                    value={`add:${matter.id}`}
                    className="btn ghost sm sq"
                    formNoValidate
                  >
                    <Icon of={IconPlus} />
                    <span className="vh">{t('agenda.add', { title: matter.title })}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </section>
        <Note tone="stone" icon={IconScale}>
          {t('agenda.authorityNote')}
        </Note>
      </aside>
    </div>
  )
}

function typedOf(item: PlanView['items'][number]): TypedItem {
  return {
    id: item.id,
    kind: item.kind,
    title: item.title,
    minutes: String(item.minutes),
    matterId: item.matterId ?? '',
    topicType: item.topicType ?? '',
    proposal: item.proposal ?? '',
    method: item.method,
  }
}

const METHODS = ['consensus', 'ballot', 'none'] as const
const KINDS = ['report-back', 'discussion', 'decision', 'open-floor'] as const

function AgendaLine({
  item,
  carriedFrom,
  index,
  last,
  plan,
  today,
  wrong,
}: {
  item: TypedItem
  carriedFrom: NonNullable<AgendaItem['carriedFrom']> | null
  index: number
  last: boolean
  plan: PlanView
  today: string
  wrong: boolean
}) {
  const { t } = useTranslation(['sessions', 'terms', 'common'])
  const ordinal = useOrdinal()
  const [kind, setKind] = useState(item.kind)
  const [topic, setTopic] = useState(item.topicType)
  const name = (field: keyof TypedItem) => `item.${index}.${field}`
  const where = item.title || ordinal(index)
  const kinds = decidesIn(plan.room) ? KINDS : KINDS.filter((each) => each !== 'decision')
  return (
    <li className="ai plan-line" data-kind={kind}>
      <input type="hidden" name={name('id')} defaultValue={item.id} />
      <input type="hidden" name={name('matterId')} defaultValue={item.matterId} />
      <b className="song plan-no">{ordinal(index)}</b>
      <input
        className="inp"
        name={name('title')}
        defaultValue={item.title}
        aria-label={t('agenda.title', { no: ordinal(index) })}
        placeholder={t('agenda.titleHint')}
        maxLength={80}
        required
        aria-invalid={(wrong && item.title.trim() === '') || undefined}
      />
      <select
        className="inp"
        name={name('kind')}
        value={kind}
        onChange={(event) => setKind(event.target.value)}
        aria-label={t('agenda.kind', { item: where })}
      >
        {kinds.map((each) => (
          <option key={each} value={each}>
            {t(`terms:itemKind.${each}`)}
          </option>
        ))}
      </select>
      <span className="plan-min">
        <input
          className="inp"
          type="number"
          name={name('minutes')}
          defaultValue={item.minutes}
          min={1}
          max={240}
          required
          aria-label={t('agenda.minutes', { item: where })}
        />
        <span aria-hidden="true">{t('agenda.min')}</span>
      </span>
      <span className="row plan-mv">
        <LineButton value={`up:${index}`} icon={IconArrowUp} disabled={index === 0}>
          {t('agenda.up', { item: where })}
        </LineButton>
        <LineButton value={`down:${index}`} icon={IconArrowDown} disabled={last}>
          {t('agenda.down', { item: where })}
        </LineButton>
        <LineButton value={`remove:${index}`} icon={IconTrash}>
          {t('agenda.remove', { item: where })}
        </LineButton>
      </span>
      {carriedFrom && (
        <p className="sm ink2 plan-from">
          {t('agenda.carriedFrom', { reason: carriedFrom.reason })}{' '}
          <Link className="il" to={`/desk/sessions/${carriedFrom.meetingId}`}>
            {carriedFrom.title}
          </Link>
        </p>
      )}
      <div className="plan-dec">
        <label className="sm">
          {t('agenda.topic')}
          <select
            className="inp"
            name={name('topicType')}
            value={topic}
            onChange={(event) => setTopic(event.target.value)}
          >
            <option value="">{t('agenda.noTopic')}</option>
            {[...new Set(AUTHORITIES.map((row) => row.topicType))].map((each) => (
              <option key={each} value={each}>
                {t(`terms:topicType.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="sm plan-how">
          {t('agenda.method')}
          <select
            className="inp"
            name={name('method')}
            // Counts only for a decision; the service drops it from anything else.
            defaultValue={item.kind === 'decision' ? item.method : 'consensus'}
          >
            {METHODS.map((each) => (
              <option key={each} value={each}>
                {t(`terms:method.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="sm plan-prop">
          {t('agenda.proposal')}
          <textarea
            className="inp"
            name={name('proposal')}
            defaultValue={item.proposal}
            rows={2}
            maxLength={500}
            placeholder={t('agenda.proposalHint')}
          />
        </label>
      </div>
      <AuthorityHint
        topicType={topic}
        decidedBy={plan.profile?.body ?? 'session'}
        region={plan.region}
        today={today}
      />
    </li>
  )
}

function LineButton({
  value,
  icon,
  disabled = false,
  children,
}: {
  value: string
  icon: typeof IconArrowUp
  disabled?: boolean
  children: string
}) {
  return (
    <button
      type="submit"
      name="button"
      value={value}
      className="btn ghost sm sq"
      disabled={disabled}
      formNoValidate
    >
      <Icon of={icon} />
      <span className="vh">{children}</span>
    </button>
  )
}

/** The minutes asked for against the time there is, drawn to scale. */
function AgendaTime({
  items,
  durationMinutes,
}: {
  items: readonly TypedItem[]
  durationMinutes: number
}) {
  const { t } = useTranslation('sessions')
  const minutes = items.map((item) => ({ minutes: Math.max(0, Number(item.minutes) || 0) }))
  const { total, spare } = agendaTime(minutes, durationMinutes)
  const fits = spare >= 0
  return (
    <div className="panel plan-total">
      <div className="row sm wrap">
        <b className="b">{t('agenda.total', { minutes: total })}</b>
        <span className="muted">
          {fits
            ? t('agenda.spare', { duration: durationMinutes, minutes: spare })
            : t('agenda.over', { duration: durationMinutes, minutes: -spare })}
        </span>
        <span className={`end chk ${fits ? 't-tea' : 't-amber'}`}>
          <Icon of={fits ? IconCircleCheck : IconAlertTriangle} />
          {fits ? t('agenda.fits') : t('agenda.tooLong')}
        </span>
      </div>
      <div className="stack plan-bar" aria-hidden="true">
        {minutes.map((item, index) => (
          <i
            key={index}
            style={{ flex: item.minutes, background: BAR[index % BAR.length] ?? BAR[0] }}
          />
        ))}
        {spare > 0 && <i style={{ flex: spare, background: 'var(--sunken)' }} />}
      </div>
    </div>
  )
}

const BAR = ['var(--stone-f)', 'var(--tea-6)', 'var(--tea-5)', 'var(--tea-4)']
