import { IconFileCertificate } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { OfficialResult } from '#app/domain/owners-vote/owners-vote.ts'
import { Note } from '#app/ui/note.tsx'
import css from './owners-votes.module.css'

type Source = Pick<OfficialResult, 'system' | 'reference' | 'evidence'>

/** That a result came from the city's own system, under which number, by which document. */
export function OfficialNote({ system, reference, evidence }: Source) {
  const { t } = useTranslation('owners-votes')
  return (
    <Note tone="dai" icon={IconFileCertificate} className="mt12">
      {t('official.note', { system, reference })}
      <br />
      <span className="sm">{t('official.evidence', { name: evidence.fileName })}</span>{' '}
      <code className="xs" style={{ overflowWrap: 'anywhere' }}>
        {evidence.sha256}
      </code>
    </Note>
  )
}

/** The same at the desk, with the document. */
export function OfficialPanel({
  voteId,
  importedBy,
  ...source
}: Source & { voteId: string; importedBy: string }) {
  const { t } = useTranslation('owners-votes')
  return (
    <section className={`panel ${css.pad}`}>
      <h2>{t('official.title')}</h2>
      <p className="sm ink2">{t('official.by', { name: importedBy })}</p>
      <OfficialNote {...source} />
      <a className="btn line mt12" href={`/desk/owners-votes/${voteId}/evidence`}>
        {t('official.document')}
      </a>
    </section>
  )
}
