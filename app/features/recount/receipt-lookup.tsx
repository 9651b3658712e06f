import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lookUpReceipt } from '#app/domain/voting/vote-receipt.ts'
import { TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import css from './recount.module.css'

/** Looks a receipt up in the record that was just counted, here in the browser. */
export function ReceiptLookup({ listed }: { listed: readonly string[] }) {
  const { t } = useTranslation('recount')
  const [typed, setTyped] = useState('')
  const [runs, setRuns] = useState(false)
  useEffect(() => setRuns(true), [])
  const sought = lookUpReceipt(listed, typed)
  const whole = sought !== null && sought.receipt.length >= 7
  return (
    <section className={css.receipts}>
      <h2>{t('receipts.title')}</h2>
      <p>{t('receipts.listed', { count: listed.length })}</p>
      {/* Without a script there is nobody to look. */}
      {runs && (
        <TextField
          name="receipt"
          label={t('receipts.find')}
          value={typed}
          maxLength={9}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
        />
      )}
      <div role="status">
        {whole && (
          <Note
            tone={sought.votes > 0 ? 'tea' : 'amber'}
            icon={sought.votes > 0 ? IconCircleCheck : IconAlertTriangle}
          >
            {sought.votes > 1
              ? t('receipts.foundMore', { code: sought.receipt, votes: sought.votes })
              : t(sought.votes === 1 ? 'receipts.found' : 'receipts.notFound', {
                  code: sought.receipt,
                })}
          </Note>
        )}
      </div>
      <p className="sm ink2">{t('receipts.proves')}</p>
    </section>
  )
}
