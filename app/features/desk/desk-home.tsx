import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DeskView } from '#app/domain/sessions/desk-view.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { NextCard } from './next-card.tsx'
import { NoticesPanel } from './notices-panel.tsx'
import { TodoPanel } from './todo-panel.tsx'
import { WeekPanel } from './week-panel.tsx'
import './desk-page.css'

/** The desk's first page: the next session, what waits, the week, what is on notice. */
export function DeskHome({ desk, now }: { desk: DeskView; now: Date }) {
  const { t } = useTranslation('desk')
  const format = useFormat()
  const words = [
    desk.next?.isToday ? t('home.summary.tonight', { count: 1 }) : '',
    desk.overdueCount > 0 ? t('home.summary.overdue', { count: desk.overdueCount }) : '',
    desk.toConfirm.length > 0
      ? t('home.summary.confirm', { count: desk.toConfirm.length })
      : '',
  ].filter(Boolean)
  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{format.day(now)}</h1>
          <p>{words.length > 0 ? words.join(t('list')) : t('home.summary.calm')}</p>
        </div>
        <span className="grow" />
        <LinkButton look="primary" to="/desk/sessions/new" icon={IconPlus}>
          {t('home.convene')}
        </LinkButton>
      </header>
      <div className="tn-g">
        {desk.next ? (
          <NextCard next={desk.next} now={now} />
        ) : (
          <section className="panel">
            <EmptyState
              level={2}
              title={t('home.none')}
              action={
                <LinkButton look="line" to="/desk/sessions/new" icon={IconPlus}>
                  {t('home.convene')}
                </LinkButton>
              }
            >
              {t('home.noneHint')}
            </EmptyState>
          </section>
        )}
        <TodoPanel desk={desk} />
        <WeekPanel week={desk.week} today={desk.today} />
        <NoticesPanel notices={desk.notices} />
      </div>
    </>
  )
}
