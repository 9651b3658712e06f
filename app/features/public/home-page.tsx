import { Link } from '@remix-run/react'
import { IconArrowRight, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PublicFrameView, PublicHomeView } from '#app/domain/records/public-view.ts'
import { DoubleRule } from '#app/ui/double-rule.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { EchoWall } from './echo-wall.tsx'
import { NumbersRow } from './numbers-row.tsx'
import { PublicHero, QuietHero } from './public-hero.tsx'
import css from './public.module.css'
import { ResolutionRows } from './resolution-rows.tsx'
import { SessionRows } from './session-rows.tsx'

type Props = { frame: PublicFrameView; home: PublicHomeView; now: Date }

/** A community's front page. */
export function HomePage({ frame, home, now }: Props) {
  const { t } = useTranslation('public')
  const { code } = frame.community
  const more = (to: string, words: string) => (
    <Link to={to} className={css.more}>
      {words} <Icon of={IconArrowRight} />
    </Link>
  )
  return (
    <main id="main">
      {home.next ? (
        <PublicHero frame={frame} session={home.next} now={now} />
      ) : (
        <QuietHero frame={frame} />
      )}
      <div className={`wrapc ${css.sections ?? ''}`}>
        <DoubleRule
          id="numbers"
          title={t('numbers.title')}
          aside={t('numbers.since', { year: home.numbers.year })}
        >
          <NumbersRow numbers={home.numbers} onNotice={home.onNotice} />
        </DoubleRule>
        <div className={`two ${css.two ?? ''}`}>
          <DoubleRule
            id="resolutions"
            title={t('home.resolutions')}
            more={
              home.resolutionCount > 0 &&
              more(
                `/c/${code}/resolutions`,
                t('home.allResolutions', { count: home.resolutionCount }),
              )
            }
          >
            {home.resolutions.length > 0 ? (
              <ResolutionRows lines={home.resolutions} />
            ) : (
              <EmptyState title={t('empty.resolutions')}>
                {t('empty.resolutionsBody')}
              </EmptyState>
            )}
          </DoubleRule>
          <DoubleRule
            id="coming"
            title={t('home.sessions')}
            more={more(`/c/${code}/sessions`, t('home.allSessions'))}
          >
            {home.coming.length > 0 ? (
              <SessionRows code={code} sessions={home.coming} />
            ) : (
              <EmptyState title={t(home.next ? 'empty.moreSessions' : 'empty.sessions')}>
                {t('empty.sessionsBody')}
              </EmptyState>
            )}
            <Note tone="zisha" icon={IconLock} className={css.talk ?? ''}>
              {t('home.talkroom')}{' '}
              <Link to="/how#neighbours" className="il">
                {t('home.talkroomHow')}
              </Link>
            </Note>
          </DoubleRule>
        </div>
        <DoubleRule
          id="echo"
          title={t('echo.title')}
          more={more(`/c/${code}/matters`, t('home.allMatters'))}
        >
          {home.echoes.length > 0 ? (
            <EchoWall echoes={home.echoes} />
          ) : (
            <EmptyState title={t('empty.echoes')}>{t('empty.echoesBody')}</EmptyState>
          )}
        </DoubleRule>
      </div>
    </main>
  )
}
