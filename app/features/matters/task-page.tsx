import { Form, useNavigation } from '@remix-run/react'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MatterStep, TaskView } from '#app/domain/matters/matter-view.ts'
import type { MatterStatus } from '#app/domain/matters/matter.ts'
import type { MatterRefusalCode } from '#app/domain/matters/refusal-code.ts'
import { FINISHED } from '#app/domain/matters/urgency.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { DueTag, noonOf } from './due.tsx'
import { matterNumber } from './matter-marks.ts'
import { MatterTimeline } from './matter-timeline.tsx'
import { PhonePage } from './phone-page.tsx'
import { matterRefusalWords } from './refusal-words.ts'
import { ReportFields, type PhotoTrouble } from './report-fields.tsx'

type Props = {
  task: TaskView & {
    matter: {
      number: number
      title: string
      compoundName: string
      spot: string | null
      status: MatterStatus
    }
    reports: readonly MatterStep[]
  }
  token: string
  formKey: string
  sent: 'progress' | 'done' | null
  refused: {
    code: MatterRefusalCode
    text: string
    photoTrouble: readonly PhotoTrouble[]
  } | null
  now: Date
}

/** What the lead of a task opens on a phone: the task, a report, what was reported. */
export function TaskPage({ task, token, formKey, sent, refused, now }: Props) {
  const { t } = useTranslation('matters')
  const format = useFormat()
  const busy = useNavigation().state === 'submitting'
  const { matter } = task
  const isOver = FINISHED.includes(matter.status)
  const isOpen = task.status === 'open' && !isOver
  return (
    <PhonePage title={t('lead.title')}>
      <main id="main" className="ph-m" tabIndex={-1}>
        <div>
          <p className="sm ink2">
            {[
              t('number', { number: matterNumber(matter.number) }),
              [matter.compoundName, matter.spot].filter(Boolean).join(' '),
            ].join(t('dot'))}
          </p>
          <h1 className="ph-t">{task.title}</h1>
          <p className="ink2">{matter.title}</p>
          <p className="row wrap" style={{ gap: '6px 12px', marginTop: 6 }}>
            <span className="b">{task.lead.name}</span>
            <span className="muted">
              {t('lead.due', { day: format.shortDay(noonOf(task.dueOn)) })}
            </span>
            {isOpen && <DueTag dueOn={task.dueOn} now={now} />}
          </p>
        </div>
        {sent && (
          <Note tone="tea" icon={IconCircleCheck} role="status">
            {t(sent === 'done' ? 'lead.sentDone' : 'lead.sent')}
          </Note>
        )}
        {refused && refused.photoTrouble.length === 0 && (
          <Note tone="amber" icon={IconAlertTriangle} role="alert">
            {t(matterRefusalWords(refused.code))}
          </Note>
        )}
        {isOpen ? (
          <Form
            method="post"
            encType="multipart/form-data"
            id="report"
            key={formKey}
            className="col"
            style={{ gap: 16 }}
          >
            <input type="hidden" name="key" value={formKey} />
            <ReportFields
              text={refused?.text ?? ''}
              percent={task.progress}
              photoTrouble={refused?.photoTrouble ?? []}
            />
          </Form>
        ) : (
          !sent && (
            <Note tone="teal" icon={IconInfoCircle}>
              {t(isOver ? 'lead.finished' : 'lead.reported')}
            </Note>
          )
        )}
        <section>
          <h2 style={{ fontSize: '1.0625rem', marginBottom: 10 }}>{t('lead.history')}</h2>
          {task.reports.length > 0 ? (
            <MatterTimeline steps={task.reports} photoQuery={`?t=${token}`} />
          ) : (
            <p className="muted">{t('lead.none')}</p>
          )}
        </section>
      </main>
      {isOpen && (
        <section className="ph-a">
          <p className="cap">{t('lead.caption')}</p>
          <Button type="submit" form="report" look="primary" size="large" block busy={busy}>
            {t('lead.send')}
          </Button>
        </section>
      )}
    </PhonePage>
  )
}
