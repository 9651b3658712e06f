import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { isMinutesRefusal } from './minutes-refusals.ts'
import type { Autosave } from './use-autosave.ts'

/** Whether what was typed is safe, in one line that is always in the same place. */
export function AutosaveBar({ autosave }: { autosave: Autosave }) {
  const { t } = useTranslation('minutes')
  const format = useFormat()
  const { status, savedAt, refusal, restored } = autosave
  const reason = refusal !== null && isMinutesRefusal(refusal) ? t(`refused.${refusal}`) : ''
  const words =
    status === 'saved'
      ? savedAt
        ? t('save.saved', { time: format.time(savedAt) })
        : t('save.clean')
      : t(`save.${status}`, { reason })
  const bad = ['offline', 'failed', 'conflict', 'refused'].includes(status)
  return (
    <p className="min-save">
      <Button
        look="line"
        type="submit"
        name="intent"
        value="save"
        busy={status === 'saving'}
        size="small"
      >
        {t('save.now')}
      </Button>
      <span role="status" className={bad ? 'sm b' : 'sm muted'} data-status={status}>
        {restored && `${t('save.restored')} `}
        {words}
      </span>
    </p>
  )
}

/** Both texts of a place that two people changed, and which to keep. */
export function WordConflicts({ autosave }: { autosave: Autosave }) {
  const { t } = useTranslation('minutes')
  if (autosave.conflicts.length === 0) return null
  return (
    <Note tone="amber" icon={IconAlertTriangle} role="alert">
      <b>{t('conflict.title')}</b>
      <p>{t('conflict.who', { name: autosave.otherEditor ?? '' })}</p>
      {autosave.conflicts.map(({ field, mine, theirs }) => (
        <div key={field} className="min-conf">
          <p className="b">{t(`conflict.field.${kindOf(field)}`)}</p>
          <div>
            <p className="sm muted">{t('conflict.mine')}</p>
            <p className="min-text">{mine || t('conflict.empty')}</p>
          </div>
          <div>
            <p className="sm muted">{t('conflict.theirs')}</p>
            <p className="min-text">{theirs || t('conflict.empty')}</p>
          </div>
          <p className="row wrap">
            <Button size="small" onClick={() => autosave.settle(field, 'mine')}>
              {t('conflict.keepMine')}
            </Button>
            <Button size="small" onClick={() => autosave.settle(field, 'theirs')}>
              {t('conflict.keepTheirs')}
            </Button>
            <Button size="small" onClick={() => autosave.settle(field, 'both')}>
              {t('conflict.keepBoth')}
            </Button>
          </p>
        </div>
      ))}
    </Note>
  )
}

const KINDS = ['summary', 'points', 'dissent', 'answer', 'turn', 'reason', 'other'] as const

function kindOf(field: string): (typeof KINDS)[number] {
  return KINDS.find((kind) => field.startsWith(kind)) ?? 'other'
}
