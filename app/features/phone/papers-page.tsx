import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { SpeakingRules } from '#app/domain/meetings/speaking-rules.ts'
import { CarriedFrom } from '#app/features/live/carried-from.tsx'
import { useLive } from '#app/features/live/live-context.tsx'
import { NoteCard } from './note-card.tsx'
import { PhoneFrame } from './phone-frame.tsx'

/** The rules that a session may leave out, in the order in which they are read. */
const SWITCHED = [
  'stanceFirst',
  'neverSpokenFirst',
  'alternateSides',
  'rightOfReply',
  'pointOfOrder',
  'warnings',
] as const satisfies (keyof SpeakingRules)[]

/** What is put to the room, word for word, and the rules by which it is talked about. */
export function PapersPage({ elder }: { elder: boolean }) {
  const { t } = useTranslation('live')
  const { t: phone } = useTranslation('phone')
  const { t: term } = useTranslation('terms')
  const { meeting } = useLive()
  const { rules } = meeting
  const [top, bottom] = rules.quorum
  const off = SWITCHED.filter((name) => !rules[name])
  return (
    <PhoneFrame elderTitle={elder ? t('phone.tab.papers') : undefined}>
      <h1 className="ph-t">{t('papers.title')}</h1>
      {meeting.agenda
        .filter((item) => item.proposal ?? item.matterId)
        .map((item) => (
          <section key={item.id} className="card pad" id={item.id}>
            <p className="sm b" style={{ color: 'var(--tea-t)' }}>
              {item.topicType
                ? term(`topicType.${item.topicType}`)
                : term(`itemKind.${item.kind}`)}
            </p>
            <h2 className="song" style={{ fontSize: '1.25rem' }}>
              {item.title}
            </h2>
            {item.proposal && <p style={{ marginTop: 6 }}>{item.proposal}</p>}
            <CarriedFrom item={item} />
            {item.matterId && (
              <Link
                className="il"
                style={{ marginLeft: 0, paddingLeft: 0 }}
                to={`/matters/${item.matterId}`}
              >
                {t('papers.matter')}
              </Link>
            )}
            <NoteCard itemId={item.id} />
          </section>
        ))}
      <section className="card pad">
        <h2 style={{ fontSize: '1.0625rem' }}>{t('rules.title')}</h2>
        <ul className="col sm ink2" style={{ gap: 6, marginTop: 8 }}>
          <li>{phone('rules.toChair')}</li>
          <li>{t('rules.turn', { count: Math.round(rules.turnSeconds / 60) })}</li>
          <li>{phone(rules.hardStop ? 'rules.hardStop' : 'rules.reminded')}</li>
          <li>{t('rules.turns', { count: rules.turnsPerItem })}</li>
          {rules.stanceFirst && <li>{phone('rules.stanceFirst')}</li>}
          {rules.neverSpokenFirst && <li>{phone('rules.neverSpokenFirst')}</li>}
          {rules.alternateSides && <li>{phone('rules.alternateSides')}</li>}
          <li>{phone('rules.respect')}</li>
          {rules.rightOfReply && (
            <li>{phone('rules.rightOfReply', { count: rules.shortTurnSeconds })}</li>
          )}
          {rules.pointOfOrder && (
            <li>{phone('rules.pointOfOrder', { count: rules.shortTurnSeconds })}</li>
          )}
          {rules.warnings > 0 && <li>{phone('rules.warnings', { count: rules.warnings })}</li>}
          <li>{phone(rules.conflictMaySpeak ? 'rules.conflict' : 'rules.conflictSilent')}</li>
          <li>{phone('rules.oneThing')}</li>
          <li>{phone('rules.lastCall')}</li>
          <li>{t('rules.quorum', { share: `${top}/${bottom}` })}</li>
          <li>{t('rules.notice')}</li>
          <li>{t('rules.chair')}</li>
        </ul>
        {off.length > 0 && (
          <p className="sm ink2" style={{ marginTop: 8 }}>
            {phone('rules.off', {
              list: off.map((name) => phone(`rules.name.${name}`)).join(t('listComma')),
            })}
          </p>
        )}
      </section>
    </PhoneFrame>
  )
}
