import { IconAlertTriangle, IconCircleCheck, IconPhone } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GUEST_ROLES, seatOf } from '#app/domain/invitations/propose-invitees.ts'
import type { SeatRole } from '#app/domain/meetings/meeting.ts'
import { sessionBodyOf } from '#app/domain/voting/convened-body.ts'
import type { RosterEntry } from '#app/domain/organisation/roster.ts'
import { SIDES, type Side } from '#app/domain/organisation/side.ts'
import { checkBalance, PARTIES, type BalanceFinding } from '#app/domain/sessions/balance.ts'
import type { PlanView } from '#app/domain/sessions/plan-view.ts'
import { classNames } from '#app/ui/class-names.ts'
import { SelectField } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import { Note } from '#app/ui/note.tsx'
import { RoundTable } from '#app/ui/round-table.tsx'
import { ruleOfPlan, thresholdsOfPlan } from './rule-of-plan.ts'
import { StepFoot } from './step-foot.tsx'

/** Who is asked to the table, by side; who leads, who writes. */
export function InviteesStep({ plan }: { plan: PlanView }) {
  const { t } = useTranslation(['sessions', 'terms'])
  const [asked, setAsked] = useState<ReadonlySet<string>>(() => askedBefore(plan))
  const [voting, setVoting] = useState<ReadonlySet<string>>(() => votingBefore(plan))
  const [chairId, setChairId] = useState(plan.chairId ?? '')
  const [recorderId, setRecorderId] = useState(plan.recorderId ?? '')
  const officers = new Set([chairId, recorderId])

  const roster = plan.roster
  const invitees = roster
    .filter((entry) => asked.has(entry.membershipId))
    .map(({ membershipId, personId, side }) => {
      const seat = seatOf(side, plan.room, sessionBodyOf(plan.body))
      return { ...seat, personId, canVote: seat.canVote && voting.has(membershipId) }
    })
  const rosterCount = Object.fromEntries(
    SIDES.map((side) => [side, roster.filter((entry) => entry.side === side).length]),
  )
  const officersFrom = roster
    .filter((entry) => officers.has(entry.personId))
    .map((entry) => entry.side)
  const { sides, findings: imbalances } = checkBalance({
    room: plan.room,
    invitees,
    items: plan.items,
    roster: rosterCount,
    officersFrom,
  })
  // A body meets by itself, and a county's own rule may do without: then no side is missing.
  const asksSides = plan.profile?.needsEverySide ?? true
  const findings = imbalances.filter(({ code }) => asksSides || code !== 'side-missing')
  const toggle = (set: (change: (now: ReadonlySet<string>) => ReadonlySet<string>) => void) => {
    return (id: string, on: boolean) =>
      set((now) => {
        const next = new Set(now)
        if (on) next.add(id)
        else next.delete(id)
        return next
      })
  }
  const rule = ruleOfPlan(plan, plan.rules.quorum)
  const needed = thresholdsOfPlan(rule, plan, invitees)
  const calls = roster.filter((each) => each.needsCall && asked.has(each.membershipId)).length
  return (
    <div className="st">
      <div>
        <section className="panel">
          <div className="row plan-ph">
            <h2 className="song">{t('invitees.title', { count: invitees.length })}</h2>
            <span className="muted sm">{t('invitees.proposed')}</span>
          </div>
          {SIDES.map((side) => (
            <SideRow
              key={side}
              side={side}
              plan={plan}
              entries={roster.filter((entry) => entry.side === side)}
              officers={officers}
              asked={asked}
              voting={voting}
              finding={findings.find(
                (each) => each.code === 'side-missing' && each.side === side,
              )}
              onAsk={toggle(setAsked)}
              onVote={toggle(setVoting)}
            />
          ))}
        </section>
        <section className="panel pad2 plan-off">
          <Officer
            name="chairId"
            label={t('invitees.chair')}
            hint={t('invitees.chairHint')}
            value={chairId}
            plan={plan}
            onChange={setChairId}
          />
          <Officer
            name="recorderId"
            label={t('invitees.recorder')}
            hint={t('invitees.recorderHint')}
            value={recorderId}
            plan={plan}
            onChange={setRecorderId}
          />
        </section>
        <StepFoot step="invitees" />
      </div>
      <aside className="col side">
        <section className="panel pad2 plan-rt">
          <RoundTable
            size={216}
            sides={sides.map(({ side, invited }) => ({
              side,
              here: invited,
              expected: invited,
            }))}
            count={invitees.length}
            caption={t('invitees.atTable')}
            summary={sides
              .filter((each) => each.invited > 0)
              .map((each) =>
                t('invitees.sideCount', {
                  side: t(`terms:side.${each.side}`),
                  count: each.invited,
                }),
              )
              .join(', ')}
          />
          {plan.room === 'council' && needed.invited > 0 && (
            <p className="sm ink2">
              {t(asksSides ? 'invitees.quorum' : 'invitees.enough', {
                count: needed.presentNeeded,
                share: t(rule.quorum?.strict ? 'rules.moreThan' : 'rules.atLeast', {
                  share: (rule.quorum?.share ?? plan.rules.quorum).join('/'),
                }),
              })}
            </p>
          )}
        </section>
        {findings.map((finding) => (
          <Finding
            key={`${finding.code}${'side' in finding ? finding.side : ''}`}
            of={finding}
          />
        ))}
        {chairId !== '' && chairId === recorderId && (
          <Note tone="amber" icon={IconAlertTriangle} role="status">
            {t('problem.chair-records')}
          </Note>
        )}
        {calls > 0 && (
          <Note tone="stone" icon={IconPhone}>
            {t('invitees.calls', { count: calls })}
          </Note>
        )}
      </aside>
    </div>
  )
}

