import { IconPhone } from '@tabler/icons-react'
import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLive } from '#app/features/live/live-context.tsx'
import { isPresent, seatOf } from '#app/features/live/reading.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import { ConflictCard } from './conflict-card.tsx'
import { NotesSummary } from './notes-summary.tsx'
import { PhoneFrame } from './phone-frame.tsx'
import { WhereIAm } from './remote-zone.tsx'

/** Who I am here, what I may do, how the page looks, and where to find help. */
export function MePage({ elder }: { elder: boolean }) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { t: common } = useTranslation('common')
  const format = useFormat()
  const language = useLanguage()
  const { pathname } = useLocation()
  const { meeting, me } = useLive()
  const seat = seatOf(meeting, me.seatId)
  const cameAt = seat ? meeting.presence[seat.id] : undefined
  const turns = meeting.turns.filter((turn) => turn.seatId === me.seatId)
  return (
    <PhoneFrame elderTitle={elder ? t('phone.tab.me') : undefined}>
      {seat && (
        <section className="card pad">
          <div className="row" style={{ gap: 14 }}>
            <Monogram side={seat.side} size="large" />
            <div className="grow">
              <h1 className="song" style={{ fontSize: '1.375rem' }}>
                {seat.name}
              </h1>
              <p className="ink2">
                {t('me.as', { side: term(`side.${seat.side}`), title: seat.title })}
                {seat.role !== 'delegate' && ` · ${term(`seatRole.${seat.role}`)}`}
              </p>
            </div>
          </div>
          <dl className="dl" style={{ marginTop: 14, gap: '8px 18px' }}>
            <dt>{t('me.presence')}</dt>
            <dd>
              {isPresent(meeting, me.seatId) && cameAt
                ? t('me.here', { time: format.time(new Date(cameAt)) })
                : t('me.notHere')}
            </dd>
            <dt>{t('me.vote')}</dt>
            <dd>
              {t(seat.canVote && seat.role === 'delegate' ? 'me.mayVote' : 'me.mayNotVote')}
            </dd>
            <dt>{t('me.spoken')}</dt>
            <dd>{t('me.turns', { count: turns.length })}</dd>
          </dl>
          {isPresent(meeting, me.seatId) && <WhereIAm />}
        </section>
      )}
      <section className="card pad" id="help">
        <h2 className="row" style={{ fontSize: '1.0625rem', gap: 8 }}>
          <Icon of={IconPhone} />
          {t('help.title')}
        </h2>
        <p className="ink2" style={{ marginTop: 6 }}>
          {t('help.note', { recorder: meeting.recorder.name })}
        </p>
      </section>
      <ConflictCard />
      <NotesSummary />
      <section className="card pad">
        <h2 style={{ fontSize: '1.0625rem', marginBottom: 10 }}>{t('me.look')}</h2>
        <form method="post" action="/preferences" className="row wrap">
          <input type="hidden" name="returnTo" value={pathname} />
          <Button type="submit" name="language" value={language === 'zh-CN' ? 'en' : 'zh-CN'}>
            {common(language === 'zh-CN' ? 'preferences.en' : 'preferences.zh-CN')}
          </Button>
          <Button type="submit" name="elder" value={elder ? 'off' : 'on'}>
            {common(elder ? 'preferences.elderOff' : 'preferences.elderOn')}
          </Button>
          <Button type="submit" name="theme" value="dark">
            {common('preferences.dark')}
          </Button>
          <Button type="submit" name="theme" value="device">
            {common('preferences.device')}
          </Button>
        </form>
      </section>
    </PhoneFrame>
  )
}
