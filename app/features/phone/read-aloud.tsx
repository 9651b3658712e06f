import { IconVolume } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#app/i18n/use-format.ts'
import { Icon } from '#app/ui/icon.tsx'

/** Reads the main part of the page aloud, where the phone can. Pressed again, it stops. */
export function ReadAloud({
  wordy,
}: {
  /** With its word beside the icon, as in the elder version. */ wordy?: boolean
}) {
  const { t } = useTranslation('live')
  const language = useLanguage()
  const [can, setCan] = useState(false)
  useEffect(() => {
    setCan('speechSynthesis' in window)
    return () => window.speechSynthesis?.cancel()
  }, [])
  if (!can) return null

  function read() {
    const speech = window.speechSynthesis
    if (speech.speaking) return speech.cancel()
    const text = document.getElementById('main')?.innerText ?? ''
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.lang = language
    utterance.rate = 0.9
    speech.speak(utterance)
  }
  return (
    <button
      type="button"
      className="ib"
      style={
        wordy
          ? { background: 'var(--tea-s)', color: 'var(--tea-t)', borderColor: 'var(--tea-l)' }
          : undefined
      }
      onClick={read}
      aria-label={wordy ? undefined : t('phone.readAloud')}
    >
      <Icon of={IconVolume} />
      {wordy && t('phone.readAloudShort')}
    </button>
  )
}