/** The first line of the roster of everybody who is asked now. */
function askedBefore(plan: PlanView): Set<string> {
  return new Set(
    plan.invitees.flatMap((invitee) => {
      const lines = plan.roster.filter((entry) => entry.personId === invitee.personId)
      const line = lines.find((entry) => entry.side === invitee.side) ?? lines[0]
      return line ? [line.membershipId] : []
    }),
  )
}

function votingBefore(plan: PlanView): Set<string> {
  const asked = askedBefore(plan)
  return new Set(
    plan.roster
      .filter((entry) =>
        asked.has(entry.membershipId)
          ? plan.invitees.some((each) => each.personId === entry.personId && each.canVote)
          : seatOf(entry.side, plan.room, sessionBodyOf(plan.body)).canVote,
      )
      .map((entry) => entry.membershipId),
  )
}

function SideRow({
  side,
  plan,
  entries,
  officers,
  asked,
  voting,
  finding,
  onAsk,
  onVote,
}: {
  side: Side
  plan: PlanView
  entries: RosterEntry[]
  officers: ReadonlySet<string>
  asked: ReadonlySet<string>
  voting: ReadonlySet<string>
  finding: BalanceFinding | undefined
  onAsk: (id: string, on: boolean) => void
  onVote: (id: string, on: boolean) => void
}) {
  const { t } = useTranslation(['sessions', 'terms'])
  const count = entries.filter((entry) => asked.has(entry.membershipId)).length
  const { role, canVote: mayVote } = seatOf(side, plan.room, sessionBodyOf(plan.body))
  const lead = entries.filter((entry) => officers.has(entry.personId))
  return (
    <fieldset className="iv">
      <legend className="vh">{t(`terms:side.${side}`)}</legend>
      <span className="row iv-s" aria-hidden="true">
        <Monogram side={side} />
        <span className="b">
          {t(`terms:side.${side}`)}
          <span className="xs muted">{t('invitees.people', { count })}</span>
        </span>
      </span>
      <span className="row wrap iv-p">
        {entries.length === 0 && <span className="sm muted">{t('invitees.noRoster')}</span>}
        {entries.map((entry) =>
          officers.has(entry.personId) ? (
            <span key={entry.membershipId} className="pc lead">
              {entry.name}
              <small>
                {t(entry.personId === plan.chairId ? 'invitees.chair' : 'invitees.recorder')}
              </small>
            </span>
          ) : (
            <Person
              key={entry.membershipId}
              entry={entry}
              isAsked={asked.has(entry.membershipId)}
              isVoting={voting.has(entry.membershipId)}
              mayVote={mayVote}
              guestAs={
                role === 'delegate'
                  ? null
                  : (plan.invitees.find((each) => each.personId === entry.personId)?.role ??
                    role)
              }
              onAsk={onAsk}
              onVote={onVote}
            />
          ),
        )}
      </span>
      <SideState
        side={side}
        plan={plan}
        finding={finding}
        hasLead={lead.length > 0}
        count={count}
      />
    </fieldset>
  )
}

