import {
  IconArrowBackUp,
  IconCheck,
  IconCircleHalf2,
  IconPhone,
  IconSpeakerphone,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FollowUp } from '#app/domain/records/resolution-view.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Timeline } from '#app/ui/timeline.tsx'
import type { IconDrawing } from '#app/ui/icon.tsx'
import type { Tone } from '#app/ui/tone.ts'

const LOOK: Partial<Record<FollowUp['type'], { tone: Tone; icon: IconDrawing }>> = {
  decided: { tone: 'dai', icon: IconSpeakerphone },
  'task-assigned': { tone: 'dai', icon: IconSpeakerphone },
  'progress-reported': { tone: 'tea', icon: IconCircleHalf2 },
  'done-reported': { tone: 'tea', icon: IconCheck },
  'return-visit': { tone: 'teal', icon: IconPhone },
  closed: { tone: 'tea', icon: IconCheck },
  reopened: { tone: 'jujube', icon: IconArrowBackUp },
}
const PLAIN = { tone: 'stone', icon: IconCheck } as const

/** What has been done since, the latest first. */
export function FollowUps({ steps }: { steps: readonly FollowUp[] }) {
  const { t } = useTranslation(['records', 'terms'])
  const format = useFormat()
  return (
    <>
      <h2>{t('resolution.followUps')}</h2>
      <Timeline
        entries={steps.toReversed().map((step) => ({
          id: String(step.seq),
          ...(LOOK[step.type] ?? PLAIN),
          when: `${format.shortDay(step.at)}　${step.who === '' ? t('resolution.resident') : step.who}`,
          children: (
            <>
              <p>{t(`terms:matterEvent.${step.type}`)}</p>
              {step.text !== '' && <p lang="zh-CN">{step.text}</p>}
            </>
          ),
        }))}
      />
    </>
  )
}
