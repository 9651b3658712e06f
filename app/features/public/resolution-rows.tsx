import { Link } from '@remix-run/react'
import {
  IconCircleCheck,
  IconCircleMinus,
  IconFileOff,
  IconMessages,
  IconUsers,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ItemOutcome } from '#app/domain/meetings/meeting-event.ts'
import { labelOfOutcome } from '#app/domain/records/resolution-title.ts'
import type { ResolutionLine } from '#app/domain/records/resolution-view.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { IconHall } from '#app/ui/icon-hall.tsx'
import type { IconDrawing } from '#app/ui/icon.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { Tone } from '#app/ui/tone.ts'
import { usePlaceName } from './place-name.ts'
import css from './public.module.css'

const MARK: Record<ItemOutcome, { tone: Tone; icon: IconDrawing }> = {
  carried: { tone: 'tea', icon: IconCircleCheck },
  consensus: { tone: 'tea', icon: IconHall },
  'not-carried': { tone: 'stone', icon: IconCircleMinus },
  'quorum-not-met': { tone: 'stone', icon: IconUsers },
  none: { tone: 'dai', icon: IconMessages },
}

/** What came of an item: hue, icon and word. Not carried is grey: it is no failure. */
export function OutcomeTag({ outcome }: { outcome: ItemOutcome }) {
  const { t } = useTranslation('terms')
  return <Tag {...MARK[outcome]}>{t(`outcome.${outcome}`)}</Tag>
}

/** Published resolutions, one a line, each leading to its page. */
export function ResolutionRows({
  lines,
  level = 3,
}: {
  lines: ResolutionLine[]
  level?: 2 | 3
}) {
  const { t } = useTranslation('public')
  const { t: terms } = useTranslation('terms')
  const format = useFormat()
  const placeName = usePlaceName()
  const Heading = `h${level}` as const
  return (
    <div className={css.rows}>
      {lines.map((line) => (
        <Link key={line.id} className="res-li" to={`/resolutions/${line.id}`}>
          <div>
            <Heading>{line.title}</Heading>
            <p className="meta">
              <span>
                {terms(`label.${labelOfOutcome(line.label, line.outcome)}`)} {line.number}
              </span>
              <span>{placeName({ name: line.compound, nameEn: line.compoundEn })}</span>
              <span>
                {t('resolution.published', { day: format.shortDay(line.publishedAt) })}
              </span>
              {line.tasks.of > 0 && (
                <span>
                  {t('resolution.tasks', { done: line.tasks.done, of: line.tasks.of })}
                </span>
              )}
            </p>
          </div>
          <div className={css.outcome}>
            {line.withdrawn ? (
              <Tag tone="stone" icon={IconFileOff}>
                {t('resolution.withdrawn')}
              </Tag>
            ) : (
              <OutcomeTag outcome={line.outcome} />
            )}
            <p className="xs muted">
              {line.yes
                ? t('resolution.yes', { yes: line.yes.count, of: line.yes.of })
                : t(`resolution.notice.${line.notice.over ? 'over' : 'running'}`, {
                    day: line.notice.day,
                    days: line.notice.days,
                  })}
            </p>
          </div>
        </Link>
      ))}
    </div>
  )
}
