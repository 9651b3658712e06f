import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RecordProblem } from '#app/domain/voting/record-reader.ts'
import { Note } from '#app/ui/note.tsx'
import { usePlaceWords } from './place-words.ts'
import css from './recount.module.css'

/** Why a file cannot be counted: where, and what is wrong there. */
export function MalformedCard({ path, problem }: { path: string; problem: RecordProblem }) {
  const { t } = useTranslation('recount')
  const place = usePlaceWords()
  return (
    <>
      <h2>{t('malformed.title')}</h2>
      <Note tone="amber" icon={IconAlertTriangle}>
        <p>
          <b className="b">{place(path)}</b> <code className={css.path}>{path}</code>
        </p>
        <p>{t(`problem.${problem}`)}</p>
      </Note>
      <p className="sm ink2" style={{ marginTop: 12 }}>
        {t('malformed.help')}
      </p>
    </>
  )
}
