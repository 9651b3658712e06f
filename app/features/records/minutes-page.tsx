import { Form, useRevalidator } from '@remix-run/react'
import {
  IconAlertTriangle,
  IconCheck,
  IconDownload,
  IconFileText,
  IconPrinter,
  IconUsers,
} from '@tabler/icons-react'
import { useMemo, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { checkCodeOf } from '#app/domain/records/check-code.ts'
import type { MinutesView } from '#app/domain/records/minutes-view.ts'
import { wordsOf } from '#app/domain/records/minutes-words.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { AutosaveBar, WordConflicts } from './autosave-bar.tsx'
import { MinutesAddenda } from './minutes-addenda.tsx'
import { AskPanel, SealPanel } from './minutes-closing.tsx'
import { MinutesDraft } from './minutes-draft.tsx'
import { MinutesLogPane } from './minutes-log-pane.tsx'
import { MinutesPhases } from './minutes-phases.tsx'
import { MinutesPreview } from './minutes-preview.tsx'
import type { MinutesRefusalCode } from './minutes-refusals.ts'
import { ProposalList } from './proposal-list.tsx'
import { useAutosave } from './use-autosave.ts'
import './records.css'

type Props = { minutes: MinutesView; refusal: MinutesRefusalCode | null }

const PANES = ['log', 'draft', 'preview'] as const
const FORM = 'minutes-words'

/** The log, what the recorder makes of it, and what the public will read, side by side. */
export function MinutesPage({ minutes, refusal }: Props) {
  const { t } = useTranslation(['minutes', 'records'])
  const { content, phase, meetingPhase, may } = minutes
  const isOver = meetingPhase === 'closed' && !minutes.cancelled
  const form = useRef<HTMLFormElement>(null)
  const [pane, setPane] = useState<(typeof PANES)[number]>('draft')
  const revalidator = useRevalidator()
  const saved = useMemo(
    () => ({ revision: minutes.revision, words: wordsOf(content) }),
    [minutes.revision, content],
  )
  const autosave = useAutosave(form, {
    meetingId: minutes.meetingId,
    saved,
    enabled: may.edit,
    onSaved: () => revalidator.revalidate(),
  })

  /** Saving goes by itself; sealing waits until the last word is saved. */
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent
    if (!(submitter instanceof HTMLButtonElement)) return
    if (submitter.value === 'save') {
      event.preventDefault()
      void autosave.flush()
      return
    }
    if (autosave.status === 'clean' || autosave.status === 'saved') return
    event.preventDefault()
    void autosave.flush().then((done) => {
      // The new revision is in the form once React has drawn it.
      if (done) setTimeout(() => form.current?.requestSubmit(submitter))
    })
  }
  const showSource = (seq: number) => {
    setPane('log')
    requestAnimationFrame(() => {
      const line = document.getElementById(`e${seq}`)
      line?.scrollIntoView({ block: 'nearest' })
      line?.focus({ preventScroll: true })
    })
  }

  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{t('review.page')}</h1>
          <p lang="zh-CN">{content.title}</p>
        </div>
        <Tag
          tone={phase === 'confirmed' ? 'teal' : 'amber'}
          icon={
            phase === 'confirmed' ? IconCheck : phase === 'proposals' ? IconUsers : IconFileText
          }
        >
          {t(`state.${phase}`)}
        </Tag>
        <span className="grow" />
        {phase === 'confirmed' && (
          <LinkButton look="primary" to={`/desk/sessions/${minutes.meetingId}/publish`}>
            {t('records:minutes.publish')}
          </LinkButton>
        )}
      </header>
      <MinutesPhases minutes={minutes} />
      {refusal && (
        <Note tone="amber" icon={IconAlertTriangle} role="alert">
          {t(`refused.${refusal}`)}
        </Note>
      )}
      {!isOver && !minutes.cancelled && (
        <Note tone="stone" icon={IconFileText}>
          {t('running')}
        </Note>
      )}
      <Sealed minutes={minutes} />
      <Exports
        meetingId={minutes.meetingId}
        sealed={phase === 'confirmed'}
        publishedId={minutes.publishedId}
      />
      <Form method="post" id={FORM} ref={form} onSubmit={submit} className="mt12">
        <input type="hidden" name="revision" value={autosave.revision} readOnly />
        {may.edit && <AutosaveBar autosave={autosave} />}
        <WordConflicts autosave={autosave} />
        <div className="min-tabs js-only" role="group" aria-label={t('pane.label')}>
          {PANES.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={pane === each}
              onClick={() => setPane(each)}
            >
              {t(`pane.${each}`)}
            </button>
          ))}
        </div>
        <div className="min-3" data-shown={pane}>
          <MinutesLogPane meetingId={minutes.meetingId} content={content} log={minutes.log} />
          <MinutesDraft
            content={content}
            log={minutes.log}
            readOnly={!may.edit}
            onSource={showSource}
          />
          <MinutesPreview masked={minutes.masked} />
        </div>
      </Form>
      {minutes.proposals.length > 0 && (
        <ProposalList
          proposals={minutes.proposals}
          content={content}
          mayAnswer={phase === 'proposals' && may.edit}
        />
      )}
      {isOver && may.edit && (
        <div className="min-close mt18">
          <AskPanel minutes={minutes} />
          {may.confirm && <SealPanel minutes={minutes} form={FORM} />}
        </div>
      )}
      {phase === 'confirmed' && <MinutesAddenda addenda={minutes.addenda} />}
    </>
  )
}

