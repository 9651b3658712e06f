import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { observesItem } from '#app/domain/meetings/find-in-meeting.ts'
import { COLOURS, type TemperatureCheck } from '#app/domain/meetings/temperature.ts'
import { useLive } from '#app/features/live/live-context.tsx'
import { isPresent } from '#app/features/live/reading.ts'
import { TEMPERATURE_MARK } from '#app/features/live/temperature-mark.ts'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import { useTemperature } from '#app/features/live/use-temperature.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import css from './phone.module.css'

/** The question, three faces, one press, no names. */
export default function OpenCheck({ check }: { check: TemperatureCheck }) {
  const { t } = useTranslation('phone')
  const { meeting, me } = useLive()
  const mine = useTemperature(check)
  const { seatId } = me
  const may =
    seatId !== null &&
    isPresent(meeting, seatId) &&
    meeting.chair.seatId !== seatId &&
    !observesItem(meeting, seatId, check.itemId)
  return (
    <section className="card pad col" style={{ gap: 12 }} aria-label={t('temperature.label')}>
      <p className="sm b" style={{ color: 'var(--tea-t)' }}>
        {t('temperature.label')}
      </p>
      <h2 className="song" style={{ fontSize: '1.25rem' }}>
        {check.question}
      </h2>
      {mine.answered ? (
        <Note tone="tea" icon={IconCircleCheck} role="status">
          {t('temperature.done')}
        </Note>
      ) : may ? (
        <div className={css.faces}>
          {COLOURS.map((colour) => (
            <Button
              key={colour}
              icon={TEMPERATURE_MARK[colour].icon}
              busy={mine.busy}
              onClick={() => mine.answer(colour)}
            >
              {t(`temperature.colour.${colour}`)}
            </Button>
          ))}
        </div>
      ) : null}
      <TroubleNote trouble={mine.trouble} />
      <p className="sm muted">{t('temperature.note')}</p>
    </section>
  )
}
