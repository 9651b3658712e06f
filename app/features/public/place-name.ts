import { useLanguage } from '#app/i18n/use-format.ts'

/** Names a place in the language of the page. */
export function usePlaceName(): (place: { name: string; nameEn: string }) => string {
  const isEnglish = useLanguage() === 'en'
  return ({ name, nameEn }) => (isEnglish && nameEn !== '' ? nameEn : name)
}

/** The address of a session on the page of all sessions. */
export function sessionAnchor(meetingId: string): string {
  return `session-${meetingId.slice(-12)}`
}
