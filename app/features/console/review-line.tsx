import { IconBuildingCommunity } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { asksPartyReview } from '#app/domain/voting/convened-body.ts'
import { useLive, useServerNow } from '#app/features/live/live-context.tsx'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckRow } from '#app/ui/check-row.tsx'
import { TextAreaField, TextField } from '#app/ui/field.tsx'
import { CommandDialog } from './command-dialog.tsx'

/** What the Party organisation said before the vote, where the rule asks for it, and the form for it. */
export function ReviewLine() {
  const { t } = useTranslation('live')
  const format = useFormat()
  const { meeting } = useLive()
  const today = localDateOf(new Date(useServerNow(60_000)))
  const [asking, setAsking] = useState(false)
  const { body, partyReview } = meeting
  if (!asksPartyReview(body)) return null
  return (
    <div className="row wrap" style={{ gap: 8, marginTop: 8 }}>
      <div className="grow" style={{ flexBasis: '12em' }}>
        <CheckRow met={partyReview !== undefined}>
          {partyReview
            ? t('condition.reviewed', {
                by: partyReview.by,
                day: format.shortDay(new Date(`${partyReview.on}T00:00+08:00`)),
                opinion: partyReview.opinion,
              })
            : t('condition.notReviewed')}
        </CheckRow>
      </div>
      {meeting.phase !== 'closed' && (
        <Button icon={IconBuildingCommunity} onClick={() => setAsking(true)}>
          {t('condition.review')}
        </Button>
      )}
      <CommandDialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        title={t('condition.review')}
        submitLabel={t('condition.keep')}
        toCommand={(form) => {
          const text = (name: string) => {
            const value = form.get(name)
            return typeof value === 'string' ? value.trim() : ''
          }
          const [by, on, opinion] = [text('by'), text('on'), text('opinion')]
          return by && on && opinion ? { type: 'record-party-review', by, on, opinion } : null
        }}
      >
        <TextField
          name="by"
          label={t('condition.by')}
          defaultValue={partyReview?.by ?? ''}
          maxLength={60}
          required
        />
        <TextField
          name="on"
          type="date"
          label={t('condition.on')}
          defaultValue={partyReview?.on ?? today}
          max={today}
          required
        />
        <TextAreaField
          name="opinion"
          label={t('condition.opinion')}
          hint={t('condition.opinionHint')}
          defaultValue={partyReview?.opinion ?? ''}
          rows={2}
          maxLength={500}
          required
        />
      </CommandDialog>
    </div>
  )
}
