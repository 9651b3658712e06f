import { Form, Link } from '@remix-run/react'
import { IconCalendarEvent } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import type { SessionView } from '#app/domain/sessions/session-view.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { RepeatWords } from './repeat-words.tsx'

/** The days to come of the series this session belongs to, and what was made of each. */
export function OccurrenceList({ session }: { session: SessionView }) {
  const { t } = useTranslation(['sessions', 'terms'])
  const format = useFormat()
  const first = session.occurrences[0]
  return (
    <section className="panel pad2">
      <h2 className="song plan-h2">{t('series.title')}</h2>
      {first && (
        <p className="sm muted">
          <RepeatWords repeats={session.repeats} date={localDateOf(first.at)} />
        </p>
      )}
      <ol className="plan-dates">
        {session.occurrences.map(({ at, session: planned }) => {
          const moved = planned && planned.startsAt.getTime() !== at.getTime()
          return (
            <li key={at.getTime()} className="row">
              <Icon of={IconCalendarEvent} />
              <span className="grow sm">
                {planned?.status === 'cancelled' || moved ? (
                  <s>{format.dayAndTime(at)}</s>
                ) : (
                  format.dayAndTime(at)
                )}
                {moved && planned.status !== 'cancelled' && (
                  <span className="xs">
                    {t('series.movedTo', { when: format.dayAndTime(planned.startsAt) })}
                  </span>
                )}
                {planned?.status === 'cancelled' && (
                  <span className="xs">
                    {t('series.cancelled', { reason: planned.cancelledReason ?? '' })}
                  </span>
                )}
              </span>
              {planned ? (
                planned.id === session.id ? (
                  <span className="xs muted">{t('series.this')}</span>
                ) : (
                  <Link className="il xs" to={`/desk/sessions/${planned.id}`}>
                    {t('series.open')}
                  </Link>
                )
              ) : (
                <Form method="post">
                  <input type="hidden" name="intent" value="plan-occurrence" />
                  <button className="btn ghost sm" name="at" value={at.getTime()}>
                    {t('series.plan')}
                  </button>
                </Form>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
