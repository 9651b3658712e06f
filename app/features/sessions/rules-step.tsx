import {
  IconAlertTriangle,
  IconBell,
  IconClockStop,
  IconEye,
  IconEyeOff,
  IconGavel,
  IconHandStop,
  IconInbox,
  IconInfoCircle,
  IconMessageReply,
  IconScale,
  IconStopwatch,
  IconUser,
  IconUserCheck,
  IconUsers,
} from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanView } from '#app/domain/sessions/plan-view.ts'
import { citation } from '#app/domain/voting/citation.ts'
import { sessionBodyOf } from '#app/domain/voting/convened-body.ts'
import { useRuleName } from '#app/features/rules/use-rule-name.ts'
import { Icon, type IconDrawing } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { QUORUMS } from './plan-form.ts'
import { ruleOfPlan, thresholdsOfPlan } from './rule-of-plan.ts'
import { StepFoot } from './step-foot.tsx'

type Share = keyof typeof QUORUMS

/** How people speak and vote at this session. Frozen with the notice. */
export function RulesStep({ plan }: { plan: PlanView }) {
  const { t } = useTranslation(['sessions', 'terms'])
  const { rules } = plan
  const [share, setShare] = useState<Share>(
    () => SHARES.find((each) => each === rules.quorum.join('/')) ?? '2/3',
  )
  const consults = sessionBodyOf(plan.body) === 'deliberation'
  const ruleName = useRuleName()
  const asksSides = plan.profile?.needsEverySide ?? true
  const decisions = plan.items.filter((item) => item.kind === 'decision')
  // A body’s quorum is its law’s; only a consultation chooses one, and not below its county’s.
  const rule = ruleOfPlan(plan, QUORUMS[share])
  const worked = thresholdsOfPlan(rule, plan, plan.invitees)
  return (
    <div className="st">
      <div>
        <section className="panel">
          <div className="row plan-ph">
            <h2 className="song">{t('rules.title', { version: rules.version })}</h2>
            <span className="end muted sm">{t('rules.locked')}</span>
          </div>
          <Rule icon={IconStopwatch} what="turns">
            <Pick
              name="turnSeconds"
              label={t('rules.turnSeconds')}
              value={rules.turnSeconds}
              options={[60, 120, 180, 240, 300].map((seconds) => ({
                value: seconds,
                label: t('rules.minutes', { count: seconds / 60 }),
              }))}
            />
            <Pick
              name="turnsPerItem"
              label={t('rules.turnsPerItem')}
              value={rules.turnsPerItem}
              options={[1, 2, 3, 4].map((count) => ({
                value: count,
                label: t('rules.times', { count }),
              }))}
            />
          </Rule>
          <Rule icon={IconBell} what="bell">
            <Pick
              name="warnSeconds"
              label={t('rules.warnSeconds')}
              value={rules.warnSeconds}
              options={[15, 30, 60].map((count) => ({
                value: count,
                label: t('rules.seconds', { count }),
              }))}
            />
          </Rule>
          <Rule icon={IconClockStop} what="hardStop">
            <Switch name="hardStop" what="hardStop" on={rules.hardStop} />
          </Rule>
          <Rule icon={IconHandStop} what="stance">
            <Switch name="stanceFirst" what="stance" on={rules.stanceFirst} />
          </Rule>
          <Rule icon={IconUser} what="neverSpoken">
            <Switch name="neverSpokenFirst" what="neverSpoken" on={rules.neverSpokenFirst} />
          </Rule>
          <Rule icon={IconUsers} what="order">
            <Switch name="alternateSides" what="order" on={rules.alternateSides} />
          </Rule>
          <Rule icon={IconMessageReply} what="reply">
            <Switch name="rightOfReply" what="reply" on={rules.rightOfReply} />
          </Rule>
          <Rule icon={IconGavel} what="pointOfOrder">
            <Switch name="pointOfOrder" what="pointOfOrder" on={rules.pointOfOrder} />
          </Rule>
          <Rule icon={IconStopwatch} what="shortTurn">
            <Pick
              name="shortTurnSeconds"
              label={t('rules.rule.shortTurn.title')}
              value={rules.shortTurnSeconds}
              options={[30, 60, 90].map((count) => ({
                value: count,
                label: t('rules.seconds', { count }),
              }))}
            />
          </Rule>
          <Rule icon={IconAlertTriangle} what="warnings">
            <Pick
              name="warnings"
              label={t('rules.rule.warnings.title')}
              value={rules.warnings}
              options={[0, 2, 3, 4].map((count) => ({
                value: count,
                label: count === 0 ? t('rules.off') : t('rules.times', { count }),
              }))}
            />
          </Rule>
          <Rule icon={IconEye} what="conflict">
            <Switch name="conflictMaySpeak" what="conflict" on={rules.conflictMaySpeak} />
          </Rule>
          <Rule icon={IconScale} what="lastCall" />
          <Rule icon={IconUserCheck} what={asksSides ? 'quorum' : 'quorumAlone'}>
            <select
              className="inp plan-sel"
              name="quorum"
              value={share}
              aria-label={t('rules.quorumShare')}
              onChange={(event) =>
                setShare(SHARES.find((each) => each === event.target.value) ?? '2/3')
              }
            >
              {SHARES.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </select>
          </Rule>
          {rule.pass.of === 'present' &&
          rule.pass.strict &&
          rule.pass.share.join('/') === '1/2' ? (
            <Rule icon={IconInbox} what="pass" />
          ) : (
            <div className="rl">
              <Icon of={IconInbox} />
              <div className="grow">
                <b className="b">
                  {t(`rules.passIs.${rule.pass.of}`, {
                    bar: t(rule.pass.strict ? 'rules.moreThan' : 'rules.atLeast', {
                      share: rule.pass.share.join('/'),
                    }),
                  })}
                </b>
                <p>{t('rules.passIsWhy')}</p>
              </div>
            </div>
          )}
          {decisions.map((item) => (
            <div className="rl" key={item.id}>
              <Icon of={IconEyeOff} />
              <label className="grow plan-sec" htmlFor={`secret-${item.id}`}>
                <b className="b">{t('rules.secret', { title: item.title })}</b>
                <span>{t('rules.secretWhy')}</span>
              </label>
              <input
                type="checkbox"
                id={`secret-${item.id}`}
                name="secret"
                value={item.id}
                defaultChecked={item.secrecy === 'secret'}
                className="sw"
                role="switch"
              />
            </div>
          ))}
        </section>
        <StepFoot step="rules" />
      </div>
      <aside className="col side">
        <section className="panel pad2">
          <h2 className="song plan-h2">{t('rules.worked')}</h2>
          <dl className="dl">
            <dt>{t('rules.invited')}</dt>
            <dd>{t('rules.people', { count: worked.invited })}</dd>
            <dt>{t('rules.presentNeeded')}</dt>
            <dd>{t('rules.people', { count: worked.presentNeeded })}</dd>
            <dt>{t('rules.voters')}</dt>
            <dd>{t('rules.people', { count: worked.voters })}</dd>
            {worked.rows.map((row) => (
              <WorkedRow key={row.present} {...row} />
            ))}
          </dl>
          <p className="xs muted">{t('rules.workedNote')}</p>
        </section>
        {plan.profile && (!consults || plan.profile.name) && (
          <Note tone="dai" icon={IconScale}>
            {t(consults ? 'rules.namedBasis' : 'rules.basis', {
              body: ruleName({ id: plan.body, name: plan.profile.name }),
              basis: citation(plan.profile.legalBasis),
            })}
          </Note>
        )}
        <Note tone="stone" icon={IconInfoCircle}>
          {t('rules.note')}
        </Note>
      </aside>
    </div>
  )
}

const SHARES: readonly Share[] = ['1/2', '2/3', '3/4']

function WorkedRow({ present, yesNeeded }: { present: number; yesNeeded: number }) {
  const { t } = useTranslation('sessions')
  return (
    <>
      <dt>{t('rules.whenVoters', { count: present })}</dt>
      <dd>{t('rules.yesNeeded', { count: yesNeeded })}</dd>
    </>
  )
}

type RuleName =
  | 'turns'
  | 'bell'
  | 'hardStop'
  | 'stance'
  | 'neverSpoken'
  | 'order'
  | 'reply'
  | 'pointOfOrder'
  | 'shortTurn'
  | 'warnings'
  | 'conflict'
  | 'lastCall'
  | 'quorum'
  | 'quorumAlone'
  | 'pass'

function Switch({ name, what, on }: { name: string; what: RuleName; on: boolean }) {
  const { t } = useTranslation('sessions')
  return (
    <input
      type="checkbox"
      name={name}
      defaultChecked={on}
      className="sw"
      role="switch"
      aria-label={t(`rules.rule.${what}.title`)}
    />
  )
}

function Rule({
  icon,
  what,
  children,
}: {
  icon: IconDrawing
  what: RuleName
  children?: ReactNode
}) {
  const { t } = useTranslation('sessions')
  return (
    <div className="rl">
      <Icon of={icon} />
      <div className="grow">
        <b className="b">{t(`rules.rule.${what}.title`)}</b>
        <p>{t(`rules.rule.${what}.why`)}</p>
      </div>
      {children}
    </div>
  )
}

function Pick({
  name,
  label,
  value,
  options,
}: {
  name: string
  label: string
  value: number
  options: { value: number; label: string }[]
}) {
  const known = options.some((option) => option.value === value)
  return (
    <select className="inp plan-sel" name={name} defaultValue={value} aria-label={label}>
      {!known && <option value={value}>{value}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
