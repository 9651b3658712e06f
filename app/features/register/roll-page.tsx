import { Form, Link } from '@remix-run/react'
import { IconExternalLink, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RegisterRefusalCode } from '#app/domain/register/refusal-code.ts'
import { isHeld, settledVoter } from '#app/domain/register/settled-voter.ts'
import type { RollElectorView, RollForStaff } from '#app/domain/register/roll-view.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Table } from '#app/ui/table.tsx'
import { RefusedNote } from './refused-note.tsx'
import { RollAdditions } from './roll-additions.tsx'
import { RollActions } from './roll-actions.tsx'
import { RollObjections } from './roll-objections.tsx'
import { RollProxies } from './roll-proxies.tsx'
import { RollSuspensions } from './roll-suspensions.tsx'
import { RollStateTag } from './roll-state-tag.tsx'
import css from './register.module.css'

type Props = {
  view: RollForStaff
  search: string
  held: boolean
  formKey: string
  code: RegisterRefusalCode | null
}

/** A roll on the desk: its sums, what can be done with it, its ballots, objections and proxies. */
export function RollPage({ view, search, held, formKey, code }: Props) {
  const { t } = useTranslation('register')
  const { number, day } = useFormat()
  const { roll } = view
  return (
    <>
      <p className="sm muted">
        <Link to={`/desk/register/rolls?compound=${roll.compoundId}`}>{t('rolls.title')}</Link>
      </p>
      <header className="dk-h">
        <div>
          <h1>{roll.title}</h1>
          <p className={css.line}>
            <RollStateTag state={roll.state} />
            {roll.publishedUntil !== null && (
              <span>{t('roll.until', { day: roll.publishedUntil })}</span>
            )}
            {roll.frozenAt !== null && (
              <span>
                {t('roll.frozenBy', { name: roll.frozenBy ?? '', day: day(roll.frozenAt) })}
              </span>
            )}
          </p>
        </div>
        <span className="grow" />
        {(roll.state === 'published' || roll.state === 'frozen') && (
          <LinkButton icon={IconExternalLink} to={`/rolls/${roll.id}`}>
            {t('roll.publicPage')}
          </LinkButton>
        )}
      </header>
      <div className={css.stack}>
        <RefusedNote code={code} />
        <section className={`panel ${css.pad}`}>
          <dl className={css.facts}>
            <Fact name={t('roll.heads')}>{number(roll.totalHeads)}</Fact>
            <Fact name={t('roll.area')}>{roll.totalArea}</Fact>
            <Fact name={t('roll.electors')}>{number(roll.electors)}</Fact>
            <Fact name={t('roll.units')}>{number(roll.units)}</Fact>
          </dl>
          {roll.hash !== null && (
            <p className={css.hash}>
              {t('roll.hash')} {roll.hash}
            </p>
          )}
          {roll.earlyReason !== null && (
            <p className="sm">{t('roll.early', { reason: roll.earlyReason })}</p>
          )}
          {view.waiting > 0 && (
            <p className={css.missing}>
              {t('roll.waiting', { value: number(view.waiting) })}{' '}
              <Link to="?held=1">{t('roll.waitingShow')}</Link>
            </p>
          )}
          <RollActions roll={roll} mayFreeze={view.mayFreeze} />
        </section>
        <RollAdditions view={view} />
        <Electors view={view} search={search} held={held} />
        {roll.state !== 'draft' && <RollObjections view={view} formKey={formKey} />}
        {roll.state === 'frozen' && <RollSuspensions view={view} formKey={formKey} />}
        {roll.state === 'frozen' && <RollProxies view={view} />}
      </div>
    </>
  )
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Electors({
  view,
  search,
  held,
}: {
  view: RollForStaff
  search: string
  held: boolean
}) {
  const { t } = useTranslation('register')
  const { page, pages, roll } = view
  const at = (to: number) =>
    `?${new URLSearchParams({ page: String(to), q: search, ...(held ? { held: '1' } : {}) }).toString()}`
  return (
    <section className="panel">
      <div className={css.pad}>
        <h2>{t('roll.electorsHead')}</h2>
        <Form method="get" className={css.row} role="search">
          <TextField name="q" type="search" label={t('roll.search')} defaultValue={search} />
          <Button type="submit" icon={IconSearch}>
            {t('find')}
          </Button>
          {(search !== '' || held) && (
            <LinkButton look="ghost" to="?">
              {t('clear')}
            </LinkButton>
          )}
        </Form>
      </div>
      <Table
        caption={t('roll.electorsHead')}
        captionHidden
        rows={view.electors}
        rowKey={({ electorId }) => electorId}
        columns={[
          {
            key: 'number',
            head: t('roll.number'),
            rowHead: true,
            number: true,
            cell: ({ electorId }) => electorId,
          },
          {
            key: 'owners',
            head: t('col.owners'),
            cell: ({ owners, developer, addedReason }) => (
              <>
                {developer ? t('roll.developer') : owners.map(({ name }) => name).join('、')}
                {addedReason !== null && (
                  <p className="sm muted">{t('added.line', { reason: addedReason })}</p>
                )}
              </>
            ),
          },
          {
            key: 'doors',
            head: t('roll.doors'),
            cell: ({ doors }) =>
              doors.length > 3
                ? `${doors.slice(0, 3).join('、')} ${t('import.more', { value: doors.length - 3 })}`
                : doors.join('、'),
          },
          { key: 'heads', head: t('col.heads'), number: true, cell: ({ heads }) => heads },
          { key: 'area', head: t('col.rollArea'), number: true, cell: ({ area }) => area },
          {
            key: 'voter',
            head: t('roll.voter'),
            cell: (elector) => (
              <Voter elector={elector} isFrozen={roll.state === 'frozen'} rollId={roll.id} />
            ),
          },
        ]}
      />
      {pages > 1 && (
        <p className={`${css.pad} ${css.line}`}>
          {page > 1 && <Link to={at(page - 1)}>{t('roll.previous')}</Link>}
          <span className="sm muted">{t('roll.page', { page, pages })}</span>
          {page < pages && <Link to={at(page + 1)}>{t('roll.next')}</Link>}
        </p>
      )}
    </section>
  )
}

function Voter({
  elector: { electorId, voter, owners, designation },
  isFrozen,
  rollId,
}: {
  elector: RollElectorView
  isFrozen: boolean
  rollId: string
}) {
  const { t } = useTranslation('register')
  const settled = settledVoter(voter, owners, designation)
  const name =
    'name' in settled
      ? settled.name
      : 'ownerId' in settled
        ? owners.find(({ ownerId }) => ownerId === settled.ownerId)?.name
        : undefined
  const held = isHeld(settled)
  if (held && isFrozen) {
    const actable = owners.filter(
      ({ ownerId }) => !('ownerId' in settled) || settled.ownerId === ownerId,
    )
    const someNeedAgent = actable.some(({ kind, agent }) => kind !== 'person' && !agent)
    return (
      <Form method="post" className={css.line}>
        <input type="hidden" name="electorId" value={electorId} />
        <SelectField
          name="ownerId"
          label={<span className="vh">{t('roll.designateWho')}</span>}
          options={actable.map((owner) => ({ value: owner.ownerId, label: owner.name }))}
        />
        {someNeedAgent && (
          <TextField
            name="agentName"
            label={t('roll.agentName')}
            required={actable.length === 1}
            maxLength={40}
          />
        )}
        <Button size="small" type="submit" name="intent" value="designate">
          {t('roll.designate')}
        </Button>
      </Form>
    )
  }
  return (
    <span className={held ? css.missing : undefined}>
      {name !== undefined && owners.length + Number('name' in settled) > 1 && `${name} `}
      <span className="sm muted">{t(`voter.${settled.as}`)}</span>{' '}
      {isFrozen && (
        <Link className="sm" to={`/desk/register/rolls/${rollId}/proxy?elector=${electorId}`}>
          {t('roll.proxy')}
        </Link>
      )}
    </span>
  )
}
