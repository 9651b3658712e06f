import {
  IconAlertTriangle,
  IconCalendarEvent,
  IconChevronLeft,
  IconChevronRight,
  IconCircleCheck,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  addDays,
  instantAt,
  localDateOf,
  localTimeOf,
  parseLocalDate,
  weekdayOf,
} from '#app/domain/calendar/local-date.ts'
import {
  findClash,
  NOTICE_DAYS,
  USUAL_MINUTES,
} from '#app/domain/sessions/next-free-evening.ts'
import type { PlanView } from '#app/domain/sessions/plan-view.ts'
import {
  latestNoticeDay,
  occurrencesOf,
  REPEATS,
  ruleOf,
  type Repeats,
} from '#app/domain/sessions/recurrence.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { TextField } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import type { PlanAnswer } from './plan-answer.ts'
import { RepeatWords } from './repeat-words.tsx'
import { StepFoot } from './step-foot.tsx'

type Props = { plan: PlanView; today: string; answer: PlanAnswer | null }

/** When, for how long, how often; beside it what the choice comes to. */
export function TimeStep({ plan, today, answer }: Props) {
  const { t } = useTranslation('sessions')
  const typed = (name: string) => answer?.typed[name]?.at(-1)
  const [date, setDate] = useState(typed('date') ?? localDateOf(plan.startsAt))
  const [time, setTime] = useState(typed('time') ?? localTimeOf(plan.startsAt))
  const [minutes, setMinutes] = useState(
    typed('durationMinutes') ?? String(plan.durationMinutes),
  )
  const [repeats, setRepeats] = useState<Repeats>(
    REPEATS.find((each) => each === typed('repeats')) ?? plan.repeats,
  )
  const startsAt = readTime(date, time)
  const later = plan.series !== null && !plan.series.first
  return (
    <div className="st">
      <div>
        <section className="panel plan-time">
          <Month plan={plan} today={today} date={date} onPick={setDate} />
          <div className="col">
            <TextField
              type="date"
              name="date"
              label={t('time.date')}
              value={date}
              min={today}
              onChange={(event) => setDate(event.target.value)}
              required
            />
            <TextField
              type="time"
              name="time"
              label={t('time.time')}
              value={time}
              onChange={(event) => setTime(event.target.value)}
              required
            />
            <TextField
              type="number"
              name="durationMinutes"
              label={t('time.minutes')}
              hint={t('time.minutesHint', { minutes: USUAL_MINUTES })}
              value={minutes}
              min={15}
              max={300}
              step={5}
              onChange={(event) => setMinutes(event.target.value)}
              required
            />
          </div>
          <div className="plan-rep">
            {later ? (
              <>
                <input type="hidden" name="repeats" value={plan.repeats} />
                <p className="sm ink2">{t('time.later')}</p>
              </>
            ) : (
              <RadioGroup
                name="repeats"
                label={t('time.repeats')}
                value={repeats}
                onChange={(value) =>
                  setRepeats(REPEATS.find((each) => each === value) ?? 'once')
                }
                choices={REPEATS.map((each) => ({
                  value: each,
                  label: <RepeatWords repeats={each} date={date} />,
                }))}
              />
            )}
          </div>
        </section>
        <StepFoot step="time" />
      </div>
      <aside className="col side">
        {startsAt && <Coming plan={plan} startsAt={startsAt} repeats={repeats} />}
        {startsAt && (
          <Findings plan={plan} today={today} startsAt={startsAt} minutes={Number(minutes)} />
        )}
      </aside>
    </div>
  )
}

function readTime(date: string, time: string): Date | null {
  return parseLocalDate(date) !== null && /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
    ? instantAt(date, time)
    : null
}

