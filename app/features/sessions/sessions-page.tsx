import { Link } from '@remix-run/react'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SessionLine, SessionLists } from '#app/domain/sessions/session-view.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { MeetingTag } from './meeting-tag.tsx'
import { RoomPlate } from './room-plate.tsx'
import './sessions.css'

/** Every session of the community, by what can be done with it. */
export function SessionsPage({ lists }: { lists: SessionLists }) {
  const { t } = useTranslation('sessions')
  const isEmpty = lists.drafts.length + lists.coming.length + lists.past.length === 0
  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{t('list.title')}</h1>
          <p>{t('list.count', { count: lists.coming.length, drafts: lists.drafts.length })}</p>
        </div>
        <span className="grow" />
        <LinkButton look="primary" to="/desk/sessions/new" icon={IconPlus}>
          {t('list.convene')}
        </LinkButton>
      </header>
      {isEmpty ? (
        <section className="panel">
          <EmptyState
            level={2}
            title={t('list.empty')}
            action={
              <LinkButton look="primary" to="/desk/sessions/new" icon={IconPlus}>
                {t('list.convene')}
              </LinkButton>
            }
          >
            {t('list.emptyHint')}
          </EmptyState>
        </section>
      ) : (
        <div className="col ses-l">
          <Group title={t('list.coming')} lines={lists.coming} none={t('list.comingNone')} />
          {lists.drafts.length > 0 && <Group title={t('list.drafts')} lines={lists.drafts} />}
          {lists.past.length > 0 && <Group title={t('list.past')} lines={lists.past} />}
        </div>
      )}
    </>
  )
}

function Group({ title, lines, none }: { title: string; lines: SessionLine[]; none?: string }) {
  return (
    <section className="panel">
      <div className="ph2">
        <h2>{title}</h2>
        <span className="muted sm">{lines.length}</span>
      </div>
      {lines.length === 0 && <p className="muted sm ses-none">{none}</p>}
      <ul className="ses-u">
        {lines.map((line) => (
          <SessionRow key={line.id} line={line} />
        ))}
      </ul>
    </section>
  )
}

function SessionRow({ line }: { line: SessionLine }) {
  const { t } = useTranslation(['sessions', 'terms'])
  const format = useFormat()
  const language = useLanguage()
  const compound = language === 'en' ? line.compoundEn : line.compound
  const to =
    line.status === 'draft'
      ? `/desk/sessions/${line.id}/plan/room`
      : `/desk/sessions/${line.id}`
  return (
    <li>
      <Link to={to} className="ses-r">
        <span className="ses-d">
          <b className="song">{format.shortDay(line.startsAt)}</b>
          <small>
            {format.weekday(line.startsAt)} {format.time(line.startsAt)}
          </small>
        </span>
        <RoomPlate room={line.room} />
        <span className="grow ses-w">
          <b className="b">
            {line.number === null
              ? compound
              : t('session.title', { compound, number: line.number })}
          </b>
          <small className="muted">{line.venue}</small>
        </span>
        <span className="sm muted nowrap">
          {line.invited > 0 && line.status !== 'draft'
            ? t('list.coming-of', { count: line.coming, of: line.invited })
            : null}
        </span>
        <MeetingTag status={line.status} />
      </Link>
    </li>
  )
}
