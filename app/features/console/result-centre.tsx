import { IconArrowBackUp, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BallotState, ItemState } from '#app/domain/meetings/meeting-state.ts'
import { VerdictCard } from '#app/features/ballot/verdict-card.tsx'
import { useLive } from '#app/features/live/live-context.tsx'
import type { Act } from '#app/features/live/use-act.ts'
import { DecisionList } from '#app/features/phone/decision-list.tsx'
import { Button } from '#app/ui/button.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { TaskDialog } from './task-dialog.tsx'
import { useRole } from './use-role.ts'
import css from './console.module.css'

/** What an item came to, and who is to do what by when. */
export function ResultCentre({
  item,
  ballot,
  act,
}: {
  item: ItemState
  ballot: BallotState | null
  act: Act
}) {
  const { t } = useTranslation('live')
  const { meeting } = useLive()
  const { isChair, mayWrite } = useRole()
  const [open, setOpen] = useState<'task' | 'void' | null>(null)
  const accepted = meeting.decisions.some(
    (each) => each.itemId === item.id && (each.by === 'consensus' || each.passed),
  )
  return (
    <section className={`col ${css.stretch ?? ''}`} style={{ gap: 12, minHeight: 0 }}>
      {ballot?.verdict && <VerdictCard ballot={ballot} />}
      <DecisionList itemId={item.id} tasksOnly={ballot !== null} />
      <div className="row wrap">
        {mayWrite && accepted && (
          <Button look="primary" size="large" icon={IconPlus} onClick={() => setOpen('task')}>
            {t('console.addTask')}
          </Button>
        )}
        <span className="grow" />
        {isChair && ballot && (
          <Button look="stop" icon={IconArrowBackUp} onClick={() => setOpen('void')}>
            {t('console.voidBallot')}
          </Button>
        )}
      </div>
      <TaskDialog item={item} isOpen={open === 'task'} onClose={() => setOpen(null)} />
      {ballot && (
        <ReasonDialog
          isOpen={open === 'void'}
          onClose={() => setOpen(null)}
          title={t('console.voidTitle')}
          label={t('console.reason')}
          hint={t('console.voidHint')}
          suggestions={[t('console.voidWords'), t('console.voidEarly')]}
          submitLabel={t('console.voidConfirm')}
          look="stop"
          trouble={act.trouble}
          busy={act.busy === 'void-ballot'}
          onSubmit={(reason) =>
            act.act({ type: 'void-ballot', ballotId: ballot.ballotId, reason })
          }
        />
      )}
    </section>
  )
}
