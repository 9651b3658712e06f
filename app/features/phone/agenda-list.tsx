import {
  IconCircle,
  IconCircleArrowRight,
  IconCircleCheck,
  IconCircleHalf2,
  IconCircleMinus,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CarriedFrom } from '#app/features/live/carried-from.tsx'
import { useLive } from '#app/features/live/live-context.tsx'
import { Icon } from '#app/ui/icon.tsx'
import css from './phone.module.css'

const MARK = {
  done: IconCircleCheck,
  current: IconCircleHalf2,
  waiting: IconCircle,
  skipped: IconCircleMinus,
  'carried-over': IconCircleArrowRight,
} as const

/** All items in order, with what each came to. */
export function AgendaList() {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { meeting } = useLive()
  return (
    <ol className={css.agenda}>
      {meeting.agenda.map((item) => (
        <li key={item.id} aria-current={item.progress === 'current' ? 'step' : undefined}>
          <span
            style={{ color: item.progress === 'waiting' ? 'var(--ink-3)' : 'var(--tea-t)' }}
          >
            <Icon of={MARK[item.progress]} label={t(`agenda.${item.progress}`)} />
          </span>
          <div>
            <p className="b">{item.title}</p>
            <p className="sm muted">
              {t('agenda.meta', { kind: term(`itemKind.${item.kind}`), count: item.minutes })}
              {!item.inNotice && ` · ${t('agenda.notInNotice')}`}
              {item.outcome && ` · ${term(`outcome.${item.outcome}`)}`}
            </p>
            <CarriedFrom item={item} />
            {(item.progress === 'skipped' || item.progress === 'carried-over') && (
              <p className="sm">
                <b className="b">{t(`agenda.${item.progress}`)}</b>
                {item.asideReason && ` · ${item.asideReason}`}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
