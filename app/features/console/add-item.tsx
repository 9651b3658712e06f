import { IconPlus } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import { useAct } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { wordsIn } from './command-dialog.tsx'
import css from './console.module.css'

/** Minutes an added item is given. */
const MINUTES = 10

/** One more item for tonight. The notice did not name it, so it can be talked about and not decided. */
export function AddItem() {
  const { t } = useTranslation('live')
  const [writing, setWriting] = useState(false)
  const act = useAct()

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const title = wordsIn(new FormData(event.currentTarget), 'title')
    const item = { title, minutes: MINUTES, kind: 'discussion' } as const
    if (await act.act({ type: 'add-item', ...item })) setWriting(false)
  }

  if (!writing) {
    return (
      <div className={css.add}>
        <Button size="small" block icon={IconPlus} onClick={() => setWriting(true)}>
          {t('console.addItem')}
        </Button>
      </div>
    )
  }
  return (
    <form onSubmit={(event) => void add(event)} className={`col ${css.add ?? ''}`}>
      <label>
        <span className="sm ink2">{t('agenda.notInNotice')}</span>
        <input className="inp" name="title" required maxLength={200} autoFocus />
      </label>
      <TroubleNote trouble={act.trouble} />
      <div className="row" style={{ gap: 8 }}>
        <Button size="small" look="primary" type="submit" busy={act.busy !== null}>
          {t('console.parkSave')}
        </Button>
        <Button size="small" onClick={() => setWriting(false)}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
