import { useTranslation } from 'react-i18next'

/** The line above a ballot's button: back to the vote that stands, or what to do first. */
export function KeepOrChoose({ onKeep }: { onKeep: (() => void) | undefined }) {
  const { t } = useTranslation('live')
  return (
    <p className="cap">
      {onKeep ? (
        <button type="button" className="il" onClick={onKeep}>
          {t('ballot.keep')}
        </button>
      ) : (
        t('ballot.capChoose')
      )}
    </p>
  )
}
