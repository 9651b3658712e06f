import { Link } from '@remix-run/react'
import { IconQrcode } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import css from './matters.module.css'

export type LinkToCopy = { kind: 'task' | 'visit'; id: string; name: string; url: string }

/** The links that let a lead report and the resident answer, for staff to hand out. */
export function LinksPanel({
  links,
  matterId,
}: {
  links: readonly LinkToCopy[]
  matterId: string
}) {
  const { t } = useTranslation('matters')
  return (
    <section className={`panel ${css.pad}`}>
      <h2>{t('links.title')}</h2>
      <div className={css.rows}>
        {links.map((link) => (
          <CopyLink key={`${link.kind} ${link.id}`} link={link} matterId={matterId} />
        ))}
      </div>
      <p className="sm muted" style={{ marginTop: 10 }}>
        {t('links.note')}
      </p>
    </section>
  )
}

function CopyLink({ link, matterId }: { link: LinkToCopy; matterId: string }) {
  const { t } = useTranslation('matters')
  const id = useId()
  return (
    <div className={css.link}>
      <label htmlFor={id}>
        {link.kind === 'task' ? t('links.task', { name: link.name }) : t('links.visit')}
      </label>
      <input
        id={id}
        className="inp"
        readOnly
        value={link.url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton text={link.url} label={t('links.copy')} done={t('links.copied')} />
      <Link
        className="row sm"
        style={{ color: 'var(--tea-t)', gap: 6 }}
        to={`/desk/matters/${matterId}/slip?${link.kind}=${link.id}`}
      >
        <Icon of={IconQrcode} />
        {t('links.slip')}
      </Link>
    </div>
  )
}
