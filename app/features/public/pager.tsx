import { useSearchParams } from '@remix-run/react'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/ui/button.tsx'
import css from './public.module.css'

/** Earlier and later pages of a list; nothing when there is but one. */
export function Pager({ page, pages }: { page: number; pages: number }) {
  const { t } = useTranslation('public')
  const [search] = useSearchParams()
  if (pages <= 1) return null
  const to = (wanted: number) => {
    const next = new URLSearchParams(search)
    if (wanted === 1) next.delete('page')
    else next.set('page', String(wanted))
    return `?${next.toString()}`
  }
  return (
    <nav className={css.pager} aria-label={t('pager.label')}>
      {page > 1 && (
        <LinkButton icon={IconArrowLeft} to={to(page - 1)} rel="prev">
          {t('pager.previous')}
        </LinkButton>
      )}
      <span className="muted">{t('pager.where', { page, pages })}</span>
      {page < pages && (
        <LinkButton icon={IconArrowRight} to={to(page + 1)} rel="next">
          {t('pager.next')}
        </LinkButton>
      )}
    </nav>
  )
}
