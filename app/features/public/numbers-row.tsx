import { useTranslation } from 'react-i18next'
import type { PublicNumbers } from '#app/domain/records/public-view.ts'
import css from './public.module.css'

/** Four numbers, each with what it is a part of. A share of very few is told in words. */
export function NumbersRow({
  numbers,
  onNotice,
}: {
  numbers: PublicNumbers
  onNotice: number
}) {
  const { t } = useTranslation('public')
  const { solved, raised, onTime, satisfied } = numbers
  const cells = [
    {
      key: 'solved',
      value: solved.count,
      note:
        raised === 0
          ? t('numbers.noneYet')
          : t('numbers.solvedNote', { raised, open: raised - solved.count }),
    },
    {
      key: 'onTime',
      value: onTime?.count ?? null,
      note: onTime ? t('numbers.onTimeNote', onTime) : t('numbers.tooFew'),
    },
    {
      key: 'satisfied',
      value: satisfied?.count ?? null,
      note: satisfied ? t('numbers.satisfiedNote', satisfied) : t('numbers.tooFew'),
    },
    { key: 'onNotice', value: onNotice, note: t('numbers.onNoticeNote') },
  ] as const
  return (
    <dl className={`nums ${css.numbers ?? ''}`}>
      {cells.map(({ key, value, note }) => (
        <div key={key}>
          <dt>{t(`numbers.${key}`)}</dt>
          <dd>
            <b>{value ?? '—'}</b>
            {value !== null && <span>{t(`numbers.unit.${key}`, { count: value })}</span>}
            <small>{note}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}
