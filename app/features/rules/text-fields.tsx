import { useTranslation } from 'react-i18next'
import { Checkbox } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import css from '#app/features/owners-votes/owners-votes.module.css'

type Typed = { typed: Partial<Record<string, string>> }

/** Where a county's rule comes from, since when, and its days of notice. */
export function TextFields({ today, typed }: Typed & { today: string }) {
  const { t } = useTranslation('rules')
  return (
    <>
      <TextField
        name="title"
        label={t('text')}
        hint={t('textHint')}
        required
        maxLength={80}
        defaultValue={typed['title']}
      />
      <TextField
        name="article"
        label={t('article')}
        maxLength={20}
        defaultValue={typed['article']}
      />
      <TextField
        type="date"
        name="effectiveFrom"
        label={t('from')}
        hint={t('fromHint')}
        min={today}
        required
        defaultValue={typed['effectiveFrom']}
      />
      <TextField
        type="number"
        name="noticeDays"
        label={t('noticeDays')}
        hint={t('noticeHint')}
        min={1}
        max={60}
        defaultValue={typed['noticeDays']}
      />
    </>
  )
}

/** Whether the text lets this system collect votes that bind: asked of owners' votes alone. */
export function LawfulField({ typed }: Typed) {
  const { t } = useTranslation('rules')
  return (
    <div className={css.wide}>
      <Checkbox
        name="ownSystemLawful"
        label={t('lawful')}
        note={t('lawfulNote')}
        defaultChecked={typed['ownSystemLawful'] === 'on'}
      />
    </div>
  )
}
