import { useTranslation } from 'react-i18next'
import { SelectField } from '#app/ui/field.tsx'
import { wordsIn } from './command-dialog.tsx'
import { OneLineForm } from './one-line-form.tsx'
import css from './console.module.css'

/** Minutes an added item may be given. */
const MINUTES = [5, 10, 15, 20, 30]

/** One more item for tonight. The notice did not name it, so it can be talked about and not decided. */
export function AddItem() {
  const { t } = useTranslation('live')
  const { t: tool } = useTranslation('console')
  return (
    <div className={css.add}>
      <OneLineForm
        open={t('console.addItem')}
        label={t('agenda.notInNotice')}
        maxLength={200}
        commandWith={(title, form) => ({
          type: 'add-item',
          title,
          minutes: Number(wordsIn(form, 'minutes')),
          kind: 'discussion',
        })}
      >
        <SelectField
          name="minutes"
          label={<span className="vh">{tool('item.minutes')}</span>}
          defaultValue="10"
          options={MINUTES.map((count) => ({
            value: String(count),
            label: tool('minutes', { count }),
          }))}
        />
      </OneLineForm>
    </div>
  )
}
