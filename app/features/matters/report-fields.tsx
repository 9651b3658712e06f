import { IconAlertTriangle } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '#app/ui/choice-field.tsx'
import { FieldError, TextAreaField } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import css from './matters.module.css'

export type PhotoTrouble = {
  name: string
  code: 'photo-too-large' | 'not-a-photo' | 'too-many'
}

const PERCENTS = [20, 40, 60, 80, 100] as const

type Props = {
  /** What was written before it was refused. */
  text: string
  percent: number
  photoTrouble: readonly PhotoTrouble[]
  textError?: string | undefined
}

/** The fields of a report: words, how far, photos, still at work or done. */
export function ReportFields({ text, percent, photoTrouble, textError }: Props) {
  const { t } = useTranslation('matters')
  const photosId = useId()
  const chosen = PERCENTS.findLast((step) => step <= percent) ?? PERCENTS[0]
  return (
    <>
      <fieldset className={css.picks}>
        <legend>{t('lead.kind')}</legend>
        <div className={css.two}>
          <label className={`${css.pick} t-tea`}>
            <input type="radio" name="kind" value="progress" defaultChecked />
            {t('lead.kindProgress')}
          </label>
          <label className={`${css.pick} t-teal`}>
            <input type="radio" name="kind" value="done" />
            {t('lead.kindDone')}
          </label>
        </div>
      </fieldset>
      <TextAreaField
        name="text"
        label={t('lead.text')}
        hint={t('lead.textHint')}
        defaultValue={text}
        error={textError}
        required
        maxLength={2000}
      />
      <fieldset className={`${css.picks} ${css.percents}`}>
        <legend>{t('lead.percent')}</legend>
        <div className={css.range}>
          {PERCENTS.map((step) => (
            <label key={step} className={css.pick}>
              <input
                type="radio"
                name="percent"
                value={step}
                defaultChecked={step === chosen}
              />
              {t('lead.percentValue', { percent: step })}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="fld">
        <label className="lb" htmlFor={photosId}>
          {t('lead.photos')}
          <span className="optl">{t('optional')}</span>
        </label>
        <input
          id={photosId}
          className={css.file}
          type="file"
          name="photos"
          accept="image/jpeg,image/png,image/webp,image/*"
          multiple
          aria-describedby={`${photosId}-hint`}
        />
        {photoTrouble.map((trouble) => (
          <FieldError key={trouble.name} id={`${photosId}-${trouble.name}`}>
            {troubleWords(t, trouble)}
          </FieldError>
        ))}
        <span className="hp" id={`${photosId}-hint`}>
          {t('lead.photosHint')}
        </span>
      </div>
      <Checkbox name="photosPublic" label={t('lead.photosPublic')} />
      {photoTrouble.length > 0 && (
        <Note tone="amber" icon={IconAlertTriangle}>
          {t('lead.chooseAgain')}
        </Note>
      )}
    </>
  )
}

function troubleWords(
  t: ReturnType<typeof useTranslation<'matters'>>['t'],
  { name, code }: PhotoTrouble,
): string {
  switch (code) {
    case 'photo-too-large':
      return t('lead.photoLarge', { name })
    case 'not-a-photo':
      return t('lead.photoBad', { name })
    case 'too-many':
      return t('lead.photoMany')
  }
}
