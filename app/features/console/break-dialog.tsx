import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextAreaField } from '#app/ui/field.tsx'
import { SegmentedRadios } from '#app/ui/segmented.tsx'
import { Button } from '#app/ui/button.tsx'
import { CommandDialog, wordsIn } from './command-dialog.tsx'

const BREAKS = ['5', '10', '15', '0'] as const

/** A break, with a clock on every screen or without one. */
export function BreakDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('console')
  const { t: live } = useTranslation('live')
  const [minutes, setMinutes] = useState<string>('10')
  const [reason, setReason] = useState('')
  return (
    <CommandDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('break.title')}
      submitLabel={t('break.do')}
      toCommand={(form) => ({
        type: 'pause',
        reason: wordsIn(form, 'reason') || null,
        ...(minutes === '0' ? {} : { minutes: Number(minutes) }),
      })}
    >
      <SegmentedRadios
        name="minutes"
        label={t('break.minutes')}
        value={minutes}
        onChange={setMinutes}
        items={BREAKS.map((value) => ({
          value,
          label: value === '0' ? t('break.open') : t('minutes', { count: Number(value) }),
        }))}
      />
      <TextAreaField
        name="reason"
        label={live('console.pauseReason')}
        optional={live('optional')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        rows={2}
        maxLength={500}
      />
      <div className="row wrap" style={{ gap: 8 }}>
        {[live('console.pauseTea'), live('console.pauseTalk')].map((words) => (
          <Button key={words} size="small" look="soft" onClick={() => setReason(words)}>
            {words}
          </Button>
        ))}
      </div>
    </CommandDialog>
  )
}
