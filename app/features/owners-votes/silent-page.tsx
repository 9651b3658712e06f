import { Form, Link } from '@remix-run/react'
import { IconAlertTriangle, IconCircleCheck, IconPrinter } from '@tabler/icons-react'
import { useRef, type ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'
import {
  CONTACT_WAYS,
  type ContactKind,
  type ElectorContact,
} from '#app/domain/owners-vote/elector-contact.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { Table } from '#app/ui/table.tsx'
import { noon } from './noon.ts'
import { useRefusalWords } from './refusal-words.ts'
import { silentQuery } from './silent-query.ts'
import css from './owners-votes.module.css'

type Line = {
  electorId: string
  names: string
  doors: string
  held: boolean
  /** The elector's own link, to be sent to them alone; null where no phone votes are taken. */
  link: string | null
  contact: ElectorContact
}

type Props = {
  vote: { id: string; title: string; closesOn: string; compound: string }
  electors: Line[]
  total: number
  page: number
  pages: number
  building: string | null
  buildings: string[]
  /** What may still be written down. */
  kinds: ContactKind[]
  today: string
  done: { recorded: number; passedOver: number } | null
  refusal: string | null
}

/** Whom to remind: those who have not voted, and nobody else; and how far that has come. */
export function SilentPage({ vote, electors, total, refusal, done, ...list }: Props) {
  const { t } = useTranslation('owners-votes')
  const words = useRefusalWords()
  const messageOf = useMessage(vote)
  const { page, pages, building } = list
  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{t('silent.title', { count: total })}</h1>
          <p>{t('silent.lead')}</p>
        </div>
        <span className="grow" />
        {electors.length > 0 && list.kinds.includes('reminded') && (
          <LinkButton
            look="line"
            icon={IconPrinter}
            to={`/desk/owners-votes/${vote.id}/slips?${silentQuery(page, building)}`}
          >
            {t('silent.slips')}
          </LinkButton>
        )}
        <LinkButton look="line" to={`/desk/owners-votes/${vote.id}`}>
          {t('reading.back')}
        </LinkButton>
      </header>
      {refusal && (
        <Note tone="amber" icon={IconAlertTriangle} role="alert">
          {words(refusal)}
        </Note>
      )}
      {done && !refusal && (
        <Note tone="tea" icon={IconCircleCheck} role="status">
          {t('silent.recorded', { count: done.recorded })}{' '}
          {done.passedOver > 0 && t('silent.passedOver', { count: done.passedOver })}
        </Note>
      )}
      {list.buildings.length > 1 && (
        <Form method="get" className={`row wrap mt12 ${css.filter}`}>
          <SelectField
            name="building"
            label={t('silent.building')}
            defaultValue={building ?? ''}
            placeholder={t('silent.everyBuilding')}
            options={list.buildings.map((name) => ({ value: name, label: name }))}
          />
          <Button type="submit">{t('silent.show')}</Button>
        </Form>
      )}
      {electors.length === 0 ? (
        <section className="panel mt12">
          <EmptyState level={2} title={t('silent.nobody')} />
        </section>
      ) : (
        <ElectorsForm {...{ electors, total, messageOf }} {...list} />
      )}
      {pages > 1 && (
        <nav className="min-acts mt12" aria-label={t('silent.title', { count: total })}>
          {page > 1 && (
            <Link className="btn line sm" to={`?${silentQuery(page - 1, building)}`}>
              {t('silent.before')}
            </Link>
          )}
          {page < pages && (
            <Link className="btn line sm" to={`?${silentQuery(page + 1, building)}`}>
              {t('sheet.next')}
            </Link>
          )}
        </nav>
      )}
    </>
  )
}

