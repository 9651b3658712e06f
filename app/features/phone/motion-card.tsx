import { useTranslation } from 'react-i18next'
import { openMotion } from '#app/domain/meetings/open-motion.ts'
import { observesItem } from '#app/domain/meetings/find-in-meeting.ts'
import { EditBefore } from '#app/features/live/edit-before.tsx'
import { useLive } from '#app/features/live/live-context.tsx'
import { isPresent, publicNameOf, seatOf } from '#app/features/live/reading.ts'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import type { Act } from '#app/features/live/use-act.ts'
import { useLanguage } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { ActForm } from './act-form.tsx'
import css from './phone.module.css'

/** The motion before the room: its words, its options by number, what was changed and why. */
export function MotionCard({ act }: { act: Act }) {
  const { t } = useTranslation('phone')
  const language = useLanguage()
  const { meeting, me } = useLive()
  const motion = openMotion(meeting)
  if (!motion) return null
  const seat = seatOf(meeting, me.seatId)
  const maySecond =
    motion.status === 'moved' &&
    seat?.role === 'delegate' &&
    isPresent(meeting, seat.id) &&
    seat.id !== motion.moverId &&
    !observesItem(meeting, seat.id, motion.itemId)
  const name = (id: typeof motion.moverId | null) => publicNameOf(seatOf(meeting, id), language)
  return (
    <section className="card pad col" style={{ gap: 10 }} aria-label={t('motion.label')}>
      <p className="sm b" style={{ color: 'var(--tea-t)' }}>
        {t(motion.status === 'moved' ? 'motion.moved' : 'motion.label')}
      </p>
      <h2 className="song" style={{ fontSize: '1.25rem' }}>
        {motion.text}
      </h2>
      {motion.options.length > 0 && (
        <ol className={css.options}>
          {motion.options.map((option) => (
            <li key={option}>{option}</li>
          ))}
        </ol>
      )}
      <p className="sm ink2">
        {motion.seconderId
          ? t('motion.both', { mover: name(motion.moverId), seconder: name(motion.seconderId) })
          : t('motion.by', { mover: name(motion.moverId) })}
      </p>
      {motion.edits.length > 0 && (
        <details>
          <summary className="sm b" style={{ minHeight: 44 }}>
            {t('motion.edits', { count: motion.edits.length })}
          </summary>
          <ul className="col sm" style={{ gap: 8 }}>
            {motion.edits.map((edit) => (
              <li key={edit.at}>
                <EditBefore edit={edit} />
                <br />
                {t('motion.why', { who: t(`motion.editor.${edit.by.role}`), why: edit.why })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {maySecond && (
        <ActForm
          command={{ type: 'second-motion', motionId: motion.motionId, seatId: seat.id }}
          onAct={(command) => void act.act(command)}
        >
          <Button type="submit" block busy={act.busy === 'second-motion'}>
            {t('motion.second')}
          </Button>
        </ActForm>
      )}
      {motion.moverId === me.seatId && motion.status !== 'frozen' && (
        <ActForm
          command={{ type: 'withdraw-motion', motionId: motion.motionId, reason: null }}
          onAct={(command) => void act.act(command)}
        >
          <Button type="submit" block busy={act.busy === 'withdraw-motion'}>
            {t('motion.withdraw')}
          </Button>
        </ActForm>
      )}
      <TroubleNote trouble={act.trouble} />
    </section>
  )
}
