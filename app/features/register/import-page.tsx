import { Form, Link, useNavigation } from '@remix-run/react'
import { IconCircleCheck, IconFileImport } from '@tabler/icons-react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import {
  NEEDED_FIELDS,
  REGISTER_FIELDS,
  type RegisterField,
} from '#app/domain/register/import-columns.ts'
import type { ImportProblem } from '#app/domain/register/import-problem.ts'
import type { OpenImport } from '#app/domain/register/import-view.ts'
import { percentDone, type ImportProgress } from '#app/domain/register/import-progress.ts'
import type { RegisterRefusalCode } from '#app/domain/register/refusal-code.ts'
import { columnLetter } from '#app/domain/register/sheet.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { Table } from '#app/ui/table.tsx'
import { RefusedNote } from './refused-note.tsx'
import { useApplyImport } from './use-apply-import.ts'
import css from './register.module.css'

type Props = {
  id: string
  compoundId: string
  fileName: string
  revision: number
  state: 'reading' | 'checked' | 'applied' | 'discarded'
  written: { added: number; changed: number; unchanged: number }
  open: OpenImport | null
  code: RegisterRefusalCode | null
}

/** A file on its way into the register: what it says, what is wrong with it, what it would change. */
export function ImportPage(props: Props) {
  const { compoundId, fileName, open, state, written, code } = props
  const { t } = useTranslation('register')
  return (
    <>
      <p className="sm muted">
        <Link to={`/desk/register?compound=${compoundId}`}>{t('back')}</Link>
      </p>
      <header className="dk-h">
        <div>
          <h1>{t('import.title')}</h1>
          <p>{fileName}</p>
        </div>
      </header>
      <div className={css.stack}>
        <RefusedNote code={code} />
        {open ? (
          <Open {...props} open={open} />
        ) : (
          <>
            <Note
              tone={state === 'applied' ? 'tea' : 'stone'}
              icon={IconCircleCheck}
              role="status"
            >
              {state === 'applied' ? t('import.applied', written) : t('import.discarded')}
            </Note>
            <p>
              <LinkButton
                icon={IconFileImport}
                to={`/desk/register/import?compound=${compoundId}`}
              >
                {t('import.another')}
              </LinkButton>
            </p>
          </>
        )}
      </div>
    </>
  )
}

