import { Link } from '@remix-run/react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterLine } from '#app/domain/matters/matter-view.ts'
import { URGENCIES, type Urgency } from '#app/domain/matters/urgency.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { toneClass } from '#app/ui/tone.ts'
import { DueCell } from './due.tsx'
import { CATEGORY_ICON, matterNumber, URGENCY_MARK } from './matter-marks.ts'
import { StatusTag } from './status-tag.tsx'
import { useStepWords } from './step-words.ts'
import css from './matters.module.css'

type Props = {
  lines: readonly MatterLine[]
  byUrgency: Record<Urgency, number>
  now: Date
}

/** The desk's list, grouped by what presses. */
export function MatterList({ lines, byUrgency, now }: Props) {
  const { t } = useTranslation('matters')
  return (
    <div className={css.listBox}>
      <table className={classNames('ml', css.list)}>
        <caption className="vh">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.matter')}</th>
            <th scope="col" style={{ width: 128 }}>
              {t('column.source')}
            </th>
            <th scope="col" style={{ width: 118 }}>
              {t('column.lead')}
            </th>
            <th scope="col" style={{ width: 136 }}>
              {t('column.due')}
            </th>
            <th scope="col" style={{ width: 250 }}>
              {t('column.latest')}
            </th>
            <th scope="col" style={{ width: 122 }}>
              {t('column.status')}
            </th>
          </tr>
        </thead>
        <tbody>
          {URGENCIES.filter((urgency) => lines.some((line) => line.urgency === urgency)).map(
            (urgency) => (
              <Fragment key={urgency}>
                <tr className="gp">
                  <td colSpan={6}>
                    <GroupHead urgency={urgency} count={byUrgency[urgency]} />
                  </td>
                </tr>
                {lines
                  .filter((line) => line.urgency === urgency)
                  .map((line) => (
                    <MatterRow key={line.id} line={line} now={now} />
                  ))}
              </Fragment>
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}

function GroupHead({ urgency, count }: { urgency: Urgency; count: number }) {
  const { t } = useTranslation('matters')
  const { tone, icon } = URGENCY_MARK[urgency]
  return (
    <span className={classNames('chk', toneClass(tone))}>
      <Icon of={icon} />
      <b className="b" style={{ color: 'var(--h-t)' }}>
        {t(`group.${urgency}`, { count })}
      </b>
    </span>
  )
}

function MatterRow({ line, now }: { line: MatterLine; now: Date }) {
  const { t } = useTranslation('matters')
  const { t: term } = useTranslation('terms')
  const format = useFormat()
  const words = useStepWords()
  return (
    <tr>
      <td>
        <span className="row">
          <span className="cat" title={term(`category.${line.category}`)}>
            <Icon of={CATEGORY_ICON[line.category]} label={term(`category.${line.category}`)} />
          </span>
          <span>
            <Link className="b" to={`/desk/matters/${line.id}`}>
              {line.title}
            </Link>
            <br />
            <span className="xs muted">{whereOf(line)}</span>
          </span>
        </span>
      </td>
      <td className={classNames('sm ink2', css.lesser)}>
        {term(`matterSource.${line.source}`)}
      </td>
      <td className="sm">{line.lead?.name}</td>
      <td className="sm">
        <Due line={line} now={now} />
      </td>
      <td className={classNames('sm ink2', css.lesser)}>
        {line.latest && (
          <>
            {line.latest.text || words({ type: line.latest.type, data: line.latest.data })}
            <br />
            <span className="xs muted">
              {format.shortDay(line.latest.at)} {format.time(line.latest.at)}
            </span>
          </>
        )}
        {!line.latest && t('due.none')}
      </td>
      <td>
        <StatusTag {...line} />
      </td>
    </tr>
  )
}

function Due({ line, now }: { line: MatterLine; now: Date }) {
  const { t } = useTranslation('matters')
  const format = useFormat()
  if (line.closedAt) return <>{t('due.closed', { day: format.shortDay(line.closedAt) })}</>
  if (line.reportedDoneAt) {
    return <>{t('due.reported', { day: format.shortDay(line.reportedDoneAt) })}</>
  }
  if (line.dueOn) return <DueCell dueOn={line.dueOn} now={now} />
  return <span className="muted">{t('due.none')}</span>
}

/** 0714·蓝溪花园 2幢 */
export function whereOf(line: Pick<MatterLine, 'number' | 'compoundName' | 'spot'>): string {
  return `${matterNumber(line.number)}·${[line.compoundName, line.spot].filter(Boolean).join(' ')}`
}
