import { Form } from '@remix-run/react'
import { IconFileText, IconInfoCircle, IconScale } from '@tabler/icons-react'
import { useId, useState, type DragEvent, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import css from './recount.module.css'

type Props = {
  /** The ballot that a link named. */
  ballotId: string | null
  working: boolean
  onFile: (file: File) => void
  onBallot: (ballotId: string) => void
}

/** Where a record comes in: dropped, chosen, or named by a link. A plain form where no scripts run. */
export function RecordDrop({ ballotId, working, onFile, onBallot }: Props) {
  const { t } = useTranslation('recount')
  const id = useId()
  const [over, setOver] = useState(false)

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) onFile(file)
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    // The file stays here; the server counts only where this line never runs.
    event.preventDefault()
    const file = new FormData(event.currentTarget).get('file')
    if (file instanceof File && file.size > 0) onFile(file)
    else if (ballotId !== null) onBallot(ballotId)
  }
  return (
    <Form method="post" encType="multipart/form-data" onSubmit={submit} className={css.form}>
      <div
        className={classNames(css.drop, over && css.over)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon of={IconFileText} className={css.dropIcon ?? ''} />
        <div className={css.dropWords}>
          <label className="b" htmlFor={id}>
            {t('drop.label')}
          </label>
          <p className="sm ink2" id={`${id}-hint`}>
            {t('drop.here')}
            <br />
            {t('drop.hint')}
          </p>
          <input
            id={id}
            className={css.file}
            type="file"
            name="file"
            accept="application/json,.json"
            aria-describedby={`${id}-hint`}
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? []
              if (file) onFile(file)
            }}
          />
        </div>
      </div>
      {ballotId !== null && <input type="hidden" name="ballot" value={ballotId} />}
      <div className={css.action}>
        <Button type="submit" look="primary" icon={IconScale} busy={working}>
          {working
            ? t('drop.working')
            : t(ballotId === null ? 'drop.count' : 'drop.countBallot')}
        </Button>
      </div>
      <noscript>
        <Note tone="stone" icon={IconInfoCircle}>
          {t('drop.noScript')}
        </Note>
      </noscript>
    </Form>
  )
}
