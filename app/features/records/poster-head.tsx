import { useTranslation } from 'react-i18next'
import type { Room } from '#app/domain/meetings/meeting.ts'
import { RoomPlate } from '#app/features/live/room-plate.tsx'

/** At the top of every poster: the plate of the room, that it is a notice, and whose. */
export function PosterHead({ room, lines }: { room: Room; lines: readonly string[] }) {
  const { t } = useTranslation('records')
  return (
    <div className="top">
      <RoomPlate room={room} size="huge" />
      <div>
        <p className="kind">{t('paper.notice')}</p>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  )
}
