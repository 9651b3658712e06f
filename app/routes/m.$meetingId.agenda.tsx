import { useOutletContext } from '@remix-run/react'
import { AgendaPage } from '#app/features/phone/agenda-page.tsx'
import type { PhoneOutlet } from './m.$meetingId.tsx'

export default function MeetingAgenda() {
  const { elder } = useOutletContext<PhoneOutlet>()
  return <AgendaPage elder={elder} />
}
