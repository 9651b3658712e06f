import type { MeetingState } from '#app/domain/meetings/meeting-state.ts'
import { useLanguage } from '#app/i18n/use-format.ts'

/** What the session is called, in the reader's language as far as its log knows it. */
export function useMeetingTitle({
  title,
  titleEn,
}: Pick<MeetingState, 'title' | 'titleEn'>): string {
  return useLanguage() === 'en' && titleEn ? titleEn : title
}
