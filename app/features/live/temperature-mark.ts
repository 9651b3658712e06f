import { IconMoodSad, IconMoodSmile, IconMoodNeutral } from '@tabler/icons-react'
import type { Colour } from '#app/domain/meetings/temperature.ts'
import type { IconDrawing } from '#app/ui/icon.tsx'
import type { Tone } from '#app/ui/tone.ts'

/** A face and a hue beside the word. Red is not our red: a doubt is no error. */
export const TEMPERATURE_MARK: Record<Colour, { tone: Tone; icon: IconDrawing }> = {
  green: { tone: 'tea', icon: IconMoodSmile },
  yellow: { tone: 'amber', icon: IconMoodNeutral },
  red: { tone: 'dai', icon: IconMoodSad },
}
