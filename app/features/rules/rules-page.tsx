import { Form } from '@remix-run/react'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { citation } from '#app/domain/voting/citation.ts'
import { isLocalProfileId, kinOf } from '#app/domain/voting/rule-profile-id.ts'
import type { RuleProfile } from '#app/domain/voting/rule-profiles.ts'
import type { NewLocalRuleRefusal } from '#app/domain/voting/new-local-profile.ts'
import type { PassTest, QuorumTest } from '#app/domain/voting/rule.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { Table } from '#app/ui/table.tsx'
import css from '#app/features/owners-votes/owners-votes.module.css'
import { NewRuleForm } from './new-rule-form.tsx'
import { LawfulField, TextFields } from './text-fields.tsx'
import { useRuleName } from './use-rule-name.ts'
import { useShareBars } from './use-share-bars.ts'

/** Every reason the page gives, with its status. */
export const RULES_STATUS = {
  'no-such-profile': 404,
  'no-such-rule': 404,
  'rule-source-missing': 400,
  'rule-date': 400,
  'rule-share': 400,
  'rule-below-the-law': 422,
  'rule-notice': 400,
  'rule-in-use': 409,
  'rule-twice': 409,
  'no-county-code': 409,
  'rule-name': 400,
  'rule-name-resolves': 422,
  'rule-topic': 422,
  'rule-topics-missing': 400,
  'rule-topic-taken': 409,
  'rule-sides-or-reps': 422,
  'rule-scope': 400,
} as const satisfies Record<NewLocalRuleRefusal['code'], number> & Record<string, number>

export type RuleRefusalCode = keyof typeof RULES_STATUS

type Props = {
  today: string
  national: readonly { profile: RuleProfile; inForce: boolean }[]
  local: readonly { profile: RuleProfile; createdBy: string; used: boolean; inForce: boolean }[]
  typed: Partial<Record<string, string>>
  /** Boxes of several that were ticked. */
  ticked: { topics: readonly string[]; scopes: readonly string[] }
  refusal: RuleRefusalCode | null
  saved: boolean
}

/** Which rule holds here: the law's, and what the county has written down beside it. */
export function RulesPage({ today, national, local, typed, ticked, refusal, saved }: Props) {
  const { t } = useTranslation('rules')
  // Once one is written down its form begins anew.
  const written = local.map(({ profile: { id, version } }) => `${id}-${version}`).join(' ')
  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{t('title')}</h1>
          <p>{t('lead')}</p>
        </div>
      </header>
      {refusal && typed['do'] === 'remove' && <Refused code={refusal} />}
      {saved && !refusal && (
        <Note tone="tea" icon={IconCircleCheck} role="status">
          {t('saved')}
        </Note>
      )}
      <div className={`${css.stack} mt12`}>
        <section className="panel">
          <div className={css.pad}>
            <h2>{t('local')}</h2>
          </div>
          {local.length === 0 ? (
            <EmptyState level={3} title={t('none')}>
              {t('noneHint')}
            </EmptyState>
          ) : (
            <RuleTable rows={local} caption={t('local')} />
          )}
        </section>
        <Writing
          title={t('add')}
          isOpen={refusal !== null && typed['do'] === 'add'}
          key={written}
        >
          <Note tone="stone" icon={IconInfoCircle}>
            {t('addLead')}
          </Note>
          <AddForm
            national={national}
            local={local}
            today={today}
            typed={typed['do'] === 'add' ? typed : {}}
            refused={refusal && typed['do'] === 'add' && <Refused code={refusal} />}
          />
        </Writing>
        <Writing
          title={t('new.title')}
          isOpen={refusal !== null && typed['do'] === 'add-new'}
          key={`new ${written}`}
        >
          <p className="sm ink2">{t('new.lead')}</p>
          <NewRuleForm
            national={national.map(({ profile }) => profile)}
            today={today}
            typed={typed['do'] === 'add-new' ? typed : {}}
            refused={refusal && typed['do'] === 'add-new' && <Refused code={refusal} />}
            {...ticked}
          />
        </Writing>
        <section className="panel">
          <div className={css.pad}>
            <h2>{t('national')}</h2>
          </div>
          <RuleTable rows={national} caption={t('national')} />
        </section>
      </div>
    </>
  )
}

function Refused({ code }: { code: RuleRefusalCode }) {
  const { t } = useTranslation('rules')
  return (
    <Note tone="amber" icon={IconAlertTriangle} role="alert">
      {t(`refused.${code}`)}
    </Note>
  )
}

/** A form that is opened to write with; the rules there are come first. */
function Writing({
  title,
  isOpen,
  children,
}: {
  title: string
  isOpen: boolean
  children: ReactNode
}) {
  return (
    <details className={`panel ${css.pad}`} open={isOpen || undefined}>
      <summary className={css.writing}>
        <h2>{title}</h2>
      </summary>
      {children}
    </details>
  )
}

type Row = { profile: RuleProfile; inForce: boolean; used?: boolean; createdBy?: string }

