import { Form, useNavigation } from '@remix-run/react'
import {
  IconAlertTriangle,
  IconCheck,
  IconFileText,
  IconRubberStamp,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MinutesView } from '#app/domain/records/minutes-view.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextAreaField, TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { MinutesDraft } from './minutes-draft.tsx'
import { MinutesFacts } from './minutes-facts.tsx'
import { MinutesPreview } from './minutes-preview.tsx'
import './records.css'

type Props = {
  minutes: MinutesView
  refusal:
    | 'no-such-meeting'
    | 'minutes-confirmed'
    | 'stale-minutes'
    | 'meeting-not-closed'
    | 'meeting-cancelled'
    | 'minutes-not-confirmed'
    | 'addendum-empty'
    | 'reason-missing'
    | null
}

/** What happened, what the recorder makes of it, and what the public will read, side by side. */
export function MinutesPage({ minutes, refusal }: Props) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const busy = useNavigation().state !== 'idle'
  const { content, phase, revision, meetingPhase, may } = minutes
  const isOver = meetingPhase === 'closed' && !minutes.cancelled
  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{t('minutes.title')}</h1>
          <p lang="zh-CN">{content.title}</p>
        </div>
        <Tag
          tone={phase === 'confirmed' ? 'teal' : 'amber'}
          icon={phase === 'confirmed' ? IconCheck : IconFileText}
        >
          {t(`minutes.state.${phase}`)}
        </Tag>
        <span className="grow" />
        {phase === 'confirmed' && (
          <LinkButton look="primary" to={`/desk/sessions/${minutes.meetingId}/publish`}>
            {t('minutes.publish')}
          </LinkButton>
        )}
      </header>
      {refusal && (
        <Note tone="amber" icon={IconAlertTriangle} role="alert">
          {t(`refused.${refusal}`)}
        </Note>
      )}
      {!isOver && !minutes.cancelled && (
        <Note tone="stone" icon={IconFileText}>
          {t('minutes.running')}
        </Note>
      )}
      {/* Keyed by what was saved: a refused save leaves every word where it was. */}
      <Form method="post" key={revision} className="mt12">
        <input type="hidden" name="revision" value={revision} />
        {may.edit && (
          <div className="min-acts">
            <Button look="primary" type="submit" name="intent" value="save" busy={busy}>
              {t('minutes.save')}
            </Button>
            {may.confirm && isOver && (
              <Button
                look="line"
                type="submit"
                name="intent"
                value="confirm"
                icon={IconRubberStamp}
                busy={busy}
              >
                {t('minutes.confirm')}
              </Button>
            )}
            <span className="sm muted" role="status">
              {minutes.editedAt && t('minutes.saved', { time: format.time(minutes.editedAt) })}{' '}
              {isOver && t('minutes.confirmHint')}
            </span>
          </div>
        )}
        {minutes.confirmedAt && (
          <p className="sm muted min-acts chk">
            {t('minutes.confirmed', {
              name: minutes.confirmedBy ?? '',
              day: format.fullDay(minutes.confirmedAt),
            })}{' '}
            {t('minutes.hash', { hash: minutes.contentHash ?? '' })}
          </p>
        )}
        <div className="min-3">
          <MinutesFacts content={content} />
          <MinutesDraft content={content} readOnly={!may.edit} />
          <MinutesPreview masked={minutes.masked} />
        </div>
      </Form>
      {phase === 'confirmed' && <Addenda minutes={minutes} />}
    </>
  )
}

function Addenda({ minutes }: { minutes: MinutesView }) {
  const { t } = useTranslation('records')
  const format = useFormat()
  return (
    <section className="panel mt18">
      <div className="ph2">
        <h2>{t('minutes.addenda')}</h2>
      </div>
      <div className="min-b">
        {minutes.addenda.map(({ position, reason, text, addedBy, addedAt }) => (
          <div key={position} className="min-i">
            <p lang="zh-CN">{text}</p>
            <p className="sm muted">
              {reason} · {t('minutes.by', { name: addedBy, day: format.fullDay(addedAt) })}
            </p>
          </div>
        ))}
        <Form method="post" key={minutes.addenda.length} className="col min-a">
          <TextField
            name="reason"
            label={t('minutes.addendumReason')}
            required
            maxLength={200}
          />
          <TextAreaField
            name="text"
            label={t('minutes.addendumText')}
            required
            rows={2}
            maxLength={2000}
          />
          <Button type="submit" name="intent" value="add">
            {t('minutes.addendumAdd')}
          </Button>
        </Form>
      </div>
    </section>
  )
}