function ElectorsForm({
  electors,
  total,
  kinds,
  today,
  messageOf,
}: Pick<Props, 'electors' | 'total' | 'kinds' | 'today'> & {
  messageOf: (line: Line) => string
}) {
  const { t } = useTranslation('owners-votes')
  const format = useFormat()
  const form = useRef<HTMLFormElement>(null)
  function pickAll({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const boxes = form.current?.querySelectorAll<HTMLInputElement>('input[name=elector]') ?? []
    for (const box of boxes) box.checked = currentTarget.checked
  }
  const writable = kinds.length > 0
  const notYet = <span className="muted">{t('silent.notYet')}</span>
  const reached = electors.filter(({ held }) => !held)
  return (
    <Form method="post" ref={form} preventScrollReset className={`mt12 ${css.stack}`}>
      <section className="panel">
        <Table
          caption={t('silent.title', { count: total })}
          captionHidden
          rows={electors}
          rowKey={({ electorId }) => electorId}
          columns={[
            ...(writable
              ? [
                  {
                    key: 'pick',
                    head: (
                      <input
                        type="checkbox"
                        className="ck js-only"
                        aria-label={t('silent.pickAll')}
                        onChange={pickAll}
                      />
                    ),
                    cell: ({ electorId }: Line) => (
                      <input
                        type="checkbox"
                        className="ck"
                        name="elector"
                        value={electorId}
                        aria-label={t('silent.pick', { number: electorId })}
                      />
                    ),
                  },
                ]
              : []),
            { key: 'number', head: t('papers.number'), cell: ({ electorId }) => electorId },
            { key: 'who', head: t('silent.who'), rowHead: true, cell: ({ names }) => names },
            { key: 'doors', head: t('papers.doors'), cell: ({ doors }) => doors },
            {
              key: 'served',
              head: t('silent.served'),
              cell: ({ contact: { served } }) =>
                served
                  ? t('silent.servedOn', {
                      day: format.shortDay(noon(served.on)),
                      way: t(`contactWay.${served.way}`),
                    })
                  : notYet,
            },
            {
              key: 'reminded',
              head: t('silent.reminded'),
              cell: ({ contact: { reminded } }) =>
                reminded
                  ? t('silent.remindedOn', {
                      count: reminded.times,
                      day: format.shortDay(reminded.last),
                      time: format.time(reminded.last),
                    })
                  : notYet,
            },
            {
              key: 'link',
              head: t('silent.link'),
              cell: (line) =>
                line.held ? (
                  t('silent.held')
                ) : (
                  <div className={css.ownLink}>
                    {line.link === null ? (
                      <span className="muted">{t('silent.noLink')}</span>
                    ) : (
                      <input
                        className="inp"
                        readOnly
                        value={line.link}
                        aria-label={`${t('silent.link')} ${line.electorId}`}
                      />
                    )}
                    <CopyButton
                      text={messageOf(line)}
                      label={t('silent.copy')}
                      done={t('silent.copied')}
                    />
                  </div>
                ),
            },
          ]}
        />
      </section>
      <CopyButton
        text={reached
          .map((line) =>
            [line.electorId, line.names, line.doors, messageOf(line)].map(inOneCell).join('\t'),
          )
          .join('\n')}
        label={t('silent.copyAll')}
        done={t('silent.copied')}
      />
      {writable && (
        <section className={`panel ${css.pad} ${css.record}`} aria-label={t('silent.record')}>
          <p className={`sm ink2 ${css.recordLead}`}>{t('silent.recordLead')}</p>
          <SelectField
            name="way"
            label={t('silent.way')}
            options={CONTACT_WAYS.map((way) => ({ value: way, label: t(`contactWay.${way}`) }))}
          />
          {kinds.includes('reminded') && (
            <Button type="submit" look="primary" name="do" value="reminded">
              {t('silent.markReminded')}
            </Button>
          )}
          <TextField
            type="date"
            name="doneOn"
            label={t('silent.doneOn')}
            defaultValue={today}
            max={today}
          />
          <Button type="submit" look="line" name="do" value="served">
            {t('silent.markServed')}
          </Button>
        </section>
      )}
    </Form>
  )
}

/** What is sent to one elector who has not voted. */
function useMessage({ title, compound, closesOn }: Props['vote']): (line: Line) => string {
  const { t } = useTranslation('owners-votes')
  const format = useFormat()
  const said = { compound, title, day: format.fullDay(noon(closesOn)) }
  return ({ link }) =>
    link === null ? t('silent.messagePaper', said) : t('silent.message', { ...said, link })
}

const inOneCell = (text: string) => text.replace(/[\t\r\n]+/g, ' ')
