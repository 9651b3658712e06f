import { useTranslation } from 'react-i18next'
import type { Room } from '#app/domain/meetings/meeting.ts'
import { useLanguage } from '#app/i18n/use-format.ts'
import { Plate } from '#app/ui/plate.tsx'

const PLATE = { council: 'hall', tearoom: 'tea', talkroom: 'talk' } as const

/** The door plate of a room. It stands in Chinese and lies down in English. */
export function RoomPlate({
  room,
  size = 'bar',
}: {
  room: Room
  size?: 'bar' | 'medium' | 'large'
}) {
  const { t } = useTranslation('terms')
  const isEnglish = useLanguage() === 'en'
  const stands = size !== 'bar' && !isEnglish
  const name = t(`room.${room}`)
  const digits = stands ? (/^\d+/.exec(name)?.[0] ?? undefined) : undefined
  return (
    <Plate
      room={PLATE[room]}
      size={stands ? size : 'bar'}
      {...(digits === undefined ? {} : { digits })}
    >
      {digits === undefined ? name : name.slice(digits.length)}
    </Plate>
  )
}
