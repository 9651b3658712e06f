import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { CommunityAdmin } from '#app/domain/organisation/community-admin.ts'
import { Button } from '#app/ui/button.tsx'
import css from './community.module.css'

/** Who signs in with what, and whether they still may. */
export function AccountList({ accounts }: { accounts: CommunityAdmin['accounts'] }) {
  const { t } = useTranslation(['community', 'desk'])
  return (
    <ul className={css.list}>
      {accounts.map((account) => (
        <li key={account.id} className={css.account}>
          <span>
            <b className="b">{account.name}</b>{' '}
            <span className="sm ink2">{t(`desk:role.${account.role}`)}</span>
            <br />
            <span className="sm muted">
              {account.login}
              {account.closed && ` · ${t('accounts.closed')}`}
            </span>
          </span>
          {account.own ? (
            <span className="sm muted">{t('accounts.you')}</span>
          ) : (
            <Form method="post">
              <input type="hidden" name="accountId" value={account.id} />
              <Button
                look={account.closed ? 'line' : 'stop'}
                size="small"
                type="submit"
                name="intent"
                value={account.closed ? 'open-account' : 'close-account'}
              >
                {t(account.closed ? 'accounts.open' : 'accounts.close')}
                <span className="vh">{account.name}</span>
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}
