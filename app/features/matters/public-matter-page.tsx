import { Link } from '@remix-run/react'
import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PublicMatter } from '#app/domain/matters/matter-view.ts'
import type { PublicFrameView } from '#app/domain/records/public-view.ts'
import { PublicFrame } from '#app/features/public/public-frame.tsx'
import { useFormat } from '#app/i18n/use-format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { DueTag, noonOf } from './due.tsx'
import { CATEGORY_ICON, matterNumber, STATUS_MARK } from './matter-marks.ts'
import { TaskList } from './matter-side.tsx'
import { MatterTimeline } from './matter-timeline.tsx'
import { StagesBar } from './stages-bar.tsx'
import { StatusTag } from './status-tag.tsx'
import css from './matters.module.css'

type Props = { matter: PublicMatter; frame: PublicFrameView | null; now: Date }

/** A matter as anybody may follow it: how far, who does it, what happened, what the resident says. */
export function PublicMatterPage({ matter, frame, now }: Props) {
  const { t } = useTranslation('matters')
  const { t: term } = useTranslation('terms')
  const format = useFormat()
  const all = `/c/${matter.communityCode}/matters`
  const late = matter.urgency === 'overdue' || matter.status === 'reopened'
  return (
    <PublicFrame frame={frame} section="matters">
      <main id="main" tabIndex={-1} className={css.wrapPub}>
        <p className="sm muted" style={{ marginBottom: 8 }}>
          <Link className={css.title} to={all}>
            {t('title')}
          </Link>
          {` › ${matterNumber(matter.number)}`}
        </p>
        <header className={css.head}>
          <span className={`cat ${css.bigCat}`}>
            <Icon of={CATEGORY_ICON[matter.category]} />
          </span>
          <div>
            <h1>{matter.title}</h1>
            <p className="row wrap" style={{ gap: '8px 14px', marginTop: 4 }}>
              {matter.reopenedCount > 0 && (
                <Tag {...STATUS_MARK.reopened}>
                  {t('rounds', { round: matter.reopenedCount })}
                </Tag>
              )}
              {matter.status !== 'reopened' && <StatusTag {...matter} />}
              {matter.dueOn && !matter.reportedDoneAt && !matter.closedAt && (
                <DueTag dueOn={matter.dueOn} now={now} />
              )}
              <span className="ink2">
                {[
                  [matter.compoundName, matter.spot].filter(Boolean).join(' '),
                  term(`category.${matter.category}`),
                ].join(t('dot'))}
              </span>
            </p>
            <p className="sm muted" style={{ marginTop: 4 }}>
              {t('public.raisedBy', {
                day: format.fullDay(matter.raisedAt),
                name: matter.reporterPublicName ?? t('reporter.public'),
              })}
            </p>
          </div>
        </header>
        <div className={css.split}>
          <div className={css.stack}>
            <section className={`card ${css.pad}`}>
              <StagesBar matter={matter} late={late} />
            </section>
            <section className={`card ${css.pad}`}>
              <h2>{t('timeline.title')}</h2>
              <MatterTimeline steps={matter.steps} />
            </section>
          </div>
          <aside className={css.stack}>
            {matter.status === 'closed' && <Result matter={matter} />}
            {matter.tasks.length > 0 && (
              <section className={`card ${css.pad}`}>
                <h2>{t('public.tasks')}</h2>
                <TaskList tasks={matter.tasks} />
                {matter.dueOn && !matter.closedAt && (
                  <p className="sm muted" style={{ marginTop: 10 }}>
                    {t('public.due', { day: format.shortDay(noonOf(matter.dueOn)) })}
                  </p>
                )}
              </section>
            )}
            <Note tone="stone" icon={IconInfoCircle}>
              {t('public.masked')}
            </Note>
            <Link className="link" to={all}>
              {t('public.all')}
            </Link>
          </aside>
        </div>
      </main>
    </PublicFrame>
  )
}

function Result({ matter }: { matter: PublicMatter }) {
  const { t } = useTranslation('matters')
  const { t: term } = useTranslation('terms')
  return (
    <section className={`card ${css.pad}`}>
      <h2>{t('public.result')}</h2>
      <p>
        {matter.solved && matter.satisfaction
          ? t('public.resultSolved', {
              satisfaction: term(`satisfaction.${matter.satisfaction}`),
            })
          : t('public.resultNone')}
      </p>
    </section>
  )
}
