import { IconEye } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { observesItem } from '#app/domain/meetings/find-in-meeting.ts'
import { useAwake, useLive } from '#app/features/live/live-context.tsx'
import { seatOf } from '#app/features/live/reading.ts'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import { useAct } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'

/** Whoever has an interest of their own in an item says so here. Only the chair takes it back. */
export function ConflictCard() {
  const { t } = useTranslation('phone')
  const { meeting, me } = useLive()
  const awake = useAwake()
  const act = useAct()
  const seat = seatOf(meeting, me.seatId)
  const open = meeting.agenda.filter(
    ({ id, kind, progress }) =>
      kind === 'decision' &&
      (progress === 'waiting' || progress === 'current') &&
      !meeting.decisions.some((each) => each.itemId === id),
  )
  // Without a script whoever wants to step back says so in the room.
  if (!awake || seat?.role !== 'delegate' || meeting.phase === 'closed' || open.length === 0) {
    return null
  }
  return (
    <details className="card pad">
      <summary className="b" style={{ minHeight: 44 }}>
        {t('conflict.title')}
      </summary>
      <p className="sm ink2">
        {t(meeting.rules.conflictMaySpeak ? 'conflict.note' : 'conflict.noteSilent')}
      </p>
      <ul className="col" style={{ gap: 12, marginTop: 12 }}>
        {open.map(({ id, title }) => (
          <li key={id}>
            {observesItem(meeting, seat.id, id) ? (
              <p className="ink2" role="status">
                {t('conflict.done', { title })}
              </p>
            ) : (
              <Button
                block
                icon={IconEye}
                busy={act.busy !== null}
                onClick={() =>
                  // Whoever steps back of their own accord need not say why.
                  void act.act({
                    type: 'flag-conflict',
                    seatId: seat.id,
                    itemId: id,
                    reason: '',
                  })
                }
              >
                {t('conflict.do', { title })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <TroubleNote trouble={act.trouble} />
    </details>
  )
}