/** The same minutes elsewhere: in Word, on paper, as data. */
function Exports({
  meetingId,
  sealed,
  publishedId,
}: {
  meetingId: string
  sealed: boolean
  /** The masked copy alone is put up where everybody reads it. */
  publishedId: string | null
}) {
  const { t } = useTranslation('minutes')
  const base = `/desk/sessions/${meetingId}/minutes`
  return (
    <p className="min-save" role="group" aria-label={t('export.label')}>
      <LinkButton size="small" to={`${base}.docx`} icon={IconFileText} reloadDocument>
        {t('export.docx')}
      </LinkButton>
      <LinkButton size="small" to={`${base}/print`} icon={IconPrinter}>
        {t('export.print')}
      </LinkButton>
      {publishedId !== null && (
        <LinkButton
          size="small"
          to={`/minutes/${publishedId}/print?size=a3`}
          icon={IconPrinter}
        >
          {t('export.poster')}
        </LinkButton>
      )}
      <LinkButton size="small" to={`${base}.json`} icon={IconDownload} reloadDocument>
        {t('export.json')}
      </LinkButton>
      {!sealed && <span className="sm muted">{t('export.beforeSeal')}</span>}
    </p>
  )
}

/** By whom, how the participants had their say, and what anybody can check it by. */
function Sealed({ minutes }: { minutes: MinutesView }) {
  const { t } = useTranslation('minutes')
  const format = useFormat()
  const { confirmedAt, confirmedBy, contentHash, review, logSeq, logHash } = minutes
  if (confirmedAt === null || contentHash === null) return null
  return (
    <dl className="min-seal chk">
      <dt>{t('sealed.by', { name: confirmedBy ?? '', day: format.fullDay(confirmedAt) })}</dt>
      <dd>
        {review.kind === 'unasked' && t('sealed.unasked', { reason: review.reason })}
        {review.kind === 'asked' &&
          t('sealed.asked', {
            until: format.shortDay(new Date(`${review.until}T00:00+08:00`)),
            count: review.proposals,
            accepted: review.accepted,
          })}
      </dd>
      <dt>{t('sealed.hash')}</dt>
      <dd>
        {contentHash} · {t('sealed.code', { code: checkCodeOf(contentHash) })}
      </dd>
      <dt>{t('sealed.log', { seq: logSeq })}</dt>
      <dd>{logHash}</dd>
    </dl>
  )
}
