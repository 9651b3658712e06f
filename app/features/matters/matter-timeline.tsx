import { Form } from '@remix-run/react'
import { IconEye, IconEyeOff, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MatterStep, PhotoView } from '#app/domain/matters/matter-view.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { SATISFACTION_MARK, STEP_MARK } from './matter-marks.ts'
import { useStepWords } from './step-words.ts'
import css from './matters.module.css'

type Props = {
  steps: readonly MatterStep[]
  /** A staff member who may release photos and sees which steps stay inside. */
  desk?: boolean
  /** `?t=…` or `?v=…`: the link by which this page's photos may be seen. */
  photoQuery?: string
}

/** What happened to a matter, the newest first. */
export function MatterTimeline({ steps, desk = false, photoQuery = '' }: Props) {
  const { t } = useTranslation('matters')
  const format = useFormat()
  const words = useStepWords()
  return (
    <Timeline
      entries={steps.map((step) => ({
        id: String(step.seq),
        ...(step.type === 'return-visit' && step.data.satisfaction
          ? SATISFACTION_MARK[step.data.satisfaction]
          : STEP_MARK[step.type]),
        when: (
          <>
            <time dateTime={step.at.toISOString()}>
              {format.shortDay(step.at)} {format.time(step.at)}
            </time>
            <span className={css.actor}>
              {step.actor || (step.side === 'residents' ? t('reporter.public') : '')}
            </span>
            {desk && !step.isPublic && (
              <span className={css.inner}>
                <Icon of={IconLock} />
                {t('timeline.internal')}
              </span>
            )}
          </>
        ),
        children: (
          <>
            <p>
              <b className="tt">{words(step)}</b>
              {step.text && <span className={css.said}>{step.text}</span>}
            </p>
            <Photos photos={step.photos} desk={desk} query={photoQuery} />
          </>
        ),
      }))}
    />
  )
}

/** Photos of one step, each opening in full. */
export function Photos({
  photos,
  desk = false,
  query = '',
}: {
  photos: readonly PhotoView[]
  desk?: boolean
  query?: string
}) {
  const { t } = useTranslation('matters')
  if (photos.length === 0) return null
  return (
    <ul className={css.photos}>
      {photos.map((photo, index) => (
        <li key={photo.id}>
          <a href={`/photos/${photo.id}${query}`}>
            <img
              src={`/photos/${photo.id}${query}`}
              width={photo.width}
              height={photo.height}
              alt={t('photo.alt', { title: photo.alt, number: index + 1 })}
              loading="lazy"
            />
          </a>
          {desk && (
            <Form method="post" preventScrollReset className={css.release}>
              <input type="hidden" name="do" value="release" />
              <input type="hidden" name="photoId" value={photo.id} />
              <span className="xs muted">
                <Icon of={photo.isPublic ? IconEye : IconEyeOff} />{' '}
                {t(photo.isPublic ? 'photo.public' : 'photo.private')}
              </span>
              <Button
                type="submit"
                size="small"
                look="ghost"
                name="isPublic"
                value={photo.isPublic ? 'no' : 'yes'}
              >
                {t(photo.isPublic ? 'photo.withdraw' : 'photo.release')}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}
