import { useTranslation } from 'react-i18next'
import type { PublicSession } from '#app/domain/records/public-view.ts'
import { usePlaceName } from './place-name.ts'

/** 蓝溪花园第 19 次730议事厅: how a session is called. */
export function useSessionTitle(): (
  session: Pick<PublicSession, 'room' | 'number' | 'compound' | 'compoundEn'>,
) => string {
  const { t } = useTranslation('public')
  const { t: terms } = useTranslation('terms')
  const placeName = usePlaceName()
  return ({ room, number, compound, compoundEn }) => {
    const names = {
      compound: placeName({ name: compound, nameEn: compoundEn }),
      room: terms(`room.${room}`),
    }
    return number === null
      ? t('session.titleUnnumbered', names)
      : t('session.title', { ...names, number })
  }
}
