import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconPlayerPlay,
  IconSend,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { NextSession } from '#app/domain/sessions/desk-view.ts'
import { MeetingTag } from '#app/features/sessions/meeting-tag.tsx'
import { RoomPlate } from '#app/features/sessions/room-plate.tsx'
import { useOrdinal } from '#app/features/sessions/use-ordinal.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Icon, type IconDrawing } from '#app/ui/icon.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import { RoundTable } from '#app/ui/round-table.tsx'

/** Tonight's session, or the next: what, where, is it ready, who comes. */
export function NextCard({ next, now }: { next: NextSession; now: Date }) {
  const { t } = useTranslation(['desk', 'terms'])
  const format = useFormat()
  const language = useLanguage()
  const ordinal = useOrdinal()
  const running = next.status !== 'notified'
  const subjects = next.items.filter(
    (item) => item.kind === 'decision' || item.kind === 'discussion',
  )
  const shown = subjects.length > 0 ? subjects : next.items
  return (
    <section
      className="panel tn"
      aria-label={t(next.isToday ? 'home.tonight' : 'home.nextOne')}
    >
      <RoomPlate room={next.room} size="large" />
      <div className="grow col tn-b">
        <div className="row wrap tn-t">
          <MeetingTag status={next.status} />
          <span className="ink2">
            {running ? null : next.isToday ? (
              <TimeLeft until={next.startsAt} now={now} />
            ) : (
              format.day(next.startsAt)
            )}
          </span>
        </div>
        <div className="row wrap tn-w">
          <b className="song">{format.time(next.startsAt)}</b>
          <span className="ink2">
            {t('home.number', {
              compound: language === 'en' ? next.compoundEn : next.compound,
              number: next.number ?? '',
              minutes: next.durationMinutes,
            })}
            <br />
            {next.venue}
          </span>
        </div>
        <ol className="tn-a">
          {shown.map((item, index) => (
            <li key={item.id} className="row">
              <b className="song">{ordinal(index)}</b>
              <span className="grow">{item.title}</span>
              <span className="muted sm">
                {t('home.itemMinutes', { minutes: item.minutes })}
                {item.kind === 'decision'
                  ? t(`terms:method.${item.method}`)
                  : t(`terms:itemKind.${item.kind}`)}
              </span>
            </li>
          ))}
        </ol>
        <Checks next={next} />
        <div className="row wrap tn-f">
          <LinkButton look="primary" to={`/meetings/${next.id}/console`} icon={IconPlayerPlay}>
            {t('home.console')}
          </LinkButton>
          <LinkButton look="line" to={`/desk/sessions/${next.id}`} icon={IconSend}>
            {t('home.overview')}
          </LinkButton>
        </div>
      </div>
      <Table next={next} />
    </section>
  )
}

function TimeLeft({ until, now }: { until: Date; now: Date }) {
  const { t } = useTranslation('desk')
  const minutes = Math.max(0, Math.round((until.getTime() - now.getTime()) / 60_000))
  const hours = Math.floor(minutes / 60)
  const parts = [
    hours > 0 ? t('home.hours', { count: hours }) : '',
    t('home.minutes', { count: minutes % 60 }),
  ].filter(Boolean)
  return <>{t('home.in', { when: parts.join(' ') })}</>
}

/** What is ready and what is not yet, in words and by icon. */
function Checks({ next }: { next: NextSession }) {
  const { t } = useTranslation(['desk', 'terms'])
  const quiet = next.sides.filter((side) => side.coming === 0)
  const open = next.tasks.all - next.tasks.done
  return (
    <div className="row wrap tn-c">
      <Check
        tone={next.opened === next.invited ? 't-tea' : 't-stone'}
        icon={next.opened === next.invited ? IconCircleCheck : IconCircleDashed}
      >
        {t('home.sent', { count: next.opened, of: next.invited })}
      </Check>
      <Check tone="t-tea" icon={IconCircleCheck}>
        {t('home.agendaLocked', { count: next.items.length })}
      </Check>
      <Check tone="t-tea" icon={IconCircleCheck}>
        {t('home.rulesLocked')}
      </Check>
      {quiet.length === 0 ? (
        <Check tone="t-tea" icon={IconCircleCheck}>
          {t('home.allAnswered')}
        </Check>
      ) : (
        <Check tone="t-amber" icon={IconAlertTriangle}>
          <b className="b">
            {t('home.noAnswer', {
              sides: quiet.map((side) => t(`terms:side.${side.side}`)).join(t('and')),
            })}
          </b>
        </Check>
      )}
      {next.tasks.all > 0 && (
        <Check
          tone={open === 0 ? 't-tea' : 't-stone'}
          icon={open === 0 ? IconCircleCheck : IconCircleDashed}
        >
          {t('home.lastTasks', { all: next.tasks.all, done: next.tasks.done, open })}
        </Check>
      )}
    </div>
  )
}

function Check({
  tone,
  icon,
  children,
}: {
  tone: string
  icon: IconDrawing
  children: ReactNode
}) {
  return (
    <span className={`chk ${tone}`}>
      <Icon of={icon} />
      {children}
    </span>
  )
}

function Table({ next }: { next: NextSession }) {
  const { t } = useTranslation(['desk', 'terms'])
  const coming = next.sides.reduce((sum, side) => sum + side.coming, 0)
  const words = next.sides.map(
    (side) => `${t(`terms:side.${side.side}`)} ${side.coming}/${side.invited}`,
  )
  return (
    <div className="rtc">
      <RoundTable
        size={190}
        sides={next.sides.map(({ side, coming: here, invited }) => ({
          side,
          here,
          expected: invited,
        }))}
        count={`${coming}/${next.invited}`}
        caption={t('home.coming')}
        summary={`${t('home.coming')}: ${words.join(', ')}`}
      />
      <div className="lgd">
        {next.sides.map((side, index) => (
          <span key={side.side} className="row tn-l">
            <Monogram side={side.side} size="small" away={side.coming === 0} />
            {words[index]}
          </span>
        ))}
      </div>
    </div>
  )
}
