import { useTranslation } from 'react-i18next'
import type { Room } from '#app/domain/meetings/meeting.ts'
import { useLanguage } from '#app/i18n/use-format.ts'
import { Plate } from '#app/ui/plate.tsx'

const PLATE = { council: 'hall', tearoom: 'tea', talkroom: 'talk' } as const

/** The plate of a room. Only the hall has digits before its name, and only Chinese stands upright. */
export function RoomPlate({ room, size }: { room: Room; size: 'bar' | 'huge' }) {
  const { t } = useTranslation('terms')
  const language = useLanguage()
  const name = t(`room.${room}`)
  const digits = language === 'zh-CN' ? /^\d+/.exec(name)?.[0] : undefined
  return (
    <Plate
      room={PLATE[room]}
      size={language === 'zh-CN' ? size : 'bar'}
      {...(digits ? { digits } : {})}
    >
      {digits ? name.slice(digits.length) : name}
    </Plate>
  )
}
