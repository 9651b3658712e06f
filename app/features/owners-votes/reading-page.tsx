import { Form, Link } from '@remix-run/react'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mostMarks, type BallotQuestion } from '#app/domain/voting/ballot-question.ts'
import { CHOICES } from '#app/domain/voting/ballot.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { useRefusalWords } from './refusal-words.ts'
import css from './owners-votes.module.css'

type Props = {
  vote: { id: string; code: string; title: string; question: BallotQuestion }
  electorId: string
  doors: string
  /** Who holds a written proxy of this elector; null where nobody does. */
  proxyHolder: string | null
  hasPhoto: boolean
  /** Two readings differ: a third one settles it. */
  differs: boolean
  /** The viewer runs the vote, and was neither reader unless nobody else is there. */
  maySettle: boolean
  /** They read it too, and nobody else can settle it. */
  needsOverseer: boolean
  answer: string | null
  refusal: string | null
}

/** What one person reads on one paper. Whoever read it before is not shown. */
export function ReadingPage(props: Props) {
  const { vote, electorId, doors, hasPhoto, differs, maySettle, answer, refusal } = props
  const { needsOverseer, proxyHolder } = props
  const { t } = useTranslation('owners-votes')
  const { t: term } = useTranslation('terms')
  const words = useRefusalWords()
  const spoiled = ['two-marks', 'blank', 'unsigned'] as const
  const many = mostMarks(vote.question) > 1
  return (
    <>
      <header className="dk-h">
        <div>
          <p className="sm ink2">
            {vote.code}-{electorId} · {doors}
          </p>
          <h1>{t(differs ? 'reading.settle' : 'reading.title')}</h1>
          <p lang="zh-CN">{vote.title}</p>
        </div>
        <span className="grow" />
        <Link className="btn line" to={`/desk/owners-votes/${vote.id}`}>
          {t('reading.back')}
        </Link>
      </header>
      {refusal && (
        <Note tone="amber" icon={IconAlertTriangle} role="alert">
          {words(refusal)}
        </Note>
      )}
      {answer ? (
        <Note tone="tea" icon={IconCircleCheck} role="status">
          {t(
            `reading.answer.${answer === 'read-once' || answer === 'differs' ? answer : 'settled'}`,
          )}
        </Note>
      ) : differs && !maySettle ? (
        <Note tone="stone" icon={IconInfoCircle}>
          {t('reading.settleOther')}
        </Note>
      ) : (
        <div className={`${css.split} mt12`}>
          <section className={`panel ${css.pad}`}>
            <Note tone="stone" icon={IconInfoCircle}>
              {t(differs ? 'reading.settleNote' : 'reading.note')}
            </Note>
            {proxyHolder !== null && (
              <Note tone="amber" icon={IconInfoCircle} className="mt12">
                {t('reading.proxy', { holder: proxyHolder, unsigned: t('spoiled.unsigned') })}
              </Note>
            )}
            <Form
              method="post"
              encType="multipart/form-data"
              className="col mt12"
              style={{ gap: 16 }}
            >
              {!hasPhoto && (
                <TextField
                  type="file"
                  name="photo"
                  label={t('reading.photo')}
                  hint={t('reading.photoHint')}
                  accept="image/jpeg,image/png,image/webp"
                  required
                />
              )}
              {many && (
                <CheckboxGroup
                  name="option"
                  label={t('reading.options')}
                  choices={vote.question.options.map(({ number, text }) => ({
                    value: String(number),
                    label: `${number}. ${text}`,
                  }))}
                />
              )}
              <RadioGroup
                name="mark"
                label={t('reading.mark')}
                required={!many}
                choices={[
                  ...(vote.question.options.length === 0
                    ? CHOICES.map((choice) => ({
                        value: choice,
                        label: term(`choice.${choice}`),
                      }))
                    : many
                      ? []
                      : vote.question.options.map(({ number, text }) => ({
                          value: String(number),
                          label: `${number}. ${text}`,
                        }))),
                  ...spoiled.map((each) => ({
                    value: each,
                    label: t(`spoiled.${each}`),
                    note: t(`spoiledNote.${each}`),
                  })),
                ]}
              />
              {differs && (
                <TextField name="reason" label={t('reading.reason')} required maxLength={300} />
              )}
              {differs && needsOverseer && (
                <TextField
                  name="overseer"
                  label={t('reading.overseer')}
                  hint={t('reading.overseerHint')}
                  required
                  maxLength={40}
                />
              )}
              <Button type="submit" look="primary">
                {t(differs ? 'reading.settleSave' : 'reading.save')}
              </Button>
            </Form>
          </section>
          {hasPhoto && (
            <img
              className={css.photo}
              src={`/desk/owners-votes/${vote.id}/photo/${electorId}`}
              alt={t('reading.photoAlt')}
            />
          )}
        </div>
      )}
    </>
  )
}
