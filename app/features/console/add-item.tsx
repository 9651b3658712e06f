import { useTranslation } from 'react-i18next'
import { OneLineForm } from './one-line-form.tsx'
import css from './console.module.css'

/** Minutes an added item is given. */
const MINUTES = 10

/** One more item for tonight. The notice did not name it, so it can be talked about and not decided. */
export function AddItem() {
  const { t } = useTranslation('live')
  return (
    <div className={css.add}>
      <OneLineForm
        open={t('console.addItem')}
        label={t('agenda.notInNotice')}
        maxLength={200}
        commandWith={(title) => ({
          type: 'add-item',
          title,
          minutes: MINUTES,
          kind: 'discussion',
        })}
      />
    </div>
  )
}
