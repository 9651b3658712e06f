import { useTranslation } from 'react-i18next'
import { CONTACTS_BEFORE_CLOSING } from '#app/domain/matters/decide-matter.ts'
import type { DeskMatter } from '#app/domain/matters/matter-view.ts'
import { LinkButton } from '#app/ui/button.tsx'
import css from './matters.module.css'

export const DESK_ACTS = [
  'screen',
  'assign',
  'refer',
  'progress',
  'note',
  'visit',
  'unreached',
  'reopen',
] as const
export type DeskAct = (typeof DESK_ACTS)[number]

type Stage = Pick<DeskMatter, 'status' | 'failedContacts' | 'mayHandle'>

/** What the desk can do with a matter where it stands; the first is the next step. */
export function actsFor({ status, failedContacts, mayHandle }: Stage): DeskAct[] {
  if (!mayHandle) return []
  switch (status) {
    case 'submitted':
    case 'screening':
      return ['screen', 'note']
    case 'accepted':
    case 'scheduled':
      return ['assign', 'note']
    case 'deliberated':
      return ['assign', 'refer', 'note']
    case 'in-progress':
    case 'reopened':
      return ['progress', 'note', 'assign']
    case 'reported-done':
    case 'return-visit':
      return failedContacts >= CONTACTS_BEFORE_CLOSING
        ? ['visit', 'unreached', 'note']
        : ['visit', 'note', 'assign']
    case 'closed':
      return ['note', 'reopen']
    case 'merged':
    case 'referred':
    case 'rejected':
      return ['note']
  }
}

/** The buttons on top: each opens its form. */
export function DeskActs({ matter, act }: { matter: DeskMatter; act: DeskAct | null }) {
  const { t } = useTranslation('matters')
  const acts = actsFor(matter)
  return (
    <div className={css.acts}>
      {acts.map((name, index) => (
        <LinkButton
          key={name}
          look={index === 0 && act === null ? 'primary' : 'line'}
          to={`/desk/matters/${matter.id}?do=${name}`}
          preventScrollReset
          aria-current={name === act ? 'true' : undefined}
        >
          {name === 'assign' && matter.tasks.length > 0
            ? t('act.assignMore')
            : t(`act.${name}`)}
        </LinkButton>
      ))}
    </div>
  )
}
