import {
  IconArrowDown,
  IconArrowUp,
  IconCalendarShare,
  IconPlayerTrackNext,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemState } from '#app/domain/meetings/meeting-state.ts'
import { useLive } from '#app/features/live/live-context.tsx'
import type { Act } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import css from './console.module.css'

/** Puts what is to come in another order, aside, or off to the next session. Buttons, no dragging. */
export function ItemActions({ item, act }: { item: ItemState; act: Act }) {
  const { t } = useTranslation('console')
  const { meeting } = useLive()
  const [asked, setAsked] = useState<'skip' | 'carry' | null>(null)
  const index = meeting.agenda.findIndex((each) => each.id === item.id)
  const waits = item.progress === 'waiting'
  const above = meeting.agenda[index - 1]
  const move = (toIndex: number) =>
    void act.act({ type: 'move-item', itemId: item.id, toIndex })
  return (
    <div className={css.itemActions} role="group" aria-label={item.title}>
      {waits && (
        <>
          <Button
            look="ghost"
            size="small"
            square
            icon={IconArrowUp}
            disabled={above?.progress !== 'waiting'}
            onClick={() => move(index - 1)}
          >
            {t('item.up', { title: item.title })}
          </Button>
          <Button
            look="ghost"
            size="small"
            square
            icon={IconArrowDown}
            disabled={index === meeting.agenda.length - 1}
            onClick={() => move(index + 1)}
          >
            {t('item.down', { title: item.title })}
          </Button>
          <Button
            look="ghost"
            size="small"
            square
            icon={IconPlayerTrackNext}
            onClick={() => setAsked('skip')}
          >
            {t('item.skip', { title: item.title })}
          </Button>
        </>
      )}
      <Button
        look="ghost"
        size="small"
        square
        icon={IconCalendarShare}
        onClick={() => setAsked('carry')}
      >
        {t('item.carry', { title: item.title })}
      </Button>
      <ReasonDialog
        isOpen={asked === 'skip'}
        onClose={() => setAsked(null)}
        title={t('item.skip', { title: item.title })}
        label={t('reason')}
        optional
        suggestions={[t('item.skipWait'), t('item.skipTime')]}
        submitLabel={t('item.skipDo')}
        trouble={act.trouble}
        busy={act.busy === 'skip-item'}
        onSubmit={(reason) =>
          act.act({ type: 'skip-item', itemId: item.id, reason: reason || null })
        }
      />
      <ReasonDialog
        isOpen={asked === 'carry'}
        onClose={() => setAsked(null)}
        title={t('item.carry', { title: item.title })}
        label={t('reason')}
        hint={t('item.carryHint')}
        suggestions={[t('item.carryFacts'), t('item.carryTime'), t('item.carryPeople')]}
        submitLabel={t('item.carryDo')}
        trouble={act.trouble}
        busy={act.busy === 'carry-over-item'}
        onSubmit={(reason) => act.act({ type: 'carry-over-item', itemId: item.id, reason })}
      />
    </div>
  )
}