function SideState({
  side,
  plan,
  finding,
  hasLead,
  count,
}: {
  side: Side
  plan: PlanView
  finding: BalanceFinding | undefined
  hasLead: boolean
  count: number
}) {
  const { t } = useTranslation('sessions')
  if (finding) {
    return (
      <span className="chk t-amber">
        <Icon of={IconAlertTriangle} />
        {t('invitees.missing')}
      </span>
    )
  }
  if (!PARTIES.includes(side))
    return <span className="muted sm">{t('invitees.notCounted')}</span>
  if (count === 0 && !hasLead) {
    return plan.room === 'council' ? null : (
      <span className="muted sm">{t('invitees.notNeeded')}</span>
    )
  }
  return (
    <span className="chk t-tea">
      <Icon of={IconCircleCheck} />
      {count === 0 ? t('invitees.leads') : t('invitees.there')}
    </span>
  )
}

function Person({
  entry,
  isAsked,
  isVoting,
  mayVote,
  guestAs,
  onAsk,
  onVote,
}: {
  entry: RosterEntry
  isAsked: boolean
  isVoting: boolean
  mayVote: boolean
  /** As what they are asked, where their side has no part of its own. */
  guestAs: SeatRole | null
  onAsk: (id: string, on: boolean) => void
  onVote: (id: string, on: boolean) => void
}) {
  const { t } = useTranslation(['sessions', 'terms'])
  const { membershipId, name, title, building } = entry
  return (
    <span className={classNames('pc', isAsked && 'on')}>
      <label>
        <input
          type="checkbox"
          name="invite"
          value={membershipId}
          className="ck"
          checked={isAsked}
          onChange={(event) => onAsk(membershipId, event.target.checked)}
        />
        {name}
        <small>{building ?? title}</small>
        {entry.needsCall && <Icon of={IconPhone} label={t('invitees.needsCall')} />}
      </label>
      {mayVote && (
        <label className="pc-v" title={t('invitees.voteOf', { name })}>
          <input
            type="checkbox"
            name="vote"
            value={membershipId}
            className="ck"
            checked={isVoting}
            onChange={(event) => onVote(membershipId, event.target.checked)}
            aria-label={t('invitees.voteOf', { name })}
          />
          <span aria-hidden="true">{t('invitees.vote')}</span>
        </label>
      )}
      {guestAs !== null && (
        <select
          name={`as.${membershipId}`}
          className="pc-as"
          defaultValue={guestAs}
          aria-label={t('invitees.asOf', { name })}
        >
          {GUEST_ROLES.map((role) => (
            <option key={role} value={role}>
              {t(`terms:seatRole.${role}`)}
            </option>
          ))}
        </select>
      )}
    </span>
  )
}

function Officer({
  name,
  label,
  hint,
  value,
  plan,
  onChange,
}: {
  name: string
  label: string
  hint: string
  value: string
  plan: PlanView
  onChange: (value: string) => void
}) {
  const { t } = useTranslation('sessions')
  return (
    <SelectField
      name={name}
      label={label}
      hint={hint}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      placeholder={t('invitees.choose')}
      options={plan.officers.map((officer) => ({
        value: officer.personId,
        label: officer.title ? `${officer.name} · ${officer.title}` : officer.name,
      }))}
    />
  )
}

function Finding({ of }: { of: BalanceFinding }) {
  const { t } = useTranslation(['sessions', 'terms'])
  const words =
    of.code === 'side-missing'
      ? t(of.onRoster > 0 ? 'balance.side-missing' : 'balance.side-absent', {
          side: t(`terms:side.${of.side}`),
        })
      : of.code === 'property-judges-itself'
        ? t('balance.property-judges-itself', { count: of.count })
        : t('balance.residents-outnumbered', { residents: of.residents, others: of.others })
  return (
    <Note tone="amber" icon={IconAlertTriangle} role="status">
      {words}
    </Note>
  )
}
