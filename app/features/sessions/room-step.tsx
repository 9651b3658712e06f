import { IconCheck, IconInfoCircle, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#app/domain/meetings/meeting.ts'
import type { Compound } from '#app/domain/organisation/community.ts'
import { SESSION_BODIES, type ConvenedBy } from '#app/domain/voting/convened-body.ts'
import type { RuleProfile } from '#app/domain/voting/rule-profiles.ts'
import { useRuleName } from '#app/features/rules/use-rule-name.ts'
import { useLanguage } from '#app/i18n/use-format.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { Plate } from '#app/ui/plate.tsx'
import type { PlanAnswer } from './plan-answer.ts'
import { StepFoot } from './step-foot.tsx'

const ROOMS = [
  { room: 'council', plate: 'hall', tone: 't-tea', marks: [IconCheck, IconCheck, IconCheck] },
  { room: 'tearoom', plate: 'tea', tone: 't-amber', marks: [IconCheck, IconCheck, IconCheck] },
  { room: 'talkroom', plate: 'talk', tone: 't-zisha', marks: [IconLock, IconLock, IconCheck] },
] as const

type Props = {
  compounds: Compound[]
  /** What was chosen before; null for a session that does not exist yet. */
  plan: { room: Room; body: ConvenedBy; compoundId: string; venue: string } | null
  /** Rules of the county’s own that a session can be convened by. */
  localRules: readonly Pick<RuleProfile, 'id' | 'name'>[]
  answer: PlanAnswer | null
}

/** Which of the three rooms, for which compound, where. */
export function RoomStep({ compounds, plan, localRules, answer }: Props) {
  const { t } = useTranslation(['sessions', 'terms'])
  const language = useLanguage()
  const ruleName = useRuleName()
  const typed = (name: string) => answer?.typed[name]?.at(-1)
  const room = typed('room') ?? plan?.room ?? 'council'
  const first = compounds.find((each) => each.id === plan?.compoundId) ?? compounds[0]
  return (
    <div className="st">
      <div className="col rooms" role="radiogroup" aria-label={t('room.which')}>
        {ROOMS.map(({ room: each, plate, tone, marks }) => (
          <label key={each} className={`rm ${tone}`}>
            <input
              type="radio"
              name="room"
              value={each}
              className="ck r ckk"
              defaultChecked={each === room}
            />
            <Plate
              room={plate}
              size={language === 'en' ? 'bar' : 'medium'}
              {...(each === 'council' && language !== 'en' ? { digits: '730' } : {})}
            >
              {t(`room.${each}.plate`)}
            </Plate>
            <span>
              <b className="song">{t(`terms:room.${each}`)}</b>
              <span className="ink2">{t(`room.${each}.for`)}</span>
              <span className="rm-l">
                {(['first', 'second', 'third'] as const).map((line, index) => (
                  <span key={line}>
                    <Icon of={marks[index] ?? IconCheck} />
                    {t(`room.${each}.points.${line}`)}
                  </span>
                ))}
              </span>
            </span>
          </label>
        ))}
        <StepFoot step="room" />
      </div>
      <aside className="col side">
        <section className="panel pad2">
          <SelectField
            name="compoundId"
            label={t('room.compound')}
            defaultValue={typed('compoundId') ?? first?.id}
            options={compounds.map((each) => ({
              value: each.id,
              label: language === 'en' ? each.nameEn : each.name,
            }))}
          />
          <SelectField
            name="body"
            label={t('room.as')}
            hint={t('room.asHint')}
            defaultValue={typed('body') ?? plan?.body ?? 'deliberation'}
            options={[...SESSION_BODIES.map((id) => ({ id })), ...localRules].map((each) => ({
              value: each.id,
              label: ruleName(each),
            }))}
          />
          <TextField
            name="venue"
            label={t('room.venue')}
            hint={t('room.venueHint')}
            defaultValue={typed('venue') ?? plan?.venue ?? ''}
            placeholder={first?.hall ?? ''}
            maxLength={80}
          />
        </section>
        <Note tone="stone" icon={IconInfoCircle}>
          {t('room.advice')}
        </Note>
      </aside>
    </div>
  )
}
