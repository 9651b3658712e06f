import { Link } from '@remix-run/react'
import {
  IconArrowMerge,
  IconCircleCheck,
  IconExternalLink,
  IconFlag,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PRIVATE_CATEGORIES } from '#app/domain/matters/public-matter.ts'
import type { DeskMatter, MatterStep } from '#app/domain/matters/matter-view.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { SegmentedLinks } from '#app/ui/segmented.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { DeskActForm } from './desk-act-form.tsx'
import { DeskActs, type DeskAct } from './desk-acts.tsx'
import { useCountdown } from './due.tsx'
import { CATEGORY_ICON, matterNumber, STATUS_MARK } from './matter-marks.ts'
import { LinksPanel, type LinkToCopy } from './links-panel.tsx'
import { MatterSide, VisitsPanel } from './matter-side.tsx'
import { MatterTimeline } from './matter-timeline.tsx'
import { StagesBar } from './stages-bar.tsx'
import { StatusTag } from './status-tag.tsx'
import css from './matters.module.css'

type Props = Omit<Parameters<typeof DeskActForm>[0], 'act'> & {
  act: DeskAct | null
  /** The steps shown: all of them, or only the public ones. */
  steps: readonly MatterStep[]
  counts: { all: number; public: number }
  show: 'all' | 'public'
  links: readonly LinkToCopy[]
  saved: boolean
  now: Date
}

/** One matter on the desk: how far it is, what was said, what happened, who does what. */
export function MatterPage(props: Props) {
  const { matter, act, steps, counts, show, links, saved, now } = props
  const { t } = useTranslation('matters')
  const late = matter.urgency === 'overdue' || matter.status === 'reopened'
  return (
    <>
      <p className="sm muted" style={{ marginBottom: 8 }}>
        <Link className={css.title} to="/desk/matters">
          {t('title')}
        </Link>
        {` › ${matterNumber(matter.number)}`}
      </p>
      <MatterHead matter={matter} act={act} now={now} />
      <div className={css.split}>
        <div className={css.stack}>
          {saved && (
            <Note tone="tea" icon={IconCircleCheck} role="status">
              {t('act.saved')}
            </Note>
          )}
          {act && <DeskActForm {...props} act={act} />}
          <section className={`panel ${css.pad}`} style={{ paddingBlock: 14 }}>
            <StagesBar matter={matter} late={late} />
          </section>
          <WordsPanel matter={matter} />
          <section className={`panel ${css.pad}`}>
            <div className="row wrap" style={{ marginBottom: 14 }}>
              <h2 style={{ margin: 0 }}>{t('timeline.title')}</h2>
              <span className="end">
                <SegmentedLinks
                  label={t('timeline.show')}
                  items={[
                    {
                      to: '?',
                      label: t('timeline.all', { number: counts.all }),
                      current: show === 'all',
                    },
                    {
                      to: '?show=public',
                      label: t('timeline.public', { number: counts.public }),
                      current: show === 'public',
                    },
                  ]}
                />
              </span>
            </div>
            {steps.length > 0 ? (
              <MatterTimeline steps={steps} desk={matter.mayHandle && show === 'all'} />
            ) : (
              <p className="muted">{t('timeline.empty')}</p>
            )}
          </section>
        </div>
        <aside className={css.stack}>
          <MatterSide matter={matter} region={props.region} now={now} />
          {matter.mayHandle && matter.tasks.length > 0 && <VisitsPanel matter={matter} />}
          {links.length > 0 && <LinksPanel links={links} matterId={matter.id} />}
          <RelatedPanel matter={matter} />
        </aside>
      </div>
    </>
  )
}

function MatterHead({
  matter,
  act,
  now,
}: {
  matter: DeskMatter
  act: DeskAct | null
  now: Date
}) {
  const { t } = useTranslation('matters')
  const { t: term } = useTranslation('terms')
  return (
    <header className={css.head}>
      <span className={`cat ${css.bigCat}`}>
        <Icon of={CATEGORY_ICON[matter.category]} />
      </span>
      <div>
        <h1>{matter.title}</h1>
        <p className="row wrap" style={{ gap: '8px 14px', marginTop: 4 }}>
          {matter.reopenedCount > 0 && (
            <Tag {...STATUS_MARK.reopened}>{t('rounds', { round: matter.reopenedCount })}</Tag>
          )}
          {matter.status !== 'reopened' && <StatusTag {...matter} urgency="in-progress" />}
          {matter.urgency === 'overdue' && matter.dueOn && (
            <Late dueOn={matter.dueOn} now={now} />
          )}
          <span className="ink2">
            {[
              [matter.compoundName, matter.spot].filter(Boolean).join(' '),
              term(`category.${matter.category}`),
            ].join(t('dot'))}
          </span>
        </p>
      </div>
      <DeskActs matter={matter} act={act} />
    </header>
  )
}

function Late({ dueOn, now }: { dueOn: string; now: Date }) {
  const { words } = useCountdown(dueOn, now)
  return (
    <Tag tone="jujube" icon={IconFlag}>
      {words}
    </Tag>
  )
}

function WordsPanel({ matter }: { matter: DeskMatter }) {
  const { t } = useTranslation('matters')
  return (
    <section className={`panel ${css.pad}`}>
      <h2>{t('words.title')}</h2>
      {matter.words === null ? (
        <p className="muted">{t('words.hidden')}</p>
      ) : (
        <>
          <p className={css.quote}>{t('words.quote', { words: matter.words })}</p>
          <p className="sm muted" style={{ marginTop: 4 }}>
            {[
              matter.reporter?.name ?? t('reporter.none'),
              matter.reporter?.phone,
              matter.spot,
              matter.reporter?.needsCall ? t('words.callback') : null,
            ]
              .filter(Boolean)
              .join(t('dot'))}
          </p>
        </>
      )}
    </section>
  )
}

function RelatedPanel({ matter }: { matter: DeskMatter }) {
  const { t } = useTranslation('matters')
  const isPrivate = PRIVATE_CATEGORIES.includes(matter.category)
  const isPublic =
    !isPrivate && !['submitted', 'screening', 'merged', 'rejected'].includes(matter.status)
  const merged = matter.mergedInto ? [matter.mergedInto] : []
  if (!isPublic && merged.length + matter.mergedFrom.length === 0) return null
  return (
    <section className={`panel ${css.pad}`}>
      <h2>{t('side.related')}</h2>
      <div className={css.rows}>
        {[...merged, ...matter.mergedFrom].map(({ id, number, title }) => (
          <Link key={id} className="row" style={{ gap: 9 }} to={`/desk/matters/${id}`}>
            <Icon of={IconArrowMerge} />
            <span className="grow">
              {t(id === matter.mergedInto?.id ? 'side.mergedInto' : 'side.mergedFrom', {
                number: matterNumber(number),
                title,
              })}
            </span>
          </Link>
        ))}
        {isPublic && (
          <Link className="row" style={{ gap: 9 }} to={`/matters/${matter.id}`}>
            <Icon of={IconExternalLink} />
            <span className="grow">{t('side.publicPage')}</span>
          </Link>
        )}
      </div>
    </section>
  )
}
