import {
  IconAlertTriangle,
  IconCircleCheck,
  IconLink,
  IconLock,
  IconPhone,
  IconPrinter,
  IconQrcode,
  IconWorld,
} from '@tabler/icons-react'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { instantAt } from '#app/domain/calendar/local-date.ts'
import type { PlanView } from '#app/domain/sessions/plan-view.ts'
import { Icon, type IconDrawing } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { NoticePaper } from './notice-paper.tsx'
import { StepFoot } from './step-foot.tsx'

/** How people hear of it, what is locked by sending, and the notice itself. */
export function NoticeStep({ plan, today }: { plan: PlanView; today: string }) {
  const { t } = useTranslation('sessions')
  const calls = plan.invitees.filter((each) => each.needsCall).length
  const isPublic = plan.room !== 'talkroom'
  return (
    <div className="st st6">
      <div>
        {plan.problems.length > 0 && (
          <section className="panel pad2 plan-prob">
            <h2 className="song plan-h2">{t('notice.first')}</h2>
            <ul>
              {plan.problems.map((problem) => (
                <li key={`${problem.code}${problem.itemId ?? ''}`} className="row">
                  <Icon of={IconAlertTriangle} />
                  <span className="grow">
                    {t(`problem.${problem.code}`, { need: 0, have: 0, ...problem.figures })}
                    {problem.itemId !== undefined && (
                      <b className="b">
                        {plan.items.find((item) => item.id === problem.itemId)?.title}
                      </b>
                    )}
                  </span>
                  <Link className="il" to={`/desk/sessions/${plan.id}/plan/${problem.step}`}>
                    {t('notice.fix')}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section className="panel">
          <div className="row plan-ph">
            <h2 className="song">{t('notice.how')}</h2>
            <span className="end muted sm">
              {t('notice.toAll', { count: plan.invitees.length })}
            </span>
          </div>
          <Way icon={IconLink} what="link" count={plan.invitees.length} />
          {calls > 0 && <Way icon={IconPhone} what="call" count={calls} />}
          <Way icon={IconQrcode} what="slip" count={plan.invitees.length} />
          {isPublic && <Way icon={IconWorld} what="page" />}
        </section>
        <section className="panel pad2 plan-after">
          <h2 className="song plan-h2">{t('notice.afterwards')}</h2>
          <p className="chk t-stone">
            <Icon of={IconLock} />
            {t('notice.frozen')}
          </p>
          <p className="chk t-stone">
            <Icon of={IconPrinter} />
            {t('notice.slips')}
          </p>
          <p className="chk t-stone">
            <Icon of={IconCircleCheck} />
            {t('notice.moving')}
          </p>
        </section>
        {plan.problems.length > 0 && (
          <Note tone="amber" icon={IconAlertTriangle}>
            {t('notice.cannotSend')}
          </Note>
        )}
        <StepFoot step="notice" disabled={plan.problems.length > 0} />
      </div>
      <aside>
        <NoticePaper plan={plan} writtenOn={instantAt(today, '12:00')} />
      </aside>
    </div>
  )
}

function Way({
  icon,
  what,
  count,
}: {
  icon: IconDrawing
  what: 'link' | 'call' | 'slip' | 'page'
  count?: number
}) {
  const { t } = useTranslation('sessions')
  return (
    <div className="rl">
      <Icon of={icon} />
      <div className="grow">
        <b className="b">{t(`notice.way.${what}.title`)}</b>
        <p>{t(`notice.way.${what}.how`)}</p>
      </div>
      {count !== undefined && <span className="muted sm">{count}</span>}
    </div>
  )
}
