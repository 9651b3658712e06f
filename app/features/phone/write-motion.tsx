import { IconPencil } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isFrozen, mayMakeMotion } from '#app/domain/meetings/may-move.ts'
import { openMotion } from '#app/domain/meetings/open-motion.ts'
import { useAwake, useLive } from '#app/features/live/live-context.tsx'
import { currentItem, seatOf } from '#app/features/live/reading.ts'
import { Button } from '#app/ui/button.tsx'
import { lazyPart } from '#app/ui/lazy-part.tsx'
import type { MotionSheetProps } from './motion-sheet.tsx'
import { SheetOnItsWay } from './sheet-on-its-way.tsx'

const MotionSheet = lazyPart(() => import('./motion-sheet.tsx'), SheetOnItsWay)

type SheetOf = Omit<MotionSheetProps, 'open' | 'onClose'>

/**
 * For a delegate who may: a motion where there is none, other words for one of their own. What
 * opens is loaded with the first press, because most people never do.
 */
export function WriteMotion({ onWriting }: { onWriting: (writing: boolean) => void }) {
  const { t } = useTranslation('phone')
  const { meeting, me } = useLive()
  const awake = useAwake()
  // As it was when it was opened: what is being written belongs to that item and that motion.
  const [sheet, setSheet] = useState<SheetOf | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const item = currentItem(meeting)
  const motion = openMotion(meeting)
  const seat = seatOf(meeting, me.seatId)
  const mine = motion !== null && motion.moverId === me.seatId && !isFrozen(meeting)
  // Without a script whoever has a motion says so, and the chair writes it down.
  const running = meeting.phase === 'in-session'
  const offered =
    awake && running && item && seat && (mine || mayMakeMotion(meeting, seat.id) === null)
  return (
    <>
      {offered && (
        <Button
          block
          look={mine ? 'line' : 'ghost'}
          icon={IconPencil}
          onClick={() => {
            setSheet({ seatId: seat.id, item, motion: mine ? motion : null })
            setIsOpen(true)
            onWriting(true)
          }}
        >
          {t(mine ? 'motion.edit' : 'motion.make')}
        </Button>
      )}
      {sheet && (
        <Suspense>
          <MotionSheet
            {...sheet}
            open={isOpen}
            onClose={() => {
              setIsOpen(false)
              onWriting(false)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
