import { Form } from '@remix-run/react'
import {
  IconArrowRight,
  IconBuildingCommunity,
  IconInfoCircle,
  IconMap2,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MeetingStatus } from '#app/domain/meetings/meeting.ts'
import type { Side } from '#app/domain/organisation/side.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { BrandMark } from '#app/ui/brand-mark.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import { Note } from '#app/ui/note.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { SignInPicture } from './sign-in-page.tsx'
import './accounts.css'

type Part =
  'chair' | 'recorder' | 'resident' | 'property' | 'owners' | 'police' | 'town' | 'county'

type Props = {
  session: {
    id: string
    status: MeetingStatus
    compound: string
    compoundEn: string
    number: number | null
    startsAt: Date
  } | null
  personas: { key: string; part: Part; name: string; title: string }[]
}

const SIDE_OF: Partial<Record<Part, Side>> = {
  chair: 'committees',
  recorder: 'committees',
  resident: 'residents',
  property: 'property',
  owners: 'owners',
  police: 'police',
}

/** The demo's front door: one press and the visitor is that person. */
export function PersonasPage({ session, personas }: Props) {
  const { t } = useTranslation(['accounts', 'common'])
  const format = useFormat()
  const language = useLanguage()
  return (
    <div className="pub">
      <div className="signin">
        <SignInPicture />
        <main id="main" className="signin-f wide">
          <div>
            <BrandMark to="/">{t('common:brand.name')}</BrandMark>
            <h1 className="song">{t('personas.title')}</h1>
            {session && (
              <p className="ink2">
                {t(
                  session.status === 'notified'
                    ? 'personas.nextSession'
                    : 'personas.sessionNow',
                  {
                    compound: language === 'en' ? session.compoundEn : session.compound,
                    when: format.dayAndTime(session.startsAt),
                  },
                )}
              </p>
            )}
            <Note tone="stone" icon={IconInfoCircle}>
              {t('personas.isDemo')}
            </Note>
            {personas.length === 0 ? (
              <EmptyState title={t('personas.empty')} />
            ) : (
              <Form method="post" className="personas">
                {personas.map(({ key, part, name, title }) => (
                  <button key={key} name="persona" value={key} className="persona">
                    <PersonaMark part={part} />
                    <span className="grow">
                      <b className="b">{name}</b>
                      <small>{title}</small>
                    </span>
                    <span className="sm ink2">{t(`personas.does.${part}`)}</span>
                    <Icon of={IconArrowRight} />
                  </button>
                ))}
              </Form>
            )}
            <p className="xs muted">{t('personas.more')}</p>
            <LanguageChoice returnTo="/personas" />
          </div>
        </main>
      </div>
    </div>
  )
}

function PersonaMark({ part }: { part: Part }) {
  const side = SIDE_OF[part]
  if (side) return <Monogram side={side} />
  return (
    <span className="disc g-obs" aria-hidden="true">
      <Icon of={part === 'county' ? IconMap2 : IconBuildingCommunity} />
    </span>
  )
}
