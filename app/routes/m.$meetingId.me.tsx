import { useOutletContext } from '@remix-run/react'
import { MePage } from '#app/features/phone/me-page.tsx'
import type { PhoneOutlet } from './m.$meetingId.tsx'

export default function MeetingMe() {
  const { elder } = useOutletContext<PhoneOutlet>()
  return <MePage elder={elder} />
}
