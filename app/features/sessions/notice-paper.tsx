import { useTranslation } from 'react-i18next'
import type { PlanView } from '#app/domain/sessions/plan-view.ts'
import { citation } from '#app/domain/voting/citation.ts'
import { sessionBodyOf } from '#app/domain/voting/convened-body.ts'
import { useRuleName } from '#app/features/rules/use-rule-name.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { useOrdinal } from './use-ordinal.ts'

/** The notice as it will be read, on a sheet. */
export function NoticePaper({ plan, writtenOn }: { plan: PlanView; writtenOn: Date }) {
  const { t } = useTranslation(['sessions', 'terms'])
  const format = useFormat()
  const language = useLanguage()
  const ordinal = useOrdinal()
  const ruleName = useRuleName()
  const found = plan.community.compounds.find((each) => each.id === plan.compoundId)
  const compound = language === 'en' ? found?.nameEn : found?.name
  const room = t(`terms:room.${plan.room}`)
  const consults = sessionBodyOf(plan.body) === 'deliberation' && !plan.profile?.name
  const body = ruleName({ id: plan.body, name: plan.profile?.name })
  const subjects = plan.items.filter(
    (item) => item.kind === 'decision' || item.kind === 'discussion',
  )
  const opening =
    subjects.length > 0
      ? consults
        ? 'paper.opening'
        : 'paper.openingBody'
      : consults
        ? 'paper.openingPlain'
        : 'paper.openingBodyPlain'
  const recorder = plan.officers.find((each) => each.personId === plan.recorderId)
  return (
    <div className="mini plan-paper">
      <h2>
        {consults
          ? t('paper.title', { compound, number: plan.number, room })
          : t('paper.titleBody', { compound, body })}
      </h2>
      <p className="ni">{t(plan.room === 'talkroom' ? 'paper.toBoth' : 'paper.to')}</p>
      <p>
        {t(opening, {
          day: format.fullDay(plan.startsAt),
          weekday: format.weekday(plan.startsAt),
          time: format.time(plan.startsAt),
          venue: plan.venue,
          number: plan.number,
          room,
          body,
          basis: plan.profile ? citation(plan.profile.legalBasis) : '',
        })}
      </p>
      {subjects.map((item, index) => (
        <p key={item.id}>
          {t('paper.item', {
            no: ordinal(index),
            title: item.title,
            kind:
              item.kind === 'decision'
                ? t(`terms:method.${item.method}`)
                : t(`terms:itemKind.${item.kind}`),
          })}
        </p>
      ))}
      {plan.room === 'council' && <p>{t('paper.onlyThese')}</p>}
      <p>{t('paper.help')}</p>
      <p className="ni">
        {t('paper.contact', {
          name: recorder?.name ?? '',
          phone: plan.community.hotline ?? '',
        })}
      </p>
      <p className="ni plan-sign">
        {language === 'en' ? plan.community.nameEn : plan.community.name}
        <br />
        {format.fullDay(writtenOn)}
      </p>
    </div>
  )
}
