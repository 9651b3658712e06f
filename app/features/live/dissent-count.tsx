import { useTranslation } from 'react-i18next'
import type { Consensus } from '#app/domain/meetings/meeting-state.ts'

/** How many cannot accept what is put to the room, and how many have a reservation. Never who. */
export function DissentCount({ dissent }: { dissent: Consensus['objections'] }) {
  const { t } = useTranslation('live')
  const reservations = dissent.filter(({ kind }) => kind === 'reservation').length
  const objections = dissent.length - reservations
  return (
    <>
      {objections === 0
        ? t('consensus.noObjection')
        : t('consensus.objections', { count: objections })}
      {reservations > 0 && ` ${t('consensus.reservations', { count: reservations })}`}
    </>
  )
}