function RuleTable({ rows, caption }: { rows: readonly Row[]; caption: string }) {
  const { t } = useTranslation('rules')
  const { t: term } = useTranslation('terms')
  const ruleName = useRuleName()
  return (
    <Table
      caption={caption}
      captionHidden
      cards
      rows={rows}
      rowKey={({ profile }) => `${profile.id}-${profile.region}-${profile.version}`}
      columns={[
        {
          key: 'body',
          head: t('who'),
          rowHead: true,
          cell: ({ profile }) => (
            <>
              {ruleName(profile)}
              <p className="sm muted">
                {isLocalProfileId(profile.id)
                  ? t('like', { name: ruleName({ id: kinOf(profile.id) ?? profile.id }) })
                  : term(`body.${profile.body}`)}
                {' · '}
                {t('version', { version: profile.version })}
              </p>
              {isLocalProfileId(profile.id) && profile.topicTypes.length > 0 && (
                <p className="sm muted">
                  {t('topics', {
                    list: profile.topicTypes
                      .map((topic) => term(`topicType.${topic}`))
                      .join(t('join')),
                  })}
                </p>
              )}
            </>
          ),
        },
        { key: 'bars', head: t('bars'), cell: ({ profile }) => <Bars profile={profile} /> },
        {
          key: 'basis',
          head: t('basis'),
          cell: ({ profile: { legalBasis } }) => (
            <span lang="zh-CN">{citation(legalBasis)}</span>
          ),
        },
        {
          key: 'from',
          head: t('from'),
          cell: ({ profile, inForce, used, createdBy }) => (
            <>
              <span className="nowrap">{profile.effectiveFrom}</span>
              <p className="sm muted">{t(inForce ? 'inForce' : 'notInForce')}</p>
              {createdBy !== undefined &&
                (used ? (
                  <p className="sm muted">{t('used')}</p>
                ) : (
                  <Form method="post">
                    <input type="hidden" name="do" value="remove" />
                    <input type="hidden" name="profileId" value={profile.id} />
                    <input type="hidden" name="version" value={profile.version} />
                    <Button type="submit" size="small" look="line">
                      {t('remove')}
                    </Button>
                  </Form>
                ))}
            </>
          ),
        },
      ]}
    />
  )
}

function Bars({ profile }: { profile: RuleProfile }) {
  const { rule, noticeDays, ownSystemLawful, needsPartyReview, needsEverySide, repsShare } =
    profile
  const { inPersonOnly } = profile
  const { t } = useTranslation('rules')
  const bar = ({ share: [n, d], strict }: QuorumTest | PassTest) =>
    n === d ? t('everybody') : t(strict ? 'moreThan' : 'atLeast', { share: `${n}/${d}` })
  return (
    <>
      {rule.quorum && (
        <p>
          {t(`quorum.${rule.quorum.count === 'present' ? 'present' : 'participating'}`, {
            bar: bar(rule.quorum),
          })}
        </p>
      )}
      <p>{t(`pass.${rule.pass.of}`, { bar: bar(rule.pass) })}</p>
      <p className="sm muted">
        {[
          noticeDays === null ? null : t('notice', { days: noticeDays }),
          needsPartyReview ? t('party') : null,
          needsEverySide ? t('sides') : null,
          inPersonOnly ? t('inPerson') : null,
          repsShare ? t('reps', { share: repsShare.join('/') }) : null,
          ownSystemLawful ? t('binding') : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}

function AddForm({
  national,
  local,
  today,
  typed,
  refused,
}: Pick<Props, 'national' | 'local' | 'today' | 'typed'> & { refused: ReactNode }) {
  const { t } = useTranslation('rules')
  const ruleName = useRuleName()
  const bars = useShareBars()
  const rules = [...national, ...local].map(({ profile }) => profile)
  const named = rules.filter(
    ({ id }, index) => rules.findIndex((each) => each.id === id) === index,
  )
  return (
    <Form method="post" className={`${css.fields} mt12`}>
      <input type="hidden" name="do" value="add" />
      <SelectField
        name="profileId"
        label={t('which')}
        defaultValue={typed['profileId'] ?? 'owners-general'}
        options={named.map((rule) => ({ value: rule.id, label: ruleName(rule) }))}
      />
      <SelectField
        name="quorum"
        label={t('quorumBar')}
        defaultValue={typed['quorum'] ?? ''}
        options={[{ value: '', label: t('asTheLaw') }, ...bars]}
      />
      <SelectField
        name="pass"
        label={t('passBar')}
        defaultValue={typed['pass'] ?? ''}
        options={[{ value: '', label: t('asTheLaw') }, ...bars]}
      />
      <TextFields today={today} typed={typed} />
      <LawfulField typed={typed} />
      <div className={css.wide}>
        {refused && <div style={{ marginBottom: 12 }}>{refused}</div>}
        <Button type="submit" look="primary">
          {t('save')}
        </Button>
      </div>
    </Form>
  )
}
