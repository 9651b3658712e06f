import {
  IconCheck,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconCopy,
  IconPhone,
  IconUsers,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SIDES } from '#app/domain/organisation/side.ts'
import type { InvitedPerson, SessionView } from '#app/domain/sessions/session-view.ts'
import { Icon, type IconDrawing } from '#app/ui/icon.tsx'
import { Monogram } from '#app/ui/monogram.tsx'

/** Everybody who was asked, by side: what they answered, and the link that is theirs alone. */
export function InvitedList({ session, origin }: { session: SessionView; origin: string }) {
  const { t } = useTranslation(['sessions', 'terms'])
  return (
    <section className="panel">
      <div className="ph2">
        <h2>{t('invited.title')}</h2>
        <span className="muted sm">
          {t('invited.opened', {
            count: session.invited.filter((each) => each.opened).length,
            of: session.invited.length,
          })}
        </span>
      </div>
      <p className="sm muted inv-hint">{t('invited.linkHint')}</p>
      {SIDES.map((side) => {
        const people = session.invited.filter((each) => each.side === side)
        if (people.length === 0) return null
        return (
          <section key={side} className="inv-s" aria-label={t(`terms:side.${side}`)}>
            <h3 className="row">
              <Monogram side={side} size="small" />
              {t(`terms:side.${side}`)}
              <span className="muted sm">{t('invitees.people', { count: people.length })}</span>
            </h3>
            <ul>
              {people.map((person) => (
                <InvitedRow
                  key={person.seatId}
                  person={person}
                  link={`${origin}/i/${person.token}`}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </section>
  )
}

const ANSWER: Record<'yes' | 'no' | 'deputy' | 'none', [IconDrawing, string]> = {
  yes: [IconCircleCheck, 't-tea'],
  no: [IconCircleX, 't-dai'],
  deputy: [IconUsers, 't-teal'],
  none: [IconCircleDashed, 't-stone'],
}

function InvitedRow({ person, link }: { person: InvitedPerson; link: string }) {
  const { t } = useTranslation('sessions')
  const [icon, tone] = ANSWER[person.rsvp ?? 'none']
  return (
    <li className="inv-r">
      <span className="inv-n">
        <b className="b">{person.name}</b>
        <small className="muted">{person.title}</small>
      </span>
      <span className={`chk ${tone}`}>
        <Icon of={icon} />
        <span>
          {person.rsvp === 'deputy'
            ? t('invited.deputy', { name: person.deputyName ?? '' })
            : t(`invited.${person.rsvp ?? (person.opened ? 'seen' : 'none')}`)}
          {person.rsvpNote && <small className="muted">{person.rsvpNote}</small>}
        </span>
      </span>
      <span className="sm muted">
        {person.needsCall && (
          <span className="chk t-amber">
            <Icon of={IconPhone} />
            {t('invited.call')}
          </span>
        )}
      </span>
      <CopyLink link={link} name={person.name} />
    </li>
  )
}

/** Copies where a script may; where none can, the link itself is there to be copied. */
function CopyLink({ link, name }: { link: string; name: string }) {
  const { t } = useTranslation('sessions')
  const [state, setState] = useState<'ready' | 'copied' | 'by-hand'>('ready')
  // Over plain HTTP on a local network a browser has no clipboard to offer.
  const copy = () => {
    const clipboard: Clipboard | undefined = navigator.clipboard
    if (!clipboard) return setState('by-hand')
    clipboard.writeText(link).then(
      () => setState('copied'),
      () => setState('by-hand'),
    )
  }
  return (
    <span className="inv-c">
      <input
        className={state === 'by-hand' ? 'inp' : 'inp no-js-only'}
        readOnly
        value={link}
        aria-label={t('invited.linkOf', { name })}
        onFocus={(event) => event.target.select()}
      />
      {state !== 'by-hand' && (
        <button type="button" className="btn line sm js-only" onClick={copy}>
          <Icon of={state === 'copied' ? IconCheck : IconCopy} />
          {state === 'copied' ? t('invited.copied') : t('invited.copy')}
          <span className="vh">{name}</span>
        </button>
      )}
    </span>
  )
}
