import { useTranslation } from 'react-i18next'
import { settlesIt } from '#app/domain/records/resolution.ts'
import { labelOfOutcome } from '#app/domain/records/resolution-title.ts'
import type { ResolutionView } from '#app/domain/records/resolution-view.ts'
import { YES_NO } from '#app/domain/voting/ballot-question.ts'
import { CHOICES } from '#app/domain/voting/ballot.ts'
import { useMethodWords } from '#app/features/ballot/use-method-words.ts'
import { useRuleName } from '#app/features/rules/use-rule-name.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { useAssistedWords } from './use-assisted-words.ts'
import { usePublicationWords } from './use-publication-words.ts'

/** What both sheets of a resolution say, ready in the language of the page. */
export function usePaperWords(resolution: ResolutionView) {
  const { t } = useTranslation(['records', 'terms'])
  const format = useFormat()
  const isEnglish = useLanguage() === 'en'
  const ruleName = useRuleName()
  const publication = usePublicationWords(resolution)
  const { content, compound } = resolution
  const place = isEnglish ? compound.nameEn : compound.name
  const { sentences } = useMethodWords(content.question ?? YES_NO)
  const assistedWords = useAssistedWords()
  const heads = content.verdict?.counts.heads
  const agreed = labelOfOutcome(resolution.label, content.outcome) !== 'no-agreement'
  return {
    ...publication,
    place,
    held: t('paper.heldAt', {
      day: format.fullDay(new Date(content.heldAt)),
      compound: place,
      room: t(`terms:room.${content.room}`),
      present: content.present,
      invited: content.invited,
    }),
    sides: content.presentBySide
      .map(({ side, present, invited }) =>
        t('paper.side', { side: t(`terms:side.${side}`), present, invited }),
      )
      .join(t('join')),
    override: content.overrideReason ? t('sum.override') + content.overrideReason : null,
    points: t(agreed ? 'resolution.points' : 'resolution.proposed'),
    votes: content.verdict?.method
      ? sentences(content.verdict).join(' ')
      : heads
        ? t('paper.votes', {
            list: CHOICES.map((choice) =>
              t('sum.people', {
                choice: t(`terms:choice.${choice}`),
                count: Number(heads[choice]),
              }),
            ).join(t('join')),
          })
        : null,
    assisted: content.assisted ? assistedWords(content.assisted) : null,
    named:
      content.rule && content.named
        ? t('sum.named', {
            name: ruleName({ id: content.rule.id, name: content.named.name }),
            basis: content.named.legalBasis,
          })
        : null,
    noVotes: content.verdict
      ? null
      : content.splitHidden
        ? t('sum.hidden')
        : t('sum.consensus', { present: content.present, count: content.reservations }),
    next:
      content.nextStep && !settlesIt(content)
        ? t('resolution.next', {
            body: t(`terms:body.${content.body}`),
            step: t(`terms:nextStep.${content.nextStep}`),
          })
        : null,
  }
}