/** A month with what is booked on its days. The date field beside it says and takes the same. */
function Month({
  plan,
  today,
  date,
  onPick,
}: {
  plan: PlanView
  today: string
  date: string
  onPick: (date: string) => void
}) {
  const { t } = useTranslation(['sessions', 'common', 'terms'])
  const format = useFormat()
  const language = useLanguage()
  const [shown, setShown] = useState(`${(parseLocalDate(date) ?? today).slice(0, 7)}-01`)
  const start = addDays(shown, 1 - weekdayOf(shown))
  const days = Array.from({ length: 42 }, (_each, index) => addDays(start, index))
  const weeks = days[35]?.slice(0, 7) === shown.slice(0, 7) ? 42 : 35
  const turn = (by: -1 | 1) => setShown(`${addDays(shown, by === 1 ? 31 : -1).slice(0, 7)}-01`)
  return (
    <div>
      <div className="row plan-mh">
        <h2 className="song">{format.month(instantAt(shown, '12:00'))}</h2>
        <span className="end js-only">
          <Button
            look="ghost"
            size="small"
            square
            icon={IconChevronLeft}
            onClick={() => turn(-1)}
          >
            {t('time.monthBefore')}
          </Button>
          <Button
            look="ghost"
            size="small"
            square
            icon={IconChevronRight}
            onClick={() => turn(1)}
          >
            {t('time.monthAfter')}
          </Button>
        </span>
      </div>
      <div className="mcal">
        {days.slice(0, 7).map((day) => (
          <i key={day}>{format.narrowWeekday(instantAt(day, '12:00'))}</i>
        ))}
        {days.slice(0, weeks).map((day) => {
          const booked = plan.bookings.filter((each) => localDateOf(each.startsAt) === day)
          const first = booked[0]
          const place = first && (language === 'en' ? first.compoundEn : first.compound)
          return (
            <button
              key={day}
              type="button"
              className={classNames(
                day.slice(0, 7) !== shown.slice(0, 7) && 'x',
                day === date && 'on',
                day === today && 'td',
              )}
              aria-pressed={day === date}
              aria-label={[
                format.day(instantAt(day, '12:00')),
                ...booked.map(
                  (each) =>
                    `${format.time(each.startsAt)} ${language === 'en' ? each.compoundEn : each.compound}`,
                ),
              ].join(', ')}
              disabled={day < today}
              onClick={() => onPick(day)}
            >
              {Number(day.slice(8))}
              <small>{place}</small>
            </button>
          )
        })}
      </div>
    </div>
  )
}

function Coming({
  plan,
  startsAt,
  repeats,
}: {
  plan: PlanView
  startsAt: Date
  repeats: Repeats
}) {
  const { t } = useTranslation('sessions')
  const format = useFormat()
  const rule = ruleOf(repeats, localDateOf(startsAt))
  const dates =
    rule === null
      ? [startsAt]
      : plan.series && !plan.series.first
        ? occurrencesOf(plan.series.rrule, plan.series.startsAt, { from: startsAt, count: 4 })
        : occurrencesOf(rule, startsAt, { from: startsAt, count: 4 })
  return (
    <section className="panel pad2">
      <h2 className="song plan-h2">{t('time.coming')}</h2>
      <ol className="plan-dates">
        {dates.map((at) => {
          const clash = findClash(
            { startsAt: at, durationMinutes: plan.durationMinutes },
            plan.bookings,
          )
          return (
            <li key={at.getTime()} className="row">
              <Icon of={clash ? IconAlertTriangle : IconCalendarEvent} />
              <span>{format.dayAndTime(at)}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Findings({
  plan,
  today,
  startsAt,
  minutes,
}: {
  plan: PlanView
  today: string
  startsAt: Date
  minutes: number
}) {
  const { t } = useTranslation(['sessions', 'terms'])
  const format = useFormat()
  const language = useLanguage()
  const clash = findClash({ startsAt, durationMinutes: minutes }, plan.bookings)
  const lastDay = latestNoticeDay(startsAt, NOTICE_DAYS)
  const inTime = today <= lastDay
  const noticeDay = format.shortDay(instantAt(lastDay, '12:00'))
  return (
    <>
      {clash && (
        <Note tone="amber" icon={IconAlertTriangle} role="status">
          {t('time.clash', {
            compound: language === 'en' ? clash.compoundEn : clash.compound,
            room: t(`terms:room.${clash.room}`),
            time: format.time(clash.startsAt),
          })}
        </Note>
      )}
      {inTime ? (
        <Note tone="tea" icon={IconCircleCheck}>
          {t('time.noticeBy', { days: NOTICE_DAYS, day: noticeDay })}
        </Note>
      ) : (
        <Note tone="amber" icon={IconAlertTriangle} role="status">
          {t('time.noticeLate', { days: NOTICE_DAYS })}
        </Note>
      )}
    </>
  )
}