function Open({ id, open, revision }: Props & { open: OpenImport }) {
  const { t } = useTranslation('register')
  const { number } = useFormat()
  const navigation = useNavigation()
  const writing = useApplyImport(id, open.rows)
  const sending = navigation.state === 'submitting' && navigation.formData?.get('intent')
  const { counts, problemCount, missingColumns } = open
  const isClean = problemCount === 0 && missingColumns.length === 0
  const writes = counts.added + counts.changed
  return (
    <>
      <section className={`panel ${css.pad}`} aria-live="polite">
        <p className={css.facts}>
          <b>{t('import.rows', { value: number(open.rows) })}</b>
          <span>{t('import.added', { value: number(counts.added) })}</span>
          <span>{t('import.changed', { value: number(counts.changed) })}</span>
          <span>{t('import.unchanged', { value: number(counts.unchanged) })}</span>
          {open.setAside > 0 && (
            <span>{t('import.setAsideCount', { value: number(open.setAside) })}</span>
          )}
        </p>
        <p style={{ marginBlock: 10 }} className={isClean ? undefined : css.missing}>
          {missingColumns.length > 0
            ? t('refusal.columns-missing')
            : isClean
              ? t('import.noProblems')
              : t('import.problems', { value: number(problemCount) })}
        </p>
        {open.newBuildings.length > 0 && (
          <p className="sm">
            {t('import.newBuildings', { names: open.newBuildings.join('、') })}
          </p>
        )}
        <RefusedNote code={writing.refused} />
        <Form
          method="post"
          className={css.line}
          style={{ marginTop: 14 }}
          onSubmit={(event) => {
            if (!isToWrite(event)) return
            // With a script it says how far it is; without one the form is sent as it stands.
            event.preventDefault()
            void writing.apply()
          }}
        >
          <input type="hidden" name="revision" value={revision} />
          <Button
            look="primary"
            type="submit"
            name="intent"
            value="apply"
            disabled={!isClean}
            busy={writing.progress !== null}
          >
            {t('import.apply')}
          </Button>
          {problemCount > 0 && (
            <Button
              type="submit"
              name="intent"
              value="set-aside"
              busy={sending === 'set-aside'}
            >
              {t('import.aside')}
            </Button>
          )}
          {open.setAside > 0 && (
            <Button
              look="ghost"
              type="submit"
              name="intent"
              value="take-back"
              busy={writing.progress !== null}
            >
              {t('import.asideBack')}
            </Button>
          )}
          <Button
            look="ghost"
            type="submit"
            name="intent"
            value="discard"
            busy={writing.progress !== null}
          >
            {t('import.discard')}
          </Button>
          <span role="status" className="sm muted">
            {writing.progress && t('import.applying', { value: number(writes) })}
          </span>
        </Form>
        {writing.progress && <WritingBar progress={writing.progress} />}
      </section>
      {problemCount > 0 && <Problems open={open} />}
      {open.notes.length > 0 && (
        <section className={`panel ${css.pad}`}>
          <h2>{t('import.notes')}</h2>
          <ul>
            {open.notes.map(({ code, count }) => (
              <li key={code} className="sm">
                {t('noteCount', { value: number(count), what: t(`note.${code}`) })}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Changes open={open} />
      <Columns open={open} revision={revision} />
    </>
  )
}

/** How much of the file is written, as it is. */
function WritingBar({ progress }: { progress: ImportProgress }) {
  const { t } = useTranslation('register')
  const percent = percentDone(progress)
  return (
    <div className={css.writing}>
      <div
        className="pg"
        role="progressbar"
        aria-label={t('import.apply')}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
      <span className="sm">{t('import.percent', { value: percent })}</span>
    </div>
  )
}

function isToWrite({ nativeEvent }: FormEvent): boolean {
  const pressed = (nativeEvent as SubmitEvent).submitter
  return pressed instanceof HTMLButtonElement && pressed.value === 'apply'
}

function Problems({ open }: { open: OpenImport }) {
  const { t } = useTranslation('register')
  const { problemPage: page, problemPages: pages } = open
  const cellOf = ({ line, field }: ImportProblem) => {
    const column = open.columns[field]
    return column === undefined ? String(line) : `${columnLetter(column)}${line}`
  }
  return (
    <section className="panel">
      <div className={css.pad}>
        <h2>{t('import.problemsHead')}</h2>
        <p className="sm muted">{t('import.problemsLead')}</p>
      </div>
      <Table
        caption={t('import.problemsHead')}
        captionHidden
        rows={open.problems}
        rowKey={({ line, field, code }) => `${line}-${field}-${code}`}
        columns={[
          {
            key: 'line',
            head: t('import.line'),
            number: true,
            wideOnly: true,
            cell: ({ line }) => line,
          },
          { key: 'cell', head: t('import.cell'), rowHead: true, cell: cellOf },
          { key: 'field', head: t('import.field'), cell: ({ field }) => t(`field.${field}`) },
          { key: 'found', head: t('import.says'), cell: ({ found }) => found },
          {
            key: 'what',
            head: t('import.what'),
            cell: ({ code, other }) =>
              other === undefined
                ? t(`problem.${code}`)
                : t('problemOther', { problem: t(`problem.${code}`), line: other }),
          },
        ]}
      />
      {pages > 1 && (
        <p className={`${css.pad} ${css.line}`}>
          {page > 1 && <Link to={`?problems=${page - 1}`}>{t('roll.previous')}</Link>}
          <span className="sm muted">{t('roll.page', { page, pages })}</span>
          {page < pages && <Link to={`?problems=${page + 1}`}>{t('roll.next')}</Link>}
        </p>
      )}
    </section>
  )
}

function Changes({ open: { changed, counts, notInFile } }: { open: OpenImport }) {
  const { t } = useTranslation('register')
  const { number } = useFormat()
  return (
    <>
      {changed.length > 0 && (
        <section className={`panel ${css.pad}`}>
          <h2>{t('import.changesHead')}</h2>
          <ul>
            {changed.map(({ door, changes }) => (
              <li key={door} className="sm">
                <b>{door}</b> {changes.map((each) => t(`change.${each}`)).join('、')}
              </li>
            ))}
          </ul>
          {counts.changed > changed.length && (
            <p className="sm muted">
              {t('import.more', { value: number(counts.changed - changed.length) })}
            </p>
          )}
        </section>
      )}
      {notInFile.count > 0 && (
        <section className={`panel ${css.pad}`}>
          <h2>{t('import.notInFile')}</h2>
          <p className="sm muted">{t('import.notInFileLead')}</p>
          <p className="sm">
            {notInFile.doors.join('、')}
            {notInFile.count > notInFile.doors.length &&
              ` ${t('import.more', { value: number(notInFile.count - notInFile.doors.length) })}`}
          </p>
        </section>
      )}
    </>
  )
}

function Columns({ open, revision }: { open: OpenImport; revision: number }) {
  const { t } = useTranslation('register')
  const needed: readonly RegisterField[] = NEEDED_FIELDS
  return (
    <section className={`panel ${css.pad}`}>
      <h2>{t('import.columns')}</h2>
      <p className="sm muted">{t('import.columnsHint')}</p>
      <Form method="post" key={revision}>
        <input type="hidden" name="revision" value={revision} />
        <div className={css.grid} style={{ marginBlock: 12, alignItems: 'end' }}>
          {REGISTER_FIELDS.map((field) => (
            <SelectField
              key={field}
              name={field}
              label={`${t(`field.${field}`)}${needed.includes(field) ? ' *' : ''}`}
              placeholder={t('import.noColumn')}
              defaultValue={
                open.columns[field] === undefined ? '' : String(open.columns[field])
              }
              options={open.header.map((name, column) => ({
                value: String(column),
                label: `${columnLetter(column)} ${name}`,
              }))}
            />
          ))}
        </div>
        <Button type="submit" name="intent" value="columns">
          {t('import.recheck')}
        </Button>
      </Form>
    </section>
  )
}
