import { useOutletContext } from '@remix-run/react'
import { PapersPage } from '#app/features/phone/papers-page.tsx'
import type { PhoneOutlet } from './m.$meetingId.tsx'

export default function MeetingPapers() {
  const { elder } = useOutletContext<PhoneOutlet>()
  return <PapersPage elder={elder} />
}
