import { IconFlag, IconHourglass } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { instantAt, type LocalDate } from '#app/domain/calendar/local-date.ts'
import { DUE_SOON_DAYS } from '#app/domain/matters/urgency.ts'
import { countdownTo } from '#app/i18n/format.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Tag } from '#app/ui/tag.tsx'
import type { Tone } from '#app/ui/tone.ts'

/** A day as an instant that is that day everywhere in China. */
export function noonOf(day: LocalDate): Date {
  return instantAt(day, '12:00')
}

/** 剩 2 天, 超 3 天, and how much it presses. */
export function useCountdown(
  dueOn: LocalDate,
  now: Date,
): { words: string; tone: Tone | null } {
  const { t } = useTranslation('common')
  const { code, days } = countdownTo(noonOf(dueOn), now)
  const tone = code === 'over' ? 'jujube' : days <= DUE_SOON_DAYS ? 'amber' : null
  return { words: t(`countdown.${code}`, { count: days }), tone }
}

/** How long is left, in words, with the day below. */
export function DueCell({ dueOn, now }: { dueOn: LocalDate; now: Date }) {
  const { t } = useTranslation('matters')
  const format = useFormat()
  const { words, tone } = useCountdown(dueOn, now)
  const day = format.shortDay(noonOf(dueOn))
  return (
    <>
      {tone ? (
        <b className="b" style={{ color: `var(--${tone}-t)` }}>
          {words}
        </b>
      ) : (
        words
      )}
      <br />
      <span className="xs muted">{tone === 'jujube' ? t('due.on', { day }) : day}</span>
    </>
  )
}

/** The same as a tag, where it presses; else a plain word. */
export function DueTag({ dueOn, now }: { dueOn: LocalDate; now: Date }) {
  const { words, tone } = useCountdown(dueOn, now)
  if (!tone) return <span className="muted">{words}</span>
  return (
    <Tag tone={tone} icon={tone === 'jujube' ? IconFlag : IconHourglass}>
      {words}
    </Tag>
  )
}
