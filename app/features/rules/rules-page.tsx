import { Form } from '@remix-run/react'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { citation } from '#app/domain/voting/citation.ts'
import type { RuleProfileId } from '#app/domain/voting/rule-profile-id.ts'
import type { RuleProfile } from '#app/domain/voting/rule-profiles.ts'
import type { LocalRuleRefusal } from '#app/domain/voting/local-profile.ts'
import type { PassTest, QuorumTest } from '#app/domain/voting/rule.ts'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice-field.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { Table } from '#app/ui/table.tsx'
import css from '#app/features/owners-votes/owners-votes.module.css'

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
} as const satisfies Record<LocalRuleRefusal['code'], number> & Record<string, number>

export type RuleRefusalCode = keyof typeof RULES_STATUS

type Props = {
  today: string
  national: readonly { profile: RuleProfile; inForce: boolean }[]
  local: readonly { profile: RuleProfile; createdBy: string; used: boolean; inForce: boolean }[]
  typed: Partial<Record<string, string>>
  refusal: RuleRefusalCode | null
  saved: boolean
}

/** Which rule holds here: the law's, and what the county has written down beside it. */
export function RulesPage({ today, national, local, typed, refusal, saved }: Props) {
  const { t } = useTranslation('rules')
  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{t('title')}</h1>
          <p>{t('lead')}</p>
        </div>
      </header>
      {refusal && (
        <Note tone="amber" icon={IconAlertTriangle} role="alert">
          {t(`refused.${refusal}`)}
        </Note>
      )}
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
        <section className={`panel ${css.pad}`}>
          <h2>{t('add')}</h2>
          <Note tone="stone" icon={IconInfoCircle}>
            {t('addLead')}
          </Note>
          <AddForm national={national} today={today} typed={typed} />
        </section>
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

type Row = { profile: RuleProfile; inForce: boolean; used?: boolean; createdBy?: string }

function RuleTable({ rows, caption }: { rows: readonly Row[]; caption: string }) {
  const { t } = useTranslation('rules')
  const { t: term } = useTranslation('terms')
  return (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ profile }) => `${profile.id}-${profile.region}-${profile.version}`}
      columns={[
        {
          key: 'body',
          head: t('who'),
          rowHead: true,
          cell: ({ profile }) => (
            <>
              {t(`profile.${nameOf(profile.id)}`)}
              <p className="sm muted">
                {term(`body.${profile.body}`)} · {t('version', { version: profile.version })}
              </p>
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
              {profile.effectiveFrom}
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

function Bars({ profile: { rule, noticeDays, ownSystemLawful } }: { profile: RuleProfile }) {
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
          ownSystemLawful ? t('binding') : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}

function AddForm({ national, today, typed }: Pick<Props, 'national' | 'today' | 'typed'>) {
  const { t } = useTranslation('rules')
  const shares = ['1/2', '3/5', '2/3', '3/4', '4/5', '9/10', '1/1']
  const bars = shares.flatMap((share) => [
    { value: share, label: share === '1/1' ? t('everybody') : t('atLeast', { share }) },
    ...(share === '1/1' ? [] : [{ value: `>${share}`, label: t('moreThan', { share }) }]),
  ])
  return (
    <Form method="post" className={`${css.fields} mt12`}>
      <input type="hidden" name="do" value="add" />
      <SelectField
        name="profileId"
        label={t('which')}
        defaultValue={typed['profileId'] ?? 'owners-general'}
        options={national.map(({ profile: { id } }) => ({
          value: id,
          label: t(`profile.${nameOf(id)}`),
        }))}
      />
      <TextField
        type="date"
        name="effectiveFrom"
        label={t('from')}
        hint={t('fromHint')}
        min={today}
        required
        defaultValue={typed['effectiveFrom']}
      />
      <TextField
        name="title"
        label={t('text')}
        hint={t('textHint')}
        required
        maxLength={80}
        defaultValue={typed['title']}
      />
      <TextField
        name="article"
        label={t('article')}
        maxLength={20}
        defaultValue={typed['article']}
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
      <TextField
        type="number"
        name="noticeDays"
        label={t('noticeDays')}
        hint={t('noticeHint')}
        min={1}
        max={60}
        defaultValue={typed['noticeDays']}
      />
      <div className={css.wide}>
        <Checkbox
          name="ownSystemLawful"
          label={t('lawful')}
          note={t('lawfulNote')}
          defaultChecked={typed['ownSystemLawful'] === 'on'}
        />
      </div>
      <div className={css.wide}>
        <Button type="submit" look="primary">
          {t('save')}
        </Button>
      </div>
    </Form>
  )
}

const NAMES = [
  'deliberation',
  'residents-meeting',
  'residents-reps-meeting',
  'residents-committee-election-by-reps',
  'owners-general',
  'owners-special',
  'owners-committee',
  'unanimous-interested',
  'party-meeting',
  'village-meeting-adults',
  'village-meeting-households',
  'village-reps-meeting',
] as const satisfies readonly RuleProfileId[]

/** A profile whose id the product does not know is none that this page can have made. */
function nameOf(id: string): RuleProfileId {
  return NAMES.find((name) => name === id) ?? 'owners-general'
}
